"""Filling a paper. A placeholder without a value is an error, not a gap on a signed paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from string import Template


@dataclass(frozen=True, slots=True)
class PaperText:
    """A filled paper: its title, and its text from the line after."""

    title: str
    text: str

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


@cache
def template(name: str) -> Template:
    return Template((files("yixian.reception.papers") / f"{name}.txt").read_text(encoding="utf-8"))


def fill(name: str, values: Mapping[str, object]) -> PaperText:
    """Fill the paper of this name. Dates are written out in full."""
    written = {key: say(value) for key, value in values.items()}
    title, _, text = template(name).substitute(written).partition("\n")
    return PaperText(title, text.strip("\n"))


def say(value: object) -> str:
    """2026年3月12日 for a date; anything else as it is."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)
