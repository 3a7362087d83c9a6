"""/desk/ledger: every registered report that this officer may see, and the same as a file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yixian.assessment.actions import export_ledger
from yixian.assessment.queries import LedgerFilter
from yixian.assessment.queries import ledger as ledger_of
from yixian.desk.ledger import LATER_COLUMNS, ledger_lines
from yixian.desk.web.frame import officer_of
from yixian.desk.web.ledger.forms import LedgerForm
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.queries import put_away_reports
from yixian.toolkit.answers import file_answer
from yixian.toolkit.paging import LongPaginator
from yixian.toolkit.today import today

ON_A_PAGE = 50


@permit("assessment.see_ledger", reads_only=True)
def ledger(request: HttpRequest) -> HttpResponse:
    """Narrowed by the address; only the titles of the page shown are opened."""
    officer, on = officer_of(request), today()
    form = LedgerForm(request.GET or None, officer=officer)
    wanted, archived = form.wanted(), form.asks_archived()
    found = ledger_of(officer, wanted, on)
    if archived:
        found = found.filter(pk__in=put_away_reports())
    pages = LongPaginator(found, ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "lines": ledger_lines(officer, list(page.object_list), on),
        "narrowed": archived or narrows(wanted),
        "archived": archived,
        "query": request.GET.urlencode(),
        "may_export": may(officer, "assessment.export_ledger"),
    }
    return render(request, "desk/ledger/ledger.html", context)


@permit("assessment.export_ledger")
def export(request: HttpRequest) -> HttpResponse:
    """The filtered ledger as .xlsx. A POST, since it leaves its line in the trail."""
    officer, on = officer_of(request), today()
    form = LedgerForm(request.GET or None, officer=officer)
    if form.asks_archived():
        messages.warning(request, "按“已归档”筛选的台账不能导出；请改选其他状态再导出。")
        return redirect(f"{reverse('desk:ledger')}?{request.GET.urlencode()}")
    made = export_ledger(by=officer, wanted=form.wanted(), on=on, later=LATER_COLUMNS)
    return file_answer(made.content, f"台账{on.isoformat()}.xlsx")


def narrows(wanted: LedgerFilter) -> bool:
    """Whether any filter is set, whatever the order."""
    return wanted != LedgerFilter(order=wanted.order)
