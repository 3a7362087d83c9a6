"""/desk/reports/<id>: the dossier of a report and its matter."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.assessment.queries import arrival_of, crossing_lent, matter_by_id, report_ids_of, transfer_in_of
from yixian.desk.case import Case
from yixian.desk.entering import shown_title
from yixian.desk.web.dossier.bare import bare_row
from yixian.desk.web.dossier.facts import assessed_facts, basic_facts, clock_lines, people_facts
from yixian.desk.web.dossier.next_steps import acts_of
from yixian.desk.web.dossier.panels import panels_of
from yixian.desk.web.dossier.story import siblings, story_of
from yixian.desk.web.frame import at_desk, officer_of, report_or_404
from yixian.protection.actions import NoKey
from yixian.protection.web.door import permit
from yixian.reception.enums import ReportState
from yixian.reception.queries import registered_reports
from yixian.toolkit.today import today


@permit("reception.read_report", reads_only=True)
def dossier(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """One report with its matter. A waiting one is registered first; an enveloped one has nothing to open."""
    officer = officer_of(request)
    report = report_or_404(officer, report_id, though_destroyed=True)
    if report.destroyed_on is not None:
        return render(request, "desk/dossier/destroyed.html", bare_row(officer, report))
    if report.state == ReportState.RECEIVED:
        return redirect("desk:register_web", report_id)
    if report.state == ReportState.ENVELOPED:
        return redirect("desk:envelopes")
    try:
        context = page_of(Case(officer, report, today()))
    except NoKey:
        returned, gone = transfer_in_of(report.pk), arrival_of(report.pk)
        if returned is None and gone is None and crossing_lent(report.pk) is None:
            raise
        context = {"report": report, "returned": returned, "gone": gone}
        return render(request, "desk/crossing/taken_back.html", context)
    return render(request, "desk/dossier.html", context)


def page_of(case: Case) -> dict[str, Any]:
    return {
        "case": case,
        "report": case.report,
        "content": case.content,
        "title": shown_title(case.content),
        "basic": basic_facts(case),
        "assessed": assessed_facts(case),
        "people": people_facts(case),
        "clocks": clock_lines(case),
        "events": story_of(case),
        "acts": acts_of(case),
        "siblings": siblings(case),
        "notices": case.report.notices.order_by("issued_on", "pk")
        if case.may("reception.print_notice")
        else [],
        "panels": panels_of(case),
    }


@at_desk
def matter(request: HttpRequest, matter_id: UUID) -> HttpResponse:
    """A matter leads to the first of its reports that this officer may open."""
    officer = officer_of(request)
    found = matter_by_id(officer, matter_id)
    ids = report_ids_of(found) if found else []
    seen = set(registered_reports(officer).filter(pk__in=ids).values_list("pk", flat=True))
    first = next((each for each in ids if each in seen), None)
    if first is None:
        raise Http404
    return redirect("desk:dossier", first)
