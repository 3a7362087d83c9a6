"""检索: what an officer may see, found by a few words. The trail keeps that somebody searched, never for what."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.assessment.searching import MOST_FOUND, hits_among, words_in
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.queries import registered_reports
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report


class TooVague(Refusal):
    """Nothing long enough to look for."""

    key = "too_vague"


@dataclass(frozen=True, slots=True)
class Found:
    """One report and why it was found, in words."""

    report: "Report"
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best first, at most some dozens; ``count`` is how many there are of what this officer may see."""

    found: list[Found]
    count: int
    left_out: list[str]

    @property
    def trail_subject(self) -> str:
        return f"found:{self.count}"


@leaves_trail("assessment.search_reports")
def search_reports(*, by: Officer, text: str) -> SearchResult:
    """By number, whoever is reported, phone, place and words; never by who reported."""
    require(by, "assessment.search_reports")
    words, left_out = words_in(text)
    if not words:
        raise TooVague("请输入至少两个字，例如编号、人名、地名或者事由。")
    visible = registered_reports(by)
    hits = hits_among(by, words, visible.prefetch_related(None).order_by())
    reports = {each.pk: each for each in visible.filter(pk__in=hits)}
    ranked = sorted(reports.values(), key=lambda each: (hits[each.pk].weight, each.received_on), reverse=True)
    found = [Found(each, hits[each.pk].sentences()) for each in ranked[:MOST_FOUND]]
    return SearchResult(found, len(ranked), left_out)
