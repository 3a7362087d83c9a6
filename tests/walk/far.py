"""The invariants of the whole office: nothing lost, nothing met by whoever stays away, nothing readable at rest."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Model

from tests.protection.canary import database_dump, found_in_bytes
from tests.walk.invariants import states_outside
from tests.walk.oracle import barred_names, names_behind
from tests.walk.world import World
from yixian.assessment import queries as assessment
from yixian.assessment.models import Matter
from yixian.assessment.queries.ledger import LedgerFilter
from yixian.insight.figures import Period
from yixian.insight.queries import reconciliation
from yixian.protection.models import Recusal
from yixian.protection.officer import SYSTEM, Officer
from yixian.reception import queries as reception
from yixian.reception.models import Clock, Report
from yixian.resolution import queries as resolution
from yixian.resolution.models import Clue
from yixian.trail.queries import verify

CANARY = ("金丝雀",)
"""Begins every text that the walk writes about people, and stands nowhere else."""
LEFT_UNDONE = {
    "已受理，没有定性",
    "定性为检举控告，没有立项",
    "线索已了结，没有经批准的处理结果",
    "已办结，还有来件没有答复",
}
"""What somebody has yet to do, and the reconciliation reminds of: a walk may leave off between the two. The last
two come of a person who is named after the clue was closed, and of a report that is opened again on new evidence
before its matter is.
"""


def now(world: World) -> list[str]:
    """Of this moment; some queries for each person who stays away from anything."""
    return [*states_outside(), *_ties_out(world), *_met_by_the_wrong(world), *_readable()]


def ever(world: World) -> list[str]:
    """Of the whole walk."""
    return [*(breach.text for breach in verify()), *_vanished(world)]


def _ties_out(world: World) -> Iterator[str]:
    """来件、事项、线索、被反映人: opening + new − closed = open, and no stray but what somebody has yet to do."""
    organ_ids = sorted({each.organ_id for each in world.town.staff.values()})
    for account in reconciliation(SYSTEM, organ_ids, Period(date(2026, 3, 10), world.today)):
        if not account.balance.ties:
            yield f"{account.thing}: {account.balance}"
        yield from (f"{each.number} {each.lacks}" for each in account.strays if each.lacks not in LEFT_UNDONE)


def _vanished(world: World) -> Iterator[str]:
    """Every report, matter, clue and clock that was ever made is there."""
    for model in (Report, Matter, Clue, Clock):
        kept = set(model.objects.values_list("pk", flat=True))
        gone = [pk for pk in world.born[model] if pk not in kept]
        if gone:
            yield f"{model.__name__}: {len(gone)} of {len(world.born[model])} are gone"


def _met_by_the_wrong(world: World) -> Iterator[str]:
    """Whoever is reported, near to the reported, or must stay away, meets nothing of it in any list."""
    follow = Following()
    for who in _tied(world):
        officer = world.officer(who)
        barred = barred_names(officer)
        for name, rows in lists_of(officer, world.today):
            met = [each for each in rows if barred & follow.names_of(each)]
            yield from (f"{who} meets {each!r} in {name}" for each in met)


class Following:
    """``names_behind`` of many rows, each followed back once."""

    def __init__(self) -> None:
        self.known: dict[tuple[type[Model], Any], frozenset[str]] = {}

    def names_of(self, row: Model) -> frozenset[str]:
        key = (type(row), row.pk)
        if key not in self.known:
            self.known[key] = names_behind(row)
        return self.known[key]


def _tied(world: World) -> list[str]:
    """Who has a tie to somebody of the roster, or a recusal that stands."""
    recused = set(Recusal.objects.filter(state="standing").values_list("staff_id", flat=True))
    return [who for who, staff in world.town.staff.items() if staff.pk in recused or world.town[who].tokens]


def lists_of(officer: Officer, today: date) -> Iterator[tuple[str, Iterable[Any]]]:
    """Every list of an office by name."""
    yield "the inbox", [each.report for each in reception.inbox(officer)]
    yield "registered reports", reception.registered_reports(officer)
    yield "visible reports", reception.visible_reports(officer)
    yield "what was handed over", reception.handed_to_me(officer)
    yield "the ledger", assessment.ledger(officer, LedgerFilter(), today)
    yield "matters", assessment.met_matters(officer)
    yield "open matters", assessment.open_matters(officer)
    yield "items of consultations", assessment.met_items(officer)
    yield "items of a seat", assessment.seat_items(officer)
    yield "duties of a seat", assessment.seat_duties(officer)
    yield "transfers sent", assessment.transfers_sent(officer)
    yield "transfers received", [each.copy for each in assessment.transfers_received(officer)]
    yield "crossings", assessment.crossings_waiting(officer)
    yield "reviews sent", resolution.reviews_sent(officer)
    hidden = assessment.hidden_matters(officer)
    yield "clues", resolution.clue_ledger(officer.organ_id, hidden=hidden)
    yield "tasks", resolution.tasks_in_hand(officer.staff_id)


def _readable() -> list[str]:
    return found_in_bytes(CANARY, database_dump())
