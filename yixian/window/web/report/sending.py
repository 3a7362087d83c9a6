"""Looking everything over, sending it, and the receipt with the code."""

from datetime import date

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.actions import NewCode, make_code
from yixian.protection.officer import PUBLIC
from yixian.protection.web.door import permit
from yixian.reception.actions import submit_web_report
from yixian.roster.queries import organ_of
from yixian.toolkit.today import today
from yixian.trail.refusal import Refusal
from yixian.window import drawers, stash
from yixian.window.answers import answers_of
from yixian.window.choosing import superior_for
from yixian.window.contact import NATIONAL_HOTLINE, contact_of
from yixian.window.doubts import doubts_about
from yixian.window.draft import Draft, Sent
from yixian.window.promises import promises_after_sending
from yixian.window.steps import before, first_unanswered, place_in
from yixian.window.web.frame import page, unkept
from yixian.window.web.report.drafting import address, draft_of, go, keep, organ_for

NOT_KEPT = (
    "机器现在存不下，没有收到。请过几分钟再按一次“提交”；还是不行的，请打举报电话，或者写信、当面反映。"
)


@sensitive_post_parameters()
@permit("reception.submit_web_report")
def check(request: HttpRequest) -> HttpResponse:
    """All answers with a way to change each; one press sends them."""
    draft = draft_of(request)
    if draft is None or draft.sent is not None:
        return HttpResponseRedirect(address("receipt" if draft else ""))
    if request.POST.get("go") == "back":
        return go(request, draft, before(draft, "check"))
    if missing := first_unanswered(draft):
        return HttpResponseRedirect(address(missing))
    if request.method == "POST":
        return _send(request)
    draft.checking = True
    return keep(request, draft, _checked(request, draft, ""))


def _send(request: HttpRequest) -> HttpResponse:
    """Pressed twice, it is sent once: the drawer is held while it is sent, and then holds the receipt alone."""
    code = make_code()
    try:
        with transaction.atomic():
            return _sent(request, code)
    except OperationalError:  # no room on the disk, or no database: all of it is undone
        return _not_kept(request)


def _sent(request: HttpRequest, code: NewCode) -> HttpResponse:
    draft = draft_of(request, to_change=True)
    if draft is None or draft.sent is not None:
        return HttpResponseRedirect(address("receipt" if draft else ""))
    try:
        sent = _submit(request, draft, code)
    except Refusal as refusal:
        return _checked(request, draft, refusal.message)
    stash.empty(request, drawers.DRAFT)
    return go(request, Draft(sent=sent), "receipt")


def _not_kept(request: HttpRequest) -> HttpResponse:
    """The draft is where it was: one may press again, and whoever was taken in after all finds the receipt."""
    draft = draft_of(request)
    if draft is None or draft.sent is not None:
        return HttpResponseRedirect(address("receipt" if draft else ""))
    response = _checked(request, draft, NOT_KEPT)
    response.status_code = 503
    return response


def _submit(request: HttpRequest, draft: Draft, code: NewCode) -> Sent:
    organ = organ_for(draft)
    assert organ is not None  # noqa: S101 - every step is answered, so an office is chosen
    on = today()
    submitted = submit_web_report(
        by=PUBLIC,
        organ_id=organ.pk,
        submission=draft.submission(),
        on=on,
        files=stash.to_send(request, drawers.DRAFT),
        code=code,
    )
    return Sent(submitted.code, organ.pk, submitted.report.organ_id, draft.is_real_name, on.isoformat())


def _checked(request: HttpRequest, draft: Draft, refusal: str) -> HttpResponse:
    now, total = place_in(draft, "check")
    organ = organ_for(draft)
    context = {
        "sections": answers_of(draft, stash.stashed(request, drawers.DRAFT)),
        "draft": draft,
        "doubts": [(each.words, address(each.slug)) for each in doubts_about(draft, today())],
        "now": now,
        "total": total,
        "refusal": refusal,
        "organ": organ,
        "superior": superior_for(organ) if organ else None,
    }
    return page(request, "window/report/check.html", context, organ=organ)


@permit("reception.submit_web_report", reads_only=True)
def receipt(request: HttpRequest) -> HttpResponse:
    """The code, until the person leaves or some hours have passed; then it is nowhere."""
    draft = draft_of(request)
    if draft is None or draft.sent is None:
        return HttpResponseRedirect(address(first_unanswered(draft) if draft else ""))
    organ, to = organ_of(draft.sent.organ_id), organ_of(draft.sent.to_id)
    contact = contact_of(to)
    context = {
        "on": date.fromisoformat(draft.sent.on),
        "groups": draft.sent.code.split(),
        "to": to,
        "went_up": to.pk != organ.pk,
        "contact": contact,
        "hotline": contact.phone,
        "asks_by_phone": contact.phone != NATIONAL_HOTLINE,
        "promises": promises_after_sending(draft.sent),
        "lookup": request.build_absolute_uri(reverse("window:mailbox")),
    }
    return page(request, "window/report/receipt.html", context, organ=organ)


@permit("reception.submit_web_report")
def leave(request: HttpRequest) -> HttpResponse:
    """Destroy what was typed, and the receipt; whoever only follows the link is asked first."""
    if request.method != "POST":
        draft = draft_of(request)
        sent = draft is not None and draft.sent is not None
        return page(request, "window/report/leave.html", {"sent": sent})
    response = unkept(HttpResponseRedirect(reverse("window:left")))
    drawers.burn(request, response, drawers.DRAFT)
    return response
