"""What the pages of the window share: never kept by a browser, and the office's own name and telephone."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.window.choosing import only_organ
from yixian.window.contact import NATIONAL_HOTLINE, contact_of

if TYPE_CHECKING:
    from yixian.roster.models import Organ


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    organ: "Organ | None" = None,
    status: int = 200,
) -> HttpResponse:
    """A page that may hold what somebody typed: no cache and no history file keeps it."""
    organ = organ or only_organ()
    contact = contact_of(organ)
    frame = {
        "office_name": organ.name if organ else "",
        "hotline": contact.phone,
        "contact": contact,
        "national": NATIONAL_HOTLINE,
    }
    response = render(request, template, {**frame, **context}, status=status)
    return unkept(response)


def unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def typed_words(request: HttpRequest) -> list[str]:
    """What a person wrote in a form whose page is over: shown, so that it can be copied."""
    written = [str(words).strip() for name, words in request.POST.items() if name not in NOT_TYPED]
    return [words for words in written if words]


NOT_TYPED = frozenset({"csrfmiddlewaretoken", "go", "once", "proof_token", "proof_answer"})
