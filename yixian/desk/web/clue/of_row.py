"""An act on one row that followed from a clue: a letter, a case handed on, a name to be cleared."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm


class OfRow(ClueForm):
    """``relation`` names the rows of the clue, ``states`` those in which the act stands."""

    about_one = True
    relation: ClassVar[str]
    states: ClassVar[tuple[str, ...]]

    @classmethod
    def wanted(cls, row: Any) -> bool:
        return row.state in cls.states

    @classmethod
    def find(cls, case: ClueCase, key: int) -> Any:
        rows = getattr(case.clue, cls.relation).all()
        return next((each for each in rows if each.pk == key and cls.wanted(each)), None)

    @classmethod
    def is_theirs(cls, case: ClueCase, row: Any) -> bool:
        """What the clue's permit does not tell of the row."""
        return True

    def not_later(self, name: str) -> date:
        """The day that was typed; a day to come is refused where it stands."""
        day: date = self.cleaned_data[name]
        if day > self.case.on:
            raise forms.ValidationError("不能晚于今天，请核对。")
        return day


def with_links(
    case: ClueCase, acts: tuple[type[OfRow], ...], shown: Sequence[Any]
) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Each with what this officer may do of it as it stands; the permits are asked about the clue, once for all."""
    theirs = [each for each in acts if shown and case.may(each.act)]
    return [(line, _links(case, theirs, line.row)) for line in shown]


def _links(case: ClueCase, acts: list[type[OfRow]], row: Any) -> list[tuple[str, str]]:
    stand = (each for each in acts if each.wanted(row) and each.is_theirs(case, row))
    return [(each.label, each.address(case, row.pk)) for each in stand]
