"""The basic facts that an office must always be able to state, for any period, with 同比 and 环比."""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.insight.figures.breakdowns import breakdowns
from yixian.insight.figures.counting import Breakdown, Change, Figure, change
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow


@dataclass(frozen=True, slots=True)
class BasicFacts:
    """Counts of a period. ``undated`` rows belong to no period and are counted apart."""

    total: Figure
    year_before: Change
    before: Change
    undated: Figure
    kinds: Breakdown
    channels: Breakdown
    recurrence: Breakdown
    sources: Breakdown
    signing: Breakdown
    departments: Breakdown
    issues: Breakdown
    places: Breakdown

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        return (
            *(self.kinds, self.channels, self.recurrence, self.sources),
            *(self.signing, self.departments, self.issues, self.places),
        )


GRACE = 31
"""Days by which the first report may come after the start of a period that still counts as covered."""


def basic_facts(rows: Sequence[FigureRow], period: Period) -> BasicFacts:
    """Rows received in ``period``; earlier rows in ``rows`` serve the comparisons."""
    inside = [row for row in rows if row.received_on in period]
    undated = tuple(row.id for row in rows if row.received_on is None)
    first = min((row.received_on for row in rows if row.received_on), default=None)

    def earlier(span: Period) -> int | None:
        """None where the data do not reach back to that period: it was not measured, rather than zero."""
        if first is None or (first - span.start).days > min(GRACE, span.days // 4):
            return None
        return sum(row.received_on in span for row in rows)

    return BasicFacts(
        total=_total(inside),
        year_before=change("同比", len(inside), earlier(period.year_before())),
        before=change("环比", len(inside), earlier(period.before())),
        undated=Figure(
            "undated",
            "无有效日期",
            len(undated),
            "件",
            "没有日期或日期无法识别，不计入任何时段",
            rows=undated,
        ),
        **breakdowns(inside),
    )


def _total(inside: Sequence[FigureRow]) -> Figure:
    definition = "报告期内收到的信访举报件次，重复件各计一件；以收到日期为准"
    ids = tuple(row.id for row in inside)
    return Figure("total", "收到信访举报", len(ids), "件", definition, len(ids), ids)
