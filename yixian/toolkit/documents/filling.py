"""Filling a paper's text from a template of its house. A placeholder without a value is an error, not a gap on
a signed paper.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from string import Template

from yixian.toolkit.documents.paper import Paper


@dataclass(frozen=True, slots=True)
class PaperText:
    """A filled paper: its title, and its text from the line after."""

    title: str
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def whole(self) -> str:
        """Title and text in one, as a paper is sealed."""
        return f"{self.title}\n{self.text}"

    def as_docx(self) -> bytes:
        """The paper in the layout of GB/T 9704, in memory: a paper is never written to the disk in the clear."""
        document = Paper(subject=self.title)
        document.title(self.title)
        for line in self.lines:
            document.body(line)
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()


@cache
def template(package: str, name: str) -> Template:
    return Template((files(package) / f"{name}.txt").read_text(encoding="utf-8"))


def fill(package: str, name: str, values: Mapping[str, object]) -> PaperText:
    """Fill ``<name>.txt`` of the package: the first line is the title. Dates are written out in full."""
    written = {key: say(value) for key, value in values.items()}
    title, _, text = template(package, name).substitute(written).partition("\n")
    return PaperText(title, text.strip("\n"))


def say(value: object) -> str:
    """2026年3月12日 for a date; anything else as it is."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
