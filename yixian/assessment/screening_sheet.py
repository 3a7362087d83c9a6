"""The list of a session as a table, in the columns that an office keeps. No column tells who reported."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from yixian.assessment.minutes import reasons_of
from yixian.assessment.models import Classification, Matter, Screening, ScreeningDecision
from yixian.assessment.queries import classifications_of
from yixian.assessment.queries.screenings import decisions_in
from yixian.assessment.queries.weighing import Standing, standings_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT
from yixian.regulations.terms import term
from yixian.toolkit.exports import Column, Value

BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class ScreeningEntry:
    """One line of the list with everything that its cells are taken from."""

    standing: Standing
    title: str
    classes: Mapping[UUID, Classification]
    decision: ScreeningDecision | None
    reasons: Mapping[UUID, str]

    @property
    def classed(self) -> list[Classification]:
        return [self.classes[each.pk] for each in self.standing.reports if each.pk in self.classes]


Cell: TypeAlias = tuple[Column, Callable[[ScreeningEntry], Value]]
CELLS: tuple[Cell, ...] = (
    (Column("事项编号", 13), lambda e: e.standing.matter.number),
    (Column("标题", 32, wraps=True), lambda e: e.title),
    (Column("立项日期", 11), lambda e: e.standing.matter.opened_on),
    (Column("立项天数", 9), lambda e: e.standing.age),
    (Column("事项状态", 9), lambda e: e.standing.matter.get_state_display()),
    (Column("来件数", 7), lambda e: e.standing.count),
    (Column("来件编号", 24, wraps=True), lambda e: _each(report.number for report in e.standing.reports)),
    (Column("来件状态", 16), lambda e: e.standing.states),
    (Column("类别", 10), lambda e: _each(each.get_report_class_display() for each in e.classed)),
    (Column("主要问题", 16), lambda e: _each(each.get_main_issue_display() for each in e.classed)),
    (Column("村（社区）", 12), lambda e: _each(_village(report) for report in e.standing.reports)),
    (Column("承办人", 12), lambda e: e.standing.owners),
    (Column("超期项数", 9), lambda e: len(e.standing.overdue)),
    (
        Column("最近的期限", 18),
        lambda e: term(e.standing.clocks[0].term_key).name if e.standing.clocks else "",
    ),
    (Column("到期日", 11), lambda e: e.standing.clocks[0].due_on if e.standing.clocks else None),
    (Column("热度", 8), lambda e: round(e.standing.heat.heat, 2)),
    (Column("化解方案", 10), lambda e: "有" if e.standing.plan else ""),
    (Column("方案责任人", 11), lambda e: e.standing.plan.responsible.name if e.standing.plan else ""),
    (Column("下一步骤期限", 13), lambda e: e.standing.next_step.due_on if e.standing.next_step else None),
    (Column("上次决定", 16), lambda e: _verdict(e.standing.last)),
    (Column("上次决定日期", 13), lambda e: e.standing.last.decided_on if e.standing.last else None),
    (Column("本次决定", 16), lambda e: _verdict(e.decision)),
    (Column("理由", 32, wraps=True), lambda e: e.reasons.get(e.decision.uid, "") if e.decision else ""),
    (Column("决定人", 10), lambda e: e.decision.decided_by.name if e.decision else ""),
    (Column("决定日期", 11), lambda e: e.decision.decided_on if e.decision else None),
)
COLUMNS = tuple(column for column, _ in CELLS)


def row(entry: ScreeningEntry) -> list[Value]:
    return [cell(entry) for _, cell in CELLS]


def entries_of(
    by: Officer, screening: Screening, matters: Sequence[Matter], on: date
) -> Iterator[ScreeningEntry]:
    """The lines of these matters, in a fixed number of queries; what does not open stays an empty cell."""
    standings = standings_of(by, matters, on, before=screening)
    decided = decisions_in(screening, [each.pk for each in matters])
    reasons = reasons_of(by, list(decided.values()))
    titles = open_seals(by=by, seals=[each.title for each in matters], slot=SLOT)
    classes = classifications_of([report.pk for each in standings for report in each.reports])
    for each in standings:
        title = titles.get(each.matter.title, "")
        yield ScreeningEntry(each, title, classes, decided.get(each.matter.pk), reasons)


def _each(words: "Iterator[str | None]") -> str:
    """Each once, in the order of the reports."""
    return BETWEEN.join(dict.fromkeys(word for word in words if word))


def _village(report: object) -> str:
    village = getattr(report, "village", None)
    return str(village.name) if village else ""


def _verdict(decision: ScreeningDecision | None) -> str:
    return decision.get_verdict_display() if decision else ""
