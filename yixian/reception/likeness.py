"""Which earlier reports may be about the same matter: found by keyed terms, weighed by the shared model.

Candidates come from the blind index, which opens nothing; only those that the officer may see anyway are opened,
in the officer's session, and compared by the model that also serves ``yixian analyse``. Nobody learns here of a
report that is not theirs, whatever they type.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from yixian.language.likeness import (
    Account,
    Hit,
    Likeness,
    Reason,
    TermKind,
    compare_many,
    rank_by_shared_terms,
    terms,
    trace,
)
from yixian.protection.actions import Match, find_terms, open_seals
from yixian.protection.officer import Officer
from yixian.reception.models import Report

MOST_OPENED = 10
LIKELY = 0.5
SHORTEST_TERM = 2
OLD_NUMBER = "old_number"
"""The kind of the index by which an imported report is found again under the office's own earlier number."""
ASKED = "asked"
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


def candidates(by: Officer, title: str, account: str, visible: Iterable[UUID]) -> list[UUID]:
    """The ids that share the most telling terms, best first, out of those that may be seen."""
    seen = set(visible)
    most = max(ALWAYS_TELLING, round(COMMON * len(seen)))
    found = find_terms(by=by, terms=index_words(title, account), most=most)
    hits = [hit for record, matches in found.items() if record in seen for hit in _hits(record, matches)]
    ranked = rank_by_shared_terms(hits, reports=max(len(seen), 1), limit=MOST_OPENED)
    return [UUID(record) for record, _ in ranked]


def _hits(record: UUID, matches: list[Match]) -> list[Hit]:
    return [Hit(str(record), TermKind(match.kind), match.df) for match in matches]


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
