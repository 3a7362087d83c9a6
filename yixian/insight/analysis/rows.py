"""One report and its reading as a row for figures: the office's own record first, the reading where it is silent."""

from yixian.insight.analysis.intake import Report
from yixian.insight.analysis.locality import area, locality
from yixian.insight.analysis.posts import post_categories
from yixian.insight.figures import FigureRow
from yixian.language import Reading, mask
from yixian.reception.importing import recorded


def figure_row(report: Report, reading: Reading, matter: str, presumed_repeat: bool | None) -> FigureRow:
    """What the office recorded stands above what the machine read."""
    names = [one.name for one in reading.accused] + [
        report.cell("sender"),
        *report.cell("accused").split("、"),
    ]
    return FigureRow(
        id=report.id,
        received_on=report.received_on,
        kind=recorded.read_kind(report.cell("kind")) or reading.kind,
        channel=recorded.read_channel(report.cell("channel")) or _channel_in_source(report),
        source=recorded.read_source(report.cell("source")),
        repeat=presumed_repeat
        if presumed_repeat is not None
        else recorded.read_yes_no(report.cell("repeat")),
        signed=recorded.read_yes_no(report.cell("signed")),
        issues=reading.issues,
        department=reading.department if reading.department_sure else "",
        area=area(reading.places),
        place=report.cell("place") or locality(reading.places),
        posts=_posts(report, reading),
        motive=reading.motive,
        who=reading.who,
        what=reading.what,
        when=reading.when,
        where=reading.where,
        evidence=reading.evidence,
        matter=matter,
        title=mask(report.subject or reading.summary[:40], names),
        closed_on=report.closed_on,
        outcomes=recorded.read_outcomes(report.cell("outcome")),
    )


def _channel_in_source(report: Report) -> str:
    """Some ledgers write 来信, 网络 … under 来源; then it is the channel."""
    return "" if report.cell("channel") else recorded.read_channel(report.cell("source"))


def _posts(report: Report, reading: Reading) -> tuple[str, ...]:
    if written := report.cell("accused_post"):
        return post_categories([(written, written)])
    return post_categories([(one.post, one.unit) for one in reading.accused])
