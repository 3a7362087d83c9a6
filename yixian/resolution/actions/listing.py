"""打印证据目录: opened for the print, held against who reported, and each print in the trail."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_seals, require
from yixian.protection.officer import Officer
from yixian.reception.actions import FilledPaper, require_discreet
from yixian.resolution.enums import CustodyState
from yixian.resolution.models import Clue, Evidence, Gap
from yixian.resolution.papers.evidence_list import ListedGap, ListedItem, evidence_list
from yixian.resolution.queries.verification import evidence_of, gaps_of
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NothingListed(Refusal):
    """A clue that was never verified has no evidence."""

    key = "nothing_listed"


@leaves_trail("resolution.print_evidence_list")
def print_evidence_list(*, by: Officer, clue: Clue, on: date) -> FilledPaper:
    """证据目录 as of a day."""
    require(by, "resolution.print_evidence_list", clue)
    if not hasattr(clue, "verification"):
        raise NothingListed("这条线索没有核查过，没有证据目录。")
    paper = evidence_list(
        organ=organ_of(clue.organ_id).name,
        code=clue.code,
        items=_items(by, clue, list(evidence_of(clue.verification.pk))),
        gaps=_gaps(by, clue, list(gaps_of(clue.verification.pk))),
        on=on,
    )
    require_discreet(by=by, reports=reports_of(clue.matter), text=paper.words.whole, what="证据目录")
    return paper


def _opened(by: Officer, clue: Clue, seals: Iterable[UUID | None], slot: str) -> dict[UUID | None, str]:
    return dict(open_seals(by=by, seals=seals, slot=slot, subject=clue.trail_subject).items())


def _items(by: Officer, clue: Clue, found: list[Evidence]) -> list[ListedItem]:
    words, files = [each.words for each in found], [each.file for each in found]
    titles, sources, shows = (_opened(by, clue, words, slot) for slot in ("title", "source", "shows"))
    names, sums = (_opened(by, clue, files, slot) for slot in ("name", "sha256"))
    return [
        ListedItem(
            each,
            titles[each.words],
            sources[each.words],
            shows[each.words],
            _held_by(each),
            names.get(each.file, ""),
            sums.get(each.file, ""),
        )
        for each in found
    ]


def _held_by(item: Evidence) -> str:
    return "".join(each.staff.name for each in item.custodies.all() if each.state == CustodyState.HELD)


def _gaps(by: Officer, clue: Clue, found: list[Gap]) -> list[ListedGap]:
    words = [each.words for each in found]
    wanted, holders = (_opened(by, clue, words, slot) for slot in ("wanted", "holder"))
    reasons = _opened(by, clue, [each.reason for each in found], "text")
    return [
        ListedGap(each, wanted[each.words], holders[each.words], reasons.get(each.reason, ""))
        for each in found
    ]
