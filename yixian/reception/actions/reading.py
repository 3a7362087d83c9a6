"""Opening a report for the screen, and looking for earlier ones about the same matter. Both are in the trail."""

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.likeness import LikelyRepeat, candidates, weigh
from yixian.reception.models import Report
from yixian.reception.opening import ReportContent, read_whole
from yixian.reception.visibility import registered_reports
from yixian.trail.actions import leaves_trail


@leaves_trail("reception.read_report")
def read_report(*, by: Officer, report: Report) -> ReportContent:
    """The account and the reported persons. Who reported is never among it."""
    require(by, "reception.read_report", report)
    return read_whole(by, report)


@leaves_trail("reception.compare_reports")
def possible_repeats(
    *, by: Officer, title: str, account: str, without: Report | None = None
) -> list[LikelyRepeat]:
    """Earlier reports, among those this officer may see, that are likely about the same matter, with reasons."""
    require(by, "reception.compare_reports")
    visible = registered_reports(by)
    if without is not None:
        visible = visible.exclude(pk=without.pk)
    ids = candidates(by, title, account, visible)
    return weigh(by, title, account, list(visible.filter(pk__in=ids)))
