"""Between a request and its draft."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from yixian.roster.queries import organ_of
from yixian.window import drawers
from yixian.window.choosing import receiving_organs
from yixian.window.draft import Draft
from yixian.window.web.frame import unkept

if TYPE_CHECKING:
    from yixian.roster.models import Organ


def draft_of(request: HttpRequest, *, to_change: bool = False) -> Draft | None:
    content = drawers.read(request, drawers.DRAFT, to_change=to_change)
    return None if content is None else Draft.of(content)


def organ_for(draft: Draft | None) -> "Organ | None":
    """The office reported to; the only one, when there is only one."""
    if draft is not None and draft.sent is not None:
        return organ_of(draft.sent.organ_id)
    organs = receiving_organs()
    chosen = draft.organ_id if draft else None
    return next((each for each in organs if each.pk == chosen), organs[0] if len(organs) == 1 else None)


def go(request: HttpRequest, draft: Draft, slug: str) -> HttpResponse:
    """Keep the draft and go to a step."""
    response = unkept(HttpResponseRedirect(address(slug)))
    drawers.keep(request, response, drawers.DRAFT, draft.content())
    return response


def address(slug: str) -> str:
    """The address of a step, of the check, the receipt, or of the notice where everything begins."""
    if slug in ("", "notice"):
        return reverse("window:report")
    if slug in ("check", "receipt"):
        return reverse(f"window:{slug}")
    return reverse("window:step", args=[slug])
