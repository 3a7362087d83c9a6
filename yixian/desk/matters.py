"""Matters in a list: how each stands, how far its clues are, what was last decided and whether that was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from yixian.assessment.enums import MatterState, Verdict
from yixian.assessment.queries import Standing, last_items, last_transfers_of
from yixian.desk.due import due_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT
from yixian.reception.queries import extensions_asked, meetings_arranged, registered_reports
from yixian.resolution.queries.clues import clues_by_matter, last_proposals
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due

if TYPE_CHECKING:
    from yixian.assessment.models import AgendaItem, ScreeningDecision
    from yixian.resolution.models import Clue


@dataclass(frozen=True, slots=True)
class MatterLine:
    """``title`` is empty where it does not open for this officer; ``report_id`` is a report that they may open."""

    standing: Standing
    title: str
    clues: "list[Clue]"
    due: Due | None
    report_id: UUID | None
    last_done: bool | None

    @property
    def stage(self) -> str:
        """The clues where there are any, else the reports."""
        told = [f"{each.get_state_display()}（{each.code}）" for each in self.clues if each.closed_on is None]
        return "、".join(told) or self.standing.states

    @property
    def href(self) -> str:
        return reverse("desk:matter", args=[self.standing.matter.pk])

    @property
    def plan_href(self) -> str:
        return reverse("desk:plan", args=[self.standing.matter.pk])


def matter_lines(officer: Officer, standings: Sequence[Standing]) -> list[MatterLine]:
    """The lines of these matters: a fixed number of queries and one entry of the trail."""
    if not standings:
        return []
    matters = [each.matter for each in standings]
    titles = open_seals(by=officer, seals=[each.title for each in matters], slot=SLOT)
    clues, calendar = clues_by_matter([each.pk for each in matters]), working_calendar()
    opens, done = _opens(officer, standings), done_of(standings, clues)
    return [
        MatterLine(
            standing=each,
            title=titles.get(each.matter.title, ""),
            clues=clues.get(each.matter.pk, []),
            due=due_of(each.clocks[0], each.on, calendar) if each.clocks else None,
            report_id=next((report.pk for report in each.reports if report.pk in opens), None),
            last_done=done.get(each.matter.pk),
        )
        for each in standings
    ]


def _opens(officer: Officer, standings: Sequence[Standing]) -> set[UUID]:
    ids = [report.pk for each in standings for report in each.reports]
    return set(registered_reports(officer).filter(pk__in=ids).values_list("pk", flat=True))


def done_of(standings: Sequence[Standing], clues: "dict[UUID, list[Clue]]") -> dict[UUID, bool]:
    """Matter → whether what its last decision asked for is on record since; what asks for nothing is not here."""
    ids = [each.matter.pk for each in standings]
    reports = [report.pk for each in standings for report in each.reports]
    book = _Book(
        last_proposals(ids),
        last_items(ids),
        {Verdict.TRANSFER: last_transfers_of(reports), Verdict.EXTEND: extensions_asked(reports)}
        | {Verdict.MEET: meetings_arranged(reports)},
    )
    return {
        each.matter.pk: book.is_done(each, each.last)
        for each in standings
        if each.last is not None and each.last.verdict in ASKING
    }


ASKING = frozenset(Verdict) - {Verdict.CONTINUE}
"""Verdicts after which something is to be found in the records."""


@dataclass(frozen=True, slots=True)
class _Book:
    """The days on which the acts that answer a decision were last done."""

    proposals: dict[UUID, date]
    items: "dict[UUID, AgendaItem]"
    by_report: dict[Verdict, dict[UUID, date]]

    def is_done(self, standing: Standing, decision: "ScreeningDecision") -> bool:
        verdict, since = Verdict(decision.verdict), decision.decided_on
        if standing.matter.state != MatterState.OPEN:
            return True
        if verdict is Verdict.MAKE_PLAN:
            return standing.plan is not None
        if verdict is Verdict.CONSULT:
            item = self.items.get(standing.matter.pk)
            return item is not None and item.decided_on is not None and item.decided_on >= since
        if verdict is Verdict.DISPOSE:
            return _since(self.proposals.get(standing.matter.pk), since)
        days = self.by_report.get(verdict, {})
        return any(_since(days.get(report.pk), since) for report in standing.reports)


def _since(day: date | None, since: date) -> bool:
    return day is not None and day >= since


def act_href(line: MatterLine, verdict: str) -> tuple[str, str]:
    """The act that follows from a decision: what the link says, and where it leads; nothing where there is none."""
    report = line.report_id
    if verdict == Verdict.MAKE_PLAN:
        return ("看方案" if line.standing.plan else "制定方案"), line.plan_href
    if verdict == Verdict.CONSULT:
        return "看联席会诊", reverse("desk:consultations")
    if verdict == Verdict.DISPOSE and (clue := next((c for c in line.clues if c.closed_on is None), None)):
        return f"打开线索{clue.code}", reverse("desk:clue", args=[clue.pk])
    pages = {
        Verdict.DISPOSE: ("登记线索", "desk:open_clue"),
        Verdict.TRANSFER: ("转办交办", "desk:transfer"),
        Verdict.EXTEND: ("在卷宗里申请延期", "desk:dossier"),
        Verdict.MEET: ("安排下访约访", "desk:dossier"),
        Verdict.CLOSE: ("办结", "desk:close_matter"),
    }
    label, page = pages.get(Verdict(verdict), ("", ""))
    return (label, reverse(page, args=[report])) if page and report else ("", "")


def stage_values(matter_ids: list[UUID]) -> dict[UUID, Any]:
    """The column of the exported list that only later work knows: how far the clues are."""
    return {
        matter: "、".join(f"{each.code}{each.get_state_display()}" for each in clues)
        for matter, clues in clues_by_matter(matter_ids).items()
    }
