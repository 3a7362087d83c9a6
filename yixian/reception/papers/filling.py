"""Filling the papers of this house; how a paper is filled at all is said once, in the toolkit."""

from collections.abc import Mapping
from string import Template

from yixian.toolkit.documents import filling
from yixian.toolkit.documents.filling import PaperText, say

__all__ = ["PaperText", "fill", "say", "template"]

HERE = "yixian.reception.papers"


def template(name: str) -> Template:
    return filling.template(HERE, name)


def fill(name: str, values: Mapping[str, object]) -> PaperText:
    """Fill the paper of this name."""
    return filling.fill(HERE, name, values)
