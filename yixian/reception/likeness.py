"""Which earlier reports may be about the same matter: found by keyed terms, weighed by the shared model.

Candidates come from the blind index, which opens nothing; only those that the officer may see anyway are opened,
in the officer's session, and compared by the model that also serves ``yixian analyse``. Nobody learns here of a
report that is not theirs, whatever they type.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.language.likeness import (
    Account,
    Likeness,
    Reason,
    TermKind,
    compare_many,
    surprise,
    terms,
    trace,
)
from yixian.protection.actions import open_seals, rank_terms
from yixian.protection.officer import Officer
from yixian.reception.models import Report

if TYPE_CHECKING:
    from django.db.models import QuerySet

MOST_OPENED = 10
LIKELY = 0.5
SHORTEST_TERM = 2
OLD_NUMBER = "old_number"
"""The kind of the index by which an imported report is found again under the office's own earlier number."""
ASKED = "asked"
READ_AT_FIRST, READ_ON, READ_AT_MOST = 64, 512, 8192
"""So many of the index's best are looked at. Long letters share much with everything: those are put in order by what
they share for their length.
"""
ALWAYS_TELLING, COMMON = 20, 0.05
"""A term that more reports hold than this number, or this share, says nothing."""


@dataclass(frozen=True, slots=True)
class LikelyRepeat:
    """An earlier report, how probably it is about the same matter, its title, and why."""

    report: Report
    probability: float
    title: str
    reasons: tuple[Reason, ...]


def index_words(title: str, account: str) -> dict[str, list[str]]:
    """The terms by kind. Who reports is left out: names of reporters could be guessed against the index."""
    words: dict[str, list[str]] = {}
    for kind, word in terms(Account(ASKED, title, account)):
        if kind is not TermKind.SENDER and len(word) >= SHORTEST_TERM:
            words.setdefault(kind.value, []).append(word)
    return words


def candidates(by: Officer, title: str, account: str, visible: "QuerySet[Report]") -> list[UUID]:
    """The ids that share the most telling terms, best first, out of those that may be seen.

    The index is read on until enough of them may be: whoever may see few gets as good a list as whoever sees all.
    """
    ranked = rank_terms(by=by, terms=index_words(title, account), weigh=_telling)
    found, start, step = list[tuple[float, UUID]](), 0, READ_AT_FIRST
    while start < min(len(ranked), READ_AT_MOST) and len(found) < MOST_OPENED:
        best = ranked.best(start, start + step)
        seen = set(
            visible.filter(pk__in=[each for each, _, _ in best]).order_by().values_list("pk", flat=True)
        )
        found += [(score / math.sqrt(1 + size), each) for each, score, size in best if each in seen]
        start, step = start + step, READ_ON
    found.sort(key=lambda each: (-each[0], str(each[1])))
    return [each for _, each in found[:MOST_OPENED]]


def _telling(kind: str, held: int, reports: int) -> float:
    if held > max(ALWAYS_TELLING, COMMON * reports):
        return 0.0
    return surprise(TermKind(kind), held, max(reports, 1))


def weigh(by: Officer, title: str, account: str, reports: list[Report]) -> list[LikelyRepeat]:
    """Open the candidates and compare each with the text; the likely ones, most probable first."""
    seals = [report.account_seal() for report in reports]
    titles = open_seals(by=by, seals=seals, slot="title")
    accounts = open_seals(by=by, seals=seals, slot="account")
    opened = {str(report.pk): report for report in reports if report.account_seal() in accounts}
    told = [
        Account(key, titles[one.account_seal()], accounts[one.account_seal()]) for key, one in opened.items()
    ]
    traces = [trace(each) for each in (Account(ASKED, title, account), *told)]
    likenesses = compare_many(traces, [(ASKED, key) for key in opened]) if opened else []
    likely = [_repeat(each, opened[each.id_b], titles) for each in likenesses if each.probability >= LIKELY]
    return sorted(likely, key=lambda each: (-each.probability, each.report.number or ""))


def _repeat(likeness: Likeness, report: Report, titles: dict[UUID, str]) -> LikelyRepeat:
    return LikelyRepeat(report, likeness.probability, titles[report.account_seal()], likeness.reasons)
