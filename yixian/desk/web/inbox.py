"""/desk/inbox: what came over the web and waits to be registered. It holds no reporter field."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.web.frame import officer_of, remember_inbox
from yixian.protection.web.door import permit
from yixian.reception.queries import inbox
from yixian.toolkit.today import today


@permit("reception.register_web_report", reads_only=True)
def waiting(request: HttpRequest) -> HttpResponse:
    """Opened in this session. Whoever a report names does not find it here, nor in the count."""
    items = inbox(officer_of(request))
    remember_inbox(request, len(items))
    return render(request, "desk/inbox.html", {"items": items, "on": today()})
