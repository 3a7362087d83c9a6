"""/desk/below: how the reports of the offices below progress, for the superior's supervisor; nothing that they say."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.web.frame import officer_of
from yixian.protection.web.door import permit
from yixian.reception.queries import reports_below

ON_A_PAGE = 50


@permit("reception.see_below", reads_only=True)
def below(request: HttpRequest) -> HttpResponse:
    """Days, channel and state of each; a number leads nowhere, since no report of theirs is opened here."""
    page = Paginator(reports_below(officer_of(request)), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/below.html", {"page": page})
