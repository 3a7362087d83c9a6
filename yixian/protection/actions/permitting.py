"""Asking the permit map, with the refusal that an action raises."""

from typing import Any

from yixian.protection.officer import By
from yixian.protection.queries.permission import objection
from yixian.trail.actions import subject_of


def require(officer: By, act: str, subject: Any = None) -> None:
    """Raise ``NotPermitted`` with the sentence of the first rule that says no."""
    found = objection(officer, act, subject)
    if found is not None:
        found.act, found.subject = act, subject_of(subject)
        raise found
