"""/desk/deadlines/provisional: last days that waited for a year's notice, settled once it is entered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.web.frame import officer_of
from yixian.protection.web.door import permit
from yixian.reception.actions import settle_clocks
from yixian.reception.queries import provisional_years
from yixian.roster.queries import working_calendar


@permit("reception.settle_clocks")
def provisional(request: HttpRequest) -> HttpResponse:
    """Year by year: how many wait, and whether the notice is there. A POST settles the year that it names."""
    officer, calendar = officer_of(request), working_calendar()
    waiting = provisional_years(officer)
    if request.method == "POST":
        year = request.POST.get("year", "")
        if not year.isdigit() or int(year) not in waiting:
            raise Http404
        if not calendar.is_published(int(year)):
            messages.warning(request, f"{year}年的放假安排还没有录入，暂定的期限不能确定。")
        else:
            settled = settle_clocks(by=officer, year=int(year))
            messages.success(request, f"已确定{settled}项期限，页面上不再写“暂定”。")
        return redirect("desk:provisional")
    lines = [(year, count, calendar.is_published(year)) for year, count in waiting.items()]
    return render(request, "desk/provisional.html", {"lines": lines})
