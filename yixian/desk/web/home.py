"""/desk/: today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.duties import duties_of
from yixian.desk.web.frame import at_desk, officer_of, remember_inbox
from yixian.protection.queries import roles_without_keys
from yixian.toolkit.today import today


@at_desk
def home(request: HttpRequest) -> HttpResponse:
    """What is mine, due and new. Whoever meets no reports sees what waits for them and where to go; whoever has
    no keys yet, who hands them over.
    """
    officer, on = officer_of(request), today()
    duties = duties_of(officer, on)
    if duties.registers:
        remember_inbox(request, len(duties.inbox))
    context = {"duties": duties, "on": on, "unkeyed": roles_without_keys(officer)}
    return render(request, "desk/today.html", context)
