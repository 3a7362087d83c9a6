"""The records of a report, opened to be read and printed for a signature on paper."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.case import Case
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.protection.actions import require
from yixian.protection.web.door import permit
from yixian.reception.actions import read_interviews
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
    return render(
        request, "desk/acts/interviews.html", {"case": case, "report": case.report, "sheets": sheets}
    )
