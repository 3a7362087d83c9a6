"""What followed from a clue, opened for whoever meets it: letters to units, cases handed on, names cleared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yixian.desk.clue_case import ClueCase
from yixian.protection.actions import open_seals

if TYPE_CHECKING:
    from yixian.resolution.models import Clarification, Recommendation, Referral


@dataclass(frozen=True, slots=True)
class ShownAdvice:
    row: "Recommendation"
    unit: str
    text: str
    answer: str
    checked: str


@dataclass(frozen=True, slots=True)
class ShownReferral:
    row: "Referral"
    name: str
    receiver: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownClearing:
    row: "Clarification"
    name: str
    words: dict[str, str]
    note: str
    done: str


def advice_of(case: ClueCase) -> list[ShownAdvice]:
    rows = list(case.clue.recommendations.all())
    unit, text = (opened_in(case, (each.words for each in rows), slot) for slot in ("unit", "text"))
    said = opened_in(case, (seal for each in rows for seal in (each.answer, each.checked)), "text")
    return [
        ShownAdvice(
            each,
            unit.get(each.words, ""),
            text.get(each.words, ""),
            said.get(each.answer, ""),
            said.get(each.checked, ""),
        )
        for each in rows
    ]


def referrals_of(case: ClueCase) -> list[ShownReferral]:
    rows, names = list(case.clue.referrals.all()), names_of(case)
    receiver, text = (opened_in(case, (each.words for each in rows), slot) for slot in ("receiver", "text"))
    return [
        ShownReferral(
            each, names.get(each.person_id, ""), receiver.get(each.words, ""), text.get(each.words, "")
        )
        for each in rows
    ]


def clearings_of(case: ClueCase) -> list[ShownClearing]:
    rows, names = list(case.clue.clarifications.all()), names_of(case)
    slots = {slot: opened_in(case, (each.words for each in rows), slot) for slot in SLOTS} if rows else {}
    said = opened_in(case, (seal for each in rows for seal in (each.note, each.done_note)), "text")
    return [
        ShownClearing(
            each,
            names.get(each.person_id, ""),
            {slot: opened.get(each.words, "") for slot, opened in slots.items()},
            said.get(each.note, ""),
            said.get(each.done_note, ""),
        )
        for each in rows
    ]


SLOTS = ("receiver", "finding", "scope")


def names_of(case: ClueCase) -> dict[int, str]:
    return {person.pk: name for person, name in case.people}


def opened_in(case: ClueCase, seals: Iterable[UUID | None], slot: str) -> dict[Any, str]:
    """Seal → the opened slot, one opening for all."""
    return dict(open_seals(by=case.officer, seals=seals, slot=slot, subject=case.clue.trail_subject))
