"""The records of a report, opened to be read, and each on paper for a signature by hand and for the file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.case import Case
from yixian.desk.web.acts.sheets import VisitRecord
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.desk.web.paper_files import paper_file
from yixian.protection.actions import require
from yixian.protection.web.door import permit
from yixian.reception.actions import print_interview, read_interviews
from yixian.reception.hotline import section_order
from yixian.toolkit.today import today

READ = "reception.read_interviews"


@permit(READ, reads_only=True)
def interviews(request: HttpRequest, report_id: UUID) -> HttpResponse:
    officer = officer_of(request)
    case = Case(officer, report_or_404(officer, report_id), today())
    require(officer, READ, case.report)
    opened = read_interviews(by=officer, report=case.report)
    if not opened:
        raise Http404
    order = section_order(case.report.organ_id)
    sheets = [(each, [(part.label, each.words.sections[part]) for part in order]) for each in opened]
    context = {
        "case": case,
        "report": case.report,
        "sheets": sheets,
        "visit_href": VisitRecord.address(case) if VisitRecord.stands(case) else "",
    }
    return render(request, "desk/acts/interviews.html", context)


@permit("reception.print_interview")
def interview_paper(request: HttpRequest, report_id: UUID, key: int) -> HttpResponse:
    """One record as PDF or Word. A POST, because a print leaves its line in the trail."""
    officer = officer_of(request)
    found = report_or_404(officer, report_id).interviews.filter(pk=key).first()
    if found is None or request.method != "POST":
        raise Http404
    paper = print_interview(by=officer, talk=found, on=today())
    return paper_file(paper, f"{found.label}{found.report}", request.POST.get("as", ""))
