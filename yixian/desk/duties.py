"""Today: what is mine, due and new for one officer, and nothing else.

Everything here is asked of the houses' queries, which leave out what the officer may not meet. Titles are opened
together, in one query and one entry of the trail.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from yixian.desk.due import due_of
from yixian.desk.waiting import Waiting, waiting_for
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.enums import Direction
from yixian.reception.queries import (
    InboxItem,
    clocks_due,
    duty_between,
    inbox,
    registered_reports,
    unread_letters,
)
from yixian.reception.queries.mail import URGENT
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.calendar import WorkingCalendar
from yixian.regulations.terms import term
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due

if TYPE_CHECKING:
    from yixian.reception.models import Clock, DutyShift, Message, Report

LOOK_AHEAD = timedelta(days=31)
MOST_MINE = 30
MOST_DUE = 200
CALM = frozenset({"early", "met", "paused"})


@dataclass(frozen=True, slots=True)
class DueLine:
    """One clock that presses, with what it belongs to."""

    number: str
    title: str
    term: str
    due: Due
    href: str


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One report that this officer owns, with its next due date."""

    report: "Report"
    title: str
    due: Due | None
    href: str


@dataclass(frozen=True, slots=True)
class LetterLine:
    """An unread letter of a reporter; one about retaliation or protection is ``urgent``."""

    message: "Message"
    urgent: bool
    href: str


@dataclass(frozen=True, slots=True)
class Duties:
    """What the page of today shows. ``more_due``: more clocks press than are listed. ``unattended`` says that a
    working day has nobody to receive visits.
    """

    due: list[DueLine] = field(default_factory=list)
    more_due: bool = False
    waiting: list[Waiting] = field(default_factory=list)
    letters: list[LetterLine] = field(default_factory=list)
    inbox: list[InboxItem] = field(default_factory=list)
    mine: list[OwnLine] = field(default_factory=list)
    registers: bool = False
    on_duty: "list[DutyShift]" = field(default_factory=list)
    unattended: bool = False

    @property
    def oldest_in_inbox(self) -> date | None:
        return self.inbox[0].report.received_on if self.inbox else None


def duties_of(officer: Officer, on: date) -> Duties:
    """Everything of today for one officer."""
    if not may(officer, "reception.list_reports"):
        return Duties(waiting=waiting_for(officer, on))
    calendar = working_calendar()
    clocks, mine = list(clocks_due(officer, on + LOOK_AHEAD)[: MOST_DUE + 1]), own_reports(officer)
    more = len(clocks) > MOST_DUE
    clocks = clocks[:MOST_DUE]
    reports = [clock.report for clock in clocks if clock.report] + mine
    on_duty = list(duty_between(officer.organ_id, on, on))
    own_clocks = list(clocks_due(officer).filter(report__in=mine))
    titles = titles_of(officer, reports)
    return Duties(
        due=_due_lines(clocks, titles, on, calendar),
        more_due=more,
        waiting=waiting_for(officer, on),
        letters=_letter_lines(officer),
        inbox=inbox(officer),
        mine=_own_lines(mine, own_clocks, titles, on, calendar),
        registers=may(officer, "reception.register_letter"),
        on_duty=on_duty,
        unattended=not on_duty and calendar.is_working_day(on),
    )


def titles_of(officer: Officer, reports: "list[Report]") -> dict[UUID | None, str]:
    """The titles by seal; what does not open for this officer is missing."""
    opened = open_seals(by=officer, seals=[each.account for each in reports], slot="title")
    return dict(opened.items())


def own_reports(officer: Officer) -> "list[Report]":
    """The unsettled reports that this officer owns, the longest open first."""
    owned = registered_reports(officer).filter(
        handlings__staff_id=officer.staff_id,
        handlings__until_on__isnull=True,
        handlings__accepted_on__isnull=False,
    )
    return list(owned.exclude(state__in=SETTLED_STATES).order_by("received_on", "pk")[:MOST_MINE])


def _due_lines(
    clocks: "list[Clock]", titles: dict[UUID | None, str], on: date, calendar: WorkingCalendar
) -> list[DueLine]:
    lines = [_due_line(clock, titles, due_of(clock, on, calendar)) for clock in clocks]
    return [line for line in lines if line.due.grade not in CALM]


def _due_line(clock: "Clock", titles: dict[UUID | None, str], due: Due) -> DueLine:
    name, report = term(clock.term_key).name, clock.report
    if report is None:
        return DueLine("信封", "属于上级的来件，报送上级", name, due, reverse("desk:envelopes"))
    href = reverse("desk:dossier", args=[report.pk])
    return DueLine(report.number or "", titles.get(report.account, ""), name, due, href)


def _letter_lines(officer: Officer) -> list[LetterLine]:
    lines = [
        LetterLine(each, each.kind in URGENT, reverse("desk:letters", args=[each.report_id]))
        for each in unread_letters(officer)
        if each.direction == Direction.FROM_REPORTER
    ]
    return sorted(lines, key=lambda line: not line.urgent)


def _own_lines(
    mine: "list[Report]",
    clocks: "list[Clock]",
    titles: dict[UUID | None, str],
    on: date,
    calendar: WorkingCalendar,
) -> list[OwnLine]:
    """The next clock of each; ``clocks`` come in the order of their due dates."""
    next_clock: dict[UUID | None, Clock] = {}
    for clock in clocks:
        next_clock.setdefault(clock.report_id, clock)
    return [
        OwnLine(
            report,
            titles.get(report.account, ""),
            due_of(next_clock[report.pk], on, calendar) if report.pk in next_clock else None,
            reverse("desk:dossier", args=[report.pk]),
        )
        for report in mine
    ]
