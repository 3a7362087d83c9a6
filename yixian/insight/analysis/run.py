"""The analysis itself: read every report, find the matters, rank them, measure."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from yixian.insight.analysis.intake import Intake, Report
from yixian.insight.analysis.recurrence import presumed_repeats
from yixian.insight.analysis.rows import figure_row
from yixian.insight.figures import WHOLE_TIME, AnalysisFigures, FigureRow, Period, compose_figures
from yixian.language import Reading, heat, matters, read_many
from yixian.language.likeness import Account, Likenesses, likenesses

READ_UP_TO = 20_000
"""Characters of a detail that are read; a letter has some thousands, and the whole stays in the ledger."""


class Steps(Protocol):
    """How progress is told: a step begins with its total, and advances."""

    def begin(self, name: str, total: int) -> None: ...

    def advance(self, more: int) -> None: ...


class Quiet:
    """Nobody is watching."""

    def begin(self, name: str, total: int) -> None:
        return

    def advance(self, more: int) -> None:
        return


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found, row by row in the order of the file, ready to be written."""

    intake: Intake
    readings: Sequence[Reading]
    likenesses: Likenesses
    matter_of: dict[str, str]
    heats: Sequence[heat.Heat]
    rows: Sequence[FigureRow]
    figures: AnalysisFigures


def analyse(
    intake: Intake, *, office: str = "", period: Period | None = None, steps: Steps | None = None
) -> Analysis:
    """Read, link, rank and measure. ``period`` defaults to the days from the first report to the last."""
    steps = steps or Quiet()
    readings = _read(intake.reports, steps)
    likeness = _link(intake.reports, steps)
    accounts = [_account(report) for report in intake.reports]
    matter_of = matters.cluster(accounts, likeness)
    steps.begin("排热度、算数据", 1)
    heats = heat.rank([_warmth(report) for report in intake.reports], matter_of)
    repeats = {} if "repeat" in intake.recognised else presumed_repeats(intake.reports, matter_of)
    rows = [
        figure_row(report, reading, matter_of[report.id], repeats.get(report.id))
        for report, reading in zip(intake.reports, readings, strict=True)
    ]
    period = period or _whole(rows)
    figures = compose_figures(
        rows,
        period,
        heat.rank([_warmth(report) for report in intake.reports if report.received_on in period], matter_of),
        office=office,
        notes=(*intake.notes, *_readings_used(intake)),
        closings_recorded="closed_on" in intake.recognised,
    )
    steps.advance(1)
    return Analysis(intake, readings, likeness, matter_of, heats, rows, figures)


def _read(reports: Sequence[Report], steps: Steps) -> list[Reading]:
    steps.begin("阅读来件", len(reports))
    texts = [(report.subject, report.detail[:READ_UP_TO]) for report in reports]
    return read_many(texts, progress=steps.advance)


def _link(reports: Sequence[Report], steps: Steps) -> Likenesses:
    steps.begin("比对同一事项", 0)
    return likenesses([_account(report) for report in reports], progress=_totals(steps))


def _totals(steps: Steps) -> Callable[[int, int], None]:
    """The likeness step tells (done, total); a bar wants the total once and then the difference."""
    told = [0, 0]

    def tell(done: int, total: int) -> None:
        if total != told[1]:
            steps.begin("比对同一事项", total)
            told[:] = [0, total]
        steps.advance(done - told[0])
        told[0] = done

    return tell


def _account(report: Report) -> Account:
    return Account(
        id=report.id,
        subject=report.subject,
        detail=report.detail[:READ_UP_TO],
        sender=report.cell("sender") or None,
        received_on=report.received_on,
    )


def _warmth(report: Report) -> heat.Report:
    votes = report.cell("supporters").removesuffix(".0")
    return heat.Report(
        id=report.id,
        sender=report.cell("sender") or None,
        received_on=report.received_on,
        supporters=int(votes) if votes.isdecimal() else 0,
    )


def _whole(rows: Sequence[FigureRow]) -> Period:
    days: list[dt.date] = [row.received_on for row in rows if row.received_on is not None]
    return Period(min(days), max(days)) if days else WHOLE_TIME


def _readings_used(intake: Intake) -> list[str]:
    """Which figures rest on the office's own columns and which on the machine's reading."""
    from_ledger = [name for key, name in _RECORDED.items() if key in intake.recognised]
    from_reading = [
        name for key, name in _RECORDED.items() if key not in intake.recognised and key in _READABLE
    ]
    notes = []
    if "repeat" not in intake.recognised and "sender" in intake.recognised:
        notes.append("台账没有登记初次、重复，按同一反映人就同一事项再次反映推定。")
    if from_ledger:
        notes.append(f"{'、'.join(from_ledger)}以台账登记为准（登记为空或无法识别的除外）。")
    read = "、".join([*from_reading, "问题性质", "所属部门", "动机、五项要素"])
    notes.append(f"{read}由系统阅读原文判断，供参考，可人工更正。")
    return notes


_RECORDED = {
    "kind": "类别",
    "channel": "信访方式",
    "source": "来源",
    "place": "属地",
    "accused_post": "被反映人职务",
}
_READABLE = {"kind", "place", "accused_post"}
