"""One page of the ledger: each report with title, class and next due date; and what later work adds to a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from yixian.assessment.actions import LaterColumn
from yixian.assessment.queries import classifications_of
from yixian.desk.due import due_of
from yixian.desk.duties import titles_of
from yixian.protection.officer import Officer
from yixian.reception.queries import next_clocks, put_away_reports
from yixian.resolution.queries import outcomes_by_report
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due
from yixian.toolkit.exports import Column, Value

if TYPE_CHECKING:
    from yixian.assessment.models import Classification
    from yixian.reception.models import Report
    from yixian.resolution.models import Outcome


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """``due`` is None where no clock runs; ``title`` is empty where the seal does not open for this officer."""

    report: "Report"
    title: str
    decided: "Classification | None"
    due: Due | None
    owner: str
    href: str
    archived: bool


def ledger_lines(officer: Officer, reports: "Sequence[Report]", on: date) -> list[LedgerLine]:
    """The lines of these reports: a fixed number of queries and one entry of the trail."""
    if not reports:
        return []
    ids = [each.pk for each in reports]
    titles, classes, dues = (
        titles_of(officer, list(reports)),
        classifications_of(ids),
        _dues(ids, on),
    )
    archived = set(put_away_reports().filter(report__in=ids))
    return [
        LedgerLine(
            report=each,
            title=titles.get(each.account, ""),
            decided=classes.get(each.pk),
            due=dues.get(each.pk),
            owner="、".join(owned.staff.name for owned in each.handlings.all() if owned.is_current),
            href=reverse("desk:dossier", args=[each.pk]),
            archived=each.pk in archived,
        )
        for each in reports
    ]


def _dues(report_ids: list[UUID], on: date) -> dict[UUID, Due]:
    calendar = working_calendar()
    return {report: due_of(clock, on, calendar) for report, clock in next_clocks(report_ids).items()}


def _outcome_column(heading: str, width: float, tell: Callable[["Outcome"], str]) -> LaterColumn:
    def values(report_ids: list[UUID]) -> dict[UUID, Value]:
        return {
            report_id: "、".join(filter(None, map(tell, outcomes)))
            for report_id, outcomes in outcomes_by_report(report_ids).items()
        }

    return LaterColumn(Column(heading, width), values)


LATER_COLUMNS = (
    _outcome_column("属实程度", 12, lambda outcome: outcome.get_truth_display()),
    _outcome_column("处理方式", 16, lambda outcome: outcome.get_measure_display()),
    _outcome_column("四种形态", 12, lambda outcome: outcome.get_form_display()),
)
"""What became of each person reported; the ledger of assessment knows nothing of it."""
