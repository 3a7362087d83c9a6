"""转交举报人身份: who reported follows a report that went to an organ below, passed on by the custodian, unread."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from yixian.desk.web.frame import officer_of
from yixian.protection.web.door import permit
from yixian.reception.actions import pass_identity_on
from yixian.reception.queries import identities_left_behind


@permit("reception.pass_identity_on")
def pass_identity(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """``report_id`` is the receiver's row: this office's own number is nothing that a custodian needs."""
    officer = officer_of(request)
    found = next((each for each in identities_left_behind(officer) if each.below.pk == report_id), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        pass_identity_on(by=officer, report=found.report, organ_id=found.below.organ_id)
        messages.success(request, f"举报人身份已转交{found.below.organ}的身份保管人。")
    return redirect("desk:envelopes")
