"""An office with very many reports, each really sealed: rows as the product's actions leave them, many at once.

Every report has an account and a name under seal, an owner, its first step, a class, a matter of its own, a clock that
was met and one that runs: a million reports have a million open clocks. Days lie in the five years before ``ON``.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

from yixian.assessment.actions import ImportedFacts, settle_imported
from yixian.protection.actions import IDENTITY, ToSeal, seal_many
from yixian.protection.officer import Officer
from yixian.reception.enums import Channel, HandOverReason, ReportState, Signing, SourceKind
from yixian.reception.models import Clock, Handling, Report, ReportedPerson, StepTaken
from yixian.reception.numbering import next_report_numbers
from yixian.reception.sealing import context_of
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.regulations.deadlines import DueDate, due
from yixian.regulations.terms import term
from yixian.roster.models import Village
from yixian.roster.queries import working_calendar
from yixian.toolkit.inserting import insert_objects

ON = date(2026, 3, 9)
DAYS = 5 * 365
BATCH = 5_000
HANDLERS_SHARE = 0.0005
"""The handler's own: some hundreds of a million."""
CHANNELS = (Channel.LETTER, Channel.LETTER, Channel.CALL, Channel.WEB, Channel.WEB, Channel.OTHER)
STATES = (ReportState.REGISTERED, ReportState.ACCEPTED, ReportState.ACCEPTED, ReportState.ANSWERED)
ISSUES = tuple(VillageIssue)
SIGNINGS = (Signing.ANONYMOUS, Signing.ANONYMOUS, Signing.REAL_NAME)
CLASSES: tuple[ReportClass | None, ...] = (*ReportClass, None)
SHARES = (700, 198, 60, 40, 2)
"""Two in a thousand have no class yet."""
MET, RUNNING = "acceptance_notice", "ordinary_closing"


class Crowd:
    """Writes reports for one office; ``by`` registers, ``handler`` owns a few."""

    def __init__(self, by: Officer, other: Officer, handler: Officer, villages: Sequence[Village]) -> None:
        self.by, self.other, self.handler, self.villages = by, other, handler, villages
        self.draw = random.Random(20260309)  # noqa: S311 - invented rows, not a secret
        calendar = working_calendar()
        self.due: Callable[[str, date], DueDate] = cache(lambda key, since: due(term(key), since, calendar))

    def write(self, count: int) -> None:
        days = [ON - timedelta(days=self.draw.randrange(1, DAYS)) for _ in range(count)]
        reports = [
            self._report(day, number)
            for day, number in zip(days, next_report_numbers(self.by.organ_id, days), strict=True)
        ]
        people = self._sealed(reports)
        for rows in (reports, people, self._handlings(reports), self._steps(reports), self._clocks(reports)):
            insert_objects(rows)
        settle_imported(
            by=self.by, subject=reports[0], facts=[self._settled(each) for each in reports], on=ON
        )

    def _report(self, day: date, number: str) -> Report:
        clerk = self.draw.choice((self.by, self.other))
        state = self.draw.choice(STATES)
        return Report(
            id=uuid4(),
            organ_id=self.by.organ_id,
            number=number,
            channel=self.draw.choice(CHANNELS),
            source=SourceKind.OWN,
            signing=self.draw.choice(SIGNINGS),
            received_on=day,
            registered_on=day,
            registered_by_id=clerk.staff_id,
            first_handler_id=clerk.staff_id,
            state=state,
            village=self.draw.choice(self.villages),
            answered_on=day + timedelta(days=1) if state is ReportState.ANSWERED else None,
            next_due=self.due(RUNNING, day).on,
        )

    def _sealed(self, reports: Sequence[Report]) -> list[ReportedPerson]:
        wanted = [one for each in reports for one in self._to_seal(each)]
        made = iter(seal_many(organ_id=self.by.organ_id, wanted=wanted))
        people = []
        for report in reports:
            report.account = next(made)
            if report.signing == Signing.REAL_NAME:
                report.identity = next(made)
            people.append(
                ReportedPerson(report=report, position=1, category="group_head", name_seal=next(made))
            )
        return people

    def _to_seal(self, report: Report) -> Iterator[ToSeal]:
        told = f"反映{report.village}发放补贴不公"
        account = {
            "title": told,
            "account": f"{told}，金额{self.draw.randrange(500, 90_000)}元。",
            "place": "",
            "wish": "",
        }
        yield ToSeal(context_of(report.pk, "account"), account)
        if report.signing == Signing.REAL_NAME:
            reporter = {"name": "无此报者", "phone": "", "address": "", "id_number": "", "note": ""}
            yield ToSeal(context_of(report.pk, "identity"), reporter, IDENTITY)
        yield ToSeal(context_of(report.pk, "name"), {"name": "无此人氏", "post": "组长", "unit": ""})

    def _handlings(self, reports: Sequence[Report]) -> list[Handling]:
        return [
            Handling(
                report=each,
                staff_id=self.handler.staff_id
                if self.draw.random() < HANDLERS_SHARE
                else each.registered_by_id,
                since_on=each.registered_on,
                accepted_on=each.registered_on,
                why=HandOverReason.FIRST,
            )
            for each in reports
        ]

    def _steps(self, reports: Sequence[Report]) -> list[StepTaken]:
        return [
            StepTaken(
                report=each,
                act="reception.import_rows",
                to_state=each.state,
                taken_on=each.registered_on,
                taken_by_id=each.registered_by_id,
            )
            for each in reports
        ]

    def _clocks(self, reports: Sequence[Report]) -> Iterator[Clock]:
        for each in reports:
            met: dict[str, Any] = {"met_on": each.received_on, "met_by": "reception.notify_acceptance"}
            yield self._clock(each, MET, met)
            yield self._clock(each, RUNNING, {})

    def _clock(self, report: Report, key: str, met: dict[str, Any]) -> Clock:
        ends = self.due(key, report.received_on)
        return Clock(
            organ_id=report.organ_id,
            report=report,
            term_key=key,
            started_on=report.received_on,
            due_on=ends.on,
            provisional=ends.provisional,
            basis=ends.basis,
            **met,
        )

    def _settled(self, report: Report) -> ImportedFacts:
        return ImportedFacts(
            report=report,
            title=f"反映{report.village}发放补贴不公",
            report_class=self.draw.choices(CLASSES, SHARES)[0],
            main_issue=self.draw.choice(ISSUES),
        )
