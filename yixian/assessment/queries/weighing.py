"""How a matter stands: its age, reports, clocks, heat, plan and last decision; a fixed number of queries for a list.

Matters are weighed, never people: who reports is sealed, and a repeat counts as the first one's reporter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.models import Matter, Plan, PlanStep, Screening, ScreeningDecision
from yixian.assessment.queries.elsewhere import GONE, matters_elsewhere
from yixian.assessment.queries.matters import current_links
from yixian.assessment.queries.plans import next_steps_of, plans_of
from yixian.assessment.queries.screenings import last_decisions
from yixian.assessment.queries.standing import open_matters
from yixian.language import heat
from yixian.protection.officer import Officer
from yixian.reception.enums import ReportState
from yixian.reception.queries import clocks_due
from yixian.regulations.alerts import AlertGrade, grade
from yixian.regulations.civil_code import end_by_months
from yixian.regulations.local_practice import LONG_PENDING_TERM, REPEATED_FROM

if TYPE_CHECKING:
    from yixian.reception.models import Clock, Report


@dataclass(frozen=True, slots=True)
class Standing:
    """One matter. ``clocks`` run on those of its reports that the officer may see, the first due first. ``sent_on``
    is open, with every report at another office.
    """

    matter: Matter
    age: int
    reports: "list[Report]"
    clocks: "list[Clock]"
    heat: heat.Heat
    plan: Plan | None
    next_step: PlanStep | None
    last: ScreeningDecision | None
    on: date
    sent_on: bool = False

    @property
    def count(self) -> int:
        return len(self.reports)

    @property
    def overdue(self) -> "list[Clock]":
        return [clock for clock in self.clocks if clock.due_on < self.on]

    @property
    def near(self) -> "list[Clock]":
        pressing = (AlertGrade.NEAR, AlertGrade.DUE)
        return [each for each in self.clocks if grade(each.started_on, each.due_on, self.on) in pressing]

    @property
    def owners(self) -> str:
        """Whoever handles a report of it now."""
        handlings = (each for report in self.reports for each in report.handlings.all() if each.is_current)
        return "、".join(dict.fromkeys(each.staff.name for each in handlings))

    @property
    def states(self) -> str:
        """The states of its reports, each once, with how many where there are several."""
        told = [ReportState(report.state).label for report in self.reports]
        counts = {each: told.count(each) for each in dict.fromkeys(told)}
        return "、".join(
            f"{each}{number}件" if len(told) > 1 else str(each) for each, number in counts.items()
        )

    @property
    def is_old(self) -> bool:
        return end_by_months(self.matter.opened_on, LONG_PENDING_TERM.length) < self.on

    @property
    def is_repeated(self) -> bool:
        return self.count >= REPEATED_FROM


def standings_of(
    officer: Officer, matters: Sequence[Matter], on: date, *, before: Screening | None = None
) -> list[Standing]:
    """In the order given. ``before`` takes the last decision from earlier sessions than this one."""
    ids = [matter.pk for matter in matters]
    reports, clocks = _reports_of(ids), _clocks_of(officer, ids)
    heats, plans, steps = _heats(reports), plans_of(ids), next_steps_of(ids)
    last, gone = last_decisions(ids, before=before), _sent_on(reports)
    return [
        Standing(
            matter=each,
            age=(on - each.opened_on).days,
            reports=reports.get(each.pk, []),
            clocks=clocks.get(each.pk, []),
            heat=heats[str(each.pk)],
            plan=plans.get(each.pk),
            next_step=steps.get(each.pk),
            last=last.get(each.pk),
            on=on,
            sent_on=each.pk in gone,
        )
        for each in matters
    ]


def _reports_of(matter_ids: list[UUID]) -> "dict[UUID, list[Report]]":
    links = current_links().filter(matter_id__in=matter_ids).select_related("report__village")
    found: dict[UUID, list[Report]] = {each: [] for each in matter_ids}
    for link in links.prefetch_related("report__handlings__staff", "report__people"):
        found[link.matter_id].append(link.report)
    return found


def _sent_on(reports: "dict[UUID, list[Report]]") -> set[UUID]:
    """Asked only of matters of which no report is here by its state: most lists have none."""
    told = {key for key, found in reports.items() if found and all(each.state in GONE for each in found)}
    return matters_elsewhere(told) if told else set()


def _clocks_of(officer: Officer, matter_ids: list[UUID]) -> "dict[UUID, list[Clock]]":
    links = current_links().filter(matter_id__in=matter_ids)
    matter_of = dict(links.values_list("report_id", "matter_id"))
    found: dict[UUID, list[Clock]] = {}
    for clock in clocks_due(officer).filter(report__in=list(matter_of)):
        if clock.report_id:
            found.setdefault(matter_of[clock.report_id], []).append(clock)
    return found


def _heats(reports: "dict[UUID, list[Report]]") -> dict[str, heat.Heat]:
    told = [
        heat.Report(str(each.pk), str(each.repeat_of_id or each.pk), each.received_on)
        for found in reports.values()
        for each in found
    ]
    matter_of = {str(each.pk): str(matter) for matter, found in reports.items() for each in found}
    return {each.matter: each for each in heat.rank(told, matter_of)}


def old_matters(
    officer: Officer, on: date, *, months: int = LONG_PENDING_TERM.length, reports: int = REPEATED_FROM
) -> list[Standing]:
    """积案: the open matters that are older than so many months or have so many reports, the oldest first."""
    every = standings_of(officer, list(open_matters(officer)), on)
    return [
        each for each in every if end_by_months(each.matter.opened_on, months) < on or each.count >= reports
    ]
