"""对账: opening + new − closed = open, for reports, matters, clues and people, and every stray by its number.

A stray is a record that lacks what it must have, so that it would be lost in silence. It is named by number and by
what it lacks, never by what it says or whom it is about. What the reader must not learn of is in no count and no list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from yixian.assessment.queries import guarded_matters, loose_matters, unplaced_reports
from yixian.insight.figures import Balance, FigureRow, Period, balance
from yixian.insight.queries.records import figure_rows
from yixian.protection.officer import By, Officer
from yixian.reception.queries import barred_reports, counted_reports, loose_envelopes, loose_reports
from yixian.resolution.queries.loose import (
    guarded_clues,
    incomplete_matters,
    loose_clues,
    people_of_clues,
)
from yixian.roster.enums import Role

BACKWARDS = "办结日期早于开始日期"


@dataclass(frozen=True, slots=True)
class Stray:
    """``page`` and ``key`` lead to it at the desk, for whoever may open it."""

    number: str
    lacks: str
    page: str = ""
    key: UUID | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One kind of thing: how it ties out, and what of it is astray."""

    thing: str
    unit: str
    balance: Balance
    strays: tuple[Stray, ...]

    @property
    def is_sound(self) -> bool:
        return self.balance.ties and not self.strays


def reconciliation(by: By, organ_ids: Sequence[int], period: Period) -> list[Account]:
    """来件、事项、线索、被反映人. Strays are those of now, whatever the period."""
    barred = barred_reports(by)
    return [
        _reports(by, organ_ids, period, barred),
        _matters(organ_ids, period, barred),
        _clues(organ_ids, period, barred),
        _people(organ_ids, period, barred),
    ]


def _reports(by: By, organ_ids: Sequence[int], period: Period, barred: Sequence[UUID]) -> Account:
    """Counted where each came in; looked for at each organ, since one that was delivered has a row at both."""
    counted = balance(figure_rows(by, organ_ids, until=period.end), period)
    strays: list[Stray] = []
    for organ_id in organ_ids:
        every = counted_reports(by, [organ_id], until=date.max).exclude(pk__in=barred)
        backwards = every.filter(pk__in=[UUID(each) for each in counted.faulty])
        found = chain(
            unplaced_reports(every), loose_reports(every), ((each, BACKWARDS) for each in backwards)
        )
        strays += [Stray(each.number or "", lacks, "desk:dossier", each.pk) for each, lacks in found]
    return Account("来件", "件", counted, (*strays, *_envelopes(by, organ_ids)))


def _envelopes(by: By, organ_ids: Sequence[int]) -> Iterator[Stray]:
    """Only whoever noted an envelope finds it again, since it may concern anyone here; the auditor learns that one
    is without its clock, and nothing more.
    """
    for each in loose_envelopes(organ_ids):
        own = isinstance(by, Officer) and each.noted_by_id == by.staff_id
        audits = not isinstance(by, Officer) or Role.AUDITOR in by.roles
        if own or audits:
            yield Stray(str(each), "没有报送上级的期限", "desk:envelopes" if own else "")


def _matters(organ_ids: Sequence[int], period: Period, barred: Sequence[UUID]) -> Account:
    matters = guarded_matters(organ_ids, barred)
    rows = [_row(each.pk, each.opened_on, each.closed_on) for each in matters]
    numbers = {str(each.pk): each for each in matters}
    counted = balance(rows, period, unit="个")
    found = chain(loose_matters(matters), incomplete_matters(matters))
    strays = [Stray(each.number, lacks, "desk:matter", each.pk) for each, lacks in found]
    strays += [
        Stray(numbers[key].number, BACKWARDS, "desk:matter", numbers[key].pk) for key in counted.faulty
    ]
    return Account("事项", "个", counted, tuple(strays))


def _clues(organ_ids: Sequence[int], period: Period, barred: Sequence[UUID]) -> Account:
    clues = guarded_clues(organ_ids, barred)
    rows = [_row(each.pk, each.received_on, each.closed_on) for each in clues]
    codes = {str(each.pk): each for each in clues}
    counted = balance(rows, period, unit="条")
    strays = [Stray(each.code, lacks, "desk:clue", each.pk) for each, lacks in loose_clues(clues)]
    strays += [Stray(codes[key].code, BACKWARDS, "desk:clue", codes[key].pk) for key in counted.faulty]
    return Account("线索", "条", counted, tuple(strays))


def _people(organ_ids: Sequence[int], period: Period, barred: Sequence[UUID]) -> Account:
    """Everyone reported in a clue, from its registration to the approved outcome; by place in it, never by name."""
    rows, strays = [], []
    place: dict[UUID, int] = {}
    for clue, person, outcome in people_of_clues(guarded_clues(organ_ids, barred)):
        place[clue.pk] = place.get(clue.pk, 0) + 1
        named = f"{clue.code}第{place[clue.pk]}名被反映人"
        rows.append(_row(f"{clue.pk}/{person.pk}", clue.received_on, outcome.decided_on if outcome else None))
        if clue.closed_on is not None and outcome is None:
            strays.append(Stray(named, "线索已了结，没有经批准的处理结果", "desk:clue", clue.pk))
    return Account("被反映人", "人", balance(rows, period, unit="人"), tuple(strays))


def _row(key: object, begins_on: date, ends_on: date | None) -> FigureRow:
    return FigureRow(id=str(key), received_on=begins_on, closed_on=ends_on)
