"""From records to plain rows: what the figures need of each report, without opening any.

The same figures as ``yixian analyse`` are then taken from them; there is no second way of counting.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yixian.assessment.queries import classifications_of, current_links, last_transfers_of
from yixian.insight.figures import FigureRow
from yixian.protection.officer import By
from yixian.reception.enums import CadreCategory, ReportState
from yixian.reception.queries import counted_reports
from yixian.regulations.classes import VillageIssue
from yixian.resolution.queries import approved_outcomes

if TYPE_CHECKING:
    from yixian.assessment.models import Classification, MatterLink
    from yixian.reception.models import Report


def figure_rows(officer: By, organ_ids: Sequence[int], *, until: date) -> list[FigureRow]:
    """One row a report received up to ``until``; a fixed number of queries.

    A repeat is what a person kept as one (检控规则 14), as in the ledger. Who reports is sealed, and a link to
    a matter says only what a report is about: ten people may bring up one matter, each for the first time.
    """
    reports = list(counted_reports(officer, organ_ids, until=until))
    ids = [report.pk for report in reports]
    classes, links = classifications_of(ids), _links(ids)
    sent, outcomes = last_transfers_of(ids), _outcomes(organ_ids)
    return [
        _row(report, classes.get(report.pk), links.get(report.pk), sent.get(report.pk), outcomes)
        for report in reports
    ]


def _links(report_ids: list[UUID]) -> dict[UUID, "MatterLink"]:
    links = current_links().filter(report_id__in=report_ids).select_related("matter")
    return {link.report_id: link for link in links}


def _outcomes(organ_ids: Sequence[int]) -> dict[int, str]:
    """Reported person → measure."""
    return {outcome.person_id: outcome.measure for outcome in approved_outcomes(list(organ_ids))}


def _row(
    report: "Report",
    decided: "Classification | None",
    link: "MatterLink | None",
    sent_on: date | None,
    outcomes: Mapping[int, str],
) -> FigureRow:
    people = list(report.people.all())
    return FigureRow(
        id=str(report.pk),
        received_on=report.received_on,
        kind=decided.report_class if decided else "",
        channel=report.channel,
        source=report.source,
        repeat=report.repeat_of_id is not None,
        first=str(report.repeat_of_id or ""),
        signed=not report.counts_as_anonymous,
        issues=_issues(decided),
        place=report.village.name if report.village else "",
        posts=tuple(CadreCategory(person.category).label for person in people),
        motive=decided.motive if decided else "",
        **_stated(decided),
        matter=link.matter.number if link else "",
        title=link.matter.number if link else "",
        closed_on=closed_on(report, sent_on),
        outcomes=tuple(outcomes[person.pk] for person in people if person.pk in outcomes),
    )


def _issues(decided: "Classification | None") -> tuple[str, ...]:
    named = (decided.main_issue, decided.second_issue) if decided else ()
    return tuple(VillageIssue(each).label for each in named if each)


def _stated(decided: "Classification | None") -> dict[str, Any]:
    """What the text was found to state when it lay open; unknown where nothing was read."""
    if decided is None or not decided.proposed_class:
        return {}
    return {name: getattr(decided, f"has_{name}") for name in ("who", "what", "when", "where", "evidence")}


def closed_on(report: "Report", sent_on: date | None) -> date | None:
    """The day on which nothing more was open at this office; None while something is. A report that an imported
    ledger had passed on long before has no transfer here, only the ledger's day.
    """
    row = getattr(report, "imported_row", None)
    in_ledger = row.closed_on if row else None
    closing = {
        ReportState.ANSWERED: report.answered_on,
        ReportState.DECLINED: report.answered_on,
        ReportState.PASSED_ON: sent_on or in_ledger,
        ReportState.KEPT: report.registered_on,
        ReportState.ENVELOPED: report.envelope.sent_on if report.envelope else None,
    }
    return closing.get(ReportState(report.state))
