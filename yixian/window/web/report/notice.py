"""须知: what to know before reporting; and the proof of work, made while it is read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.actions import NotProven, TooManyAttempts, issue_challenge
from yixian.protection.web.door import permit
from yixian.protection.web.proof import check_proof
from yixian.window.choosing import receiving_organs
from yixian.window.drawers import WindowFull
from yixian.window.promises import span_words
from yixian.window.steps import first_unanswered, steps_of
from yixian.window.web.frame import page
from yixian.window.web.report.drafting import address, draft_of, go, new_draft


@sensitive_post_parameters()
@permit("reception.submit_web_report")
def notice(request: HttpRequest) -> HttpResponse:
    """One proof opens one draft, and one draft is sent once: so the sending itself asks for nothing more."""
    refusal = ""
    if request.method == "POST":
        try:
            check_proof(request)
            draft = new_draft()
            return go(request, draft, steps_of(draft)[0].slug)
        except (NotProven, TooManyAttempts, WindowFull) as refused:
            refusal = refused.message
    return page(request, "window/report/notice.html", _context(request, refusal))


def _context(request: HttpRequest, refusal: str) -> dict[str, object]:
    draft = draft_of(request)
    begun = draft is not None and not draft.is_blank and draft.sent is None
    return {
        "refusal": refusal,
        "challenge": issue_challenge(),
        "open": bool(receiving_organs()),
        "continue_href": address(first_unanswered(draft) or "check") if draft and begun else "",
        "receipt_href": address("receipt") if draft and draft.sent else "",
        "spans": span_words(),
    }
