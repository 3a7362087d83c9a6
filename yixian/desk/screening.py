"""A session as it is shown: its rows with what was decided, what to do about it, and which are still to decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.actions import reasons_of
from yixian.assessment.enums import MatterState, Verdict
from yixian.assessment.queries import Standing, decisions_in, rows_of, standings_of
from yixian.desk.matters import MatterLine, act_href, matter_lines
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.assessment.models import Screening, ScreeningDecision

FOLLOWS = {
    Verdict.CONTINUE: "照原来的安排办理；有超期的，要写明理由。",
    Verdict.MAKE_PLAN: "由承办人或者书记制定方案，写明步骤、责任人和期限。",
    Verdict.CONSULT: "等待列入下一次联席会诊的议程，会上逐个提出意见。",
    Verdict.DISPOSE: "登记线索，在期限内提出处置意见，报批。",
    Verdict.TRANSFER: "发函转出，登记对方答复。",
    Verdict.EXTEND: "在卷宗的期限旁申请，由另一人审批。",
    Verdict.MEET: "安排下访、约访或者陪访，办完登记。",
    Verdict.CLOSE: "五到位齐全后办结；缺哪一项，系统会指出来。",
}
"""What each decision leads to, shown beside it."""
WAITING, ALL, LATE, REPEATED, OLD = "waiting", "all", "late", "repeated", "old"
SHOWS = {WAITING: "待决定", ALL: "全部", LATE: "有超期的", REPEATED: "多次反映的", OLD: "积案"}


@dataclass(frozen=True, slots=True)
class Row:
    """One matter of a session before its words are opened."""

    standing: Standing
    decision: "ScreeningDecision | None"

    @property
    def is_closed(self) -> bool:
        """Nothing is to be decided: closed, or with another office."""
        return self.standing.matter.state != MatterState.OPEN or self.standing.sent_on

    @property
    def waits(self) -> bool:
        return self.decision is None and not self.is_closed


KEEPS: dict[str, Callable[[Row], bool]] = {
    WAITING: lambda row: row.waits,
    LATE: lambda row: bool(row.standing.overdue),
    REPEATED: lambda row: row.standing.is_repeated,
    OLD: lambda row: row.standing.is_old,
}


@dataclass(frozen=True, slots=True)
class ScreeningLine:
    """A row of the page, opened. ``act`` and ``href`` lead to what the decision asks for."""

    row: Row
    line: MatterLine
    reason: str
    act: str
    href: str


def session_rows(officer: Officer, screening: "Screening", on: date) -> list[Row]:
    """Every row that this officer may meet: what is late first, then the oldest."""
    matters = [each.matter for each in rows_of(officer, screening)]
    standings = standings_of(officer, matters, on, before=screening)
    decided = decisions_in(screening, [each.pk for each in matters])
    rows = [Row(each, decided.get(each.matter.pk)) for each in standings]
    return sorted(rows, key=lambda row: (-len(row.standing.overdue), -row.standing.age))


def shown_rows(rows: Sequence[Row], show: str) -> list[Row]:
    keeps = KEEPS.get(show)
    return [row for row in rows if keeps is None or keeps(row)]


def lines_of(officer: Officer, rows: Sequence[Row]) -> list[ScreeningLine]:
    """The rows of one page, opened together."""
    lines = matter_lines(officer, [row.standing for row in rows])
    reasons = reasons_of(officer, [row.decision for row in rows if row.decision])
    return [_line(row, line, reasons) for row, line in zip(rows, lines, strict=True)]


def _line(row: Row, line: MatterLine, reasons: dict[UUID, str]) -> ScreeningLine:
    decision = row.decision
    if decision is None:
        return ScreeningLine(row, line, "", "", "")
    act, href = act_href(line, decision.verdict)
    return ScreeningLine(row, line, reasons.get(decision.uid, ""), act, "" if row.is_closed else href)
