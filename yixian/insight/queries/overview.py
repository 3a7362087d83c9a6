"""Figures over any period and any part of the tree, for whoever may see them."""

from collections.abc import Sequence
from datetime import date

from yixian.insight.figures import AnalysisFigures, FigureRow, Period, compose_figures
from yixian.insight.queries.records import figure_rows
from yixian.language import heat
from yixian.protection.officer import Officer
from yixian.roster.queries import organ_of, organs_under


def organs_in_sight(officer: Officer) -> dict[int, str]:
    """The officer's own organ and those under it, by id."""
    return {organ.pk: organ.name for organ in organs_under(officer.organ_id)}


def analysis_of(
    officer: Officer, organ_ids: Sequence[int], period: Period, *, leaves: bool = False
) -> AnalysisFigures:
    """Everything that the pages and the report state; the rows reach back over the periods compared with.

    With ``leaves`` for a paper that leaves the office: small cells are joined.
    """
    rows = figure_rows(officer, organ_ids, until=period.end)
    heats, office = _heats(rows, period), _office(organ_ids)
    return compose_figures(rows, period, heats, office=office, notes=NOTES, leaves=leaves)


NOTES = (
    "数字由办理记录直接汇总，未打开任何举报件；每个数字都可以追溯到来件。",
    "初次与重复以经办人员的认定为准：作为重复件留存的计为重复，关联到同一事项的不一定是重复。",
)


def _office(organ_ids: Sequence[int]) -> str:
    return organ_of(organ_ids[0]).name if len(organ_ids) == 1 else "全县"


def _heats(rows: Sequence[FigureRow], period: Period) -> list[heat.Heat]:
    """Who reports is sealed: each report counts as a reporter of its own, but a repeat is the first one's."""
    inside = [row for row in rows if row.received_on in period and row.matter]
    reports = [heat.Report(row.id, row.first or row.id, row.received_on) for row in inside]
    return heat.rank(reports, {row.id: row.matter for row in inside})


def period_named(name: str, today: date) -> Period:
    """month, quarter, year, or twelve: from its first day to today's."""
    first = {
        "month": today.replace(day=1),
        "quarter": date(today.year, 3 * ((today.month - 1) // 3) + 1, 1),
        "year": date(today.year, 1, 1),
        "twelve": _twelve_months_before(today),
    }[name]
    return Period(first, today)


def _twelve_months_before(today: date) -> date:
    """The first day of the month eleven months ago, so that twelve months are in the period."""
    index = today.year * 12 + today.month - 1 - 11
    return date(index // 12, index % 12 + 1, 1)
