"""Between a request and its draft."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from yixian.roster.queries import organ_of
from yixian.window import drawers
from yixian.window.choosing import only_organ, receiving_organs
from yixian.window.draft import Draft
from yixian.window.forms.report import StepForm
from yixian.window.web.frame import unkept

if TYPE_CHECKING:
    from yixian.roster.models import Organ


def draft_of(request: HttpRequest, *, to_change: bool = False) -> Draft | None:
    content = drawers.read(request, drawers.DRAFT, to_change=to_change)
    return None if content is None else Draft.of(content)


def new_draft() -> Draft:
    """Where there is only one office, that is the one."""
    only = only_organ()
    known = {"organ": {"organ": str(only.pk)}} if only else {}
    return Draft(answers=known)


def organ_for(draft: Draft | None) -> "Organ | None":
    """The office reported to; the only one, when there is only one."""
    if draft is not None and draft.sent is not None:
        return organ_of(draft.sent.organ_id)
    chosen = draft.organ_id if draft else None
    return next((each for each in receiving_organs() if each.pk == chosen), only_organ())


def go(request: HttpRequest, draft: Draft, slug: str) -> HttpResponse:
    """Keep the draft and go to a step."""
    return keep(request, draft, unkept(HttpResponseRedirect(address(slug))))


def again(form: type[StepForm], draft: Draft, slug: str) -> StepForm:
    """The form with what was typed; with what is wrong too, where that was refused."""
    typed = draft.answers.get(slug)
    return form(typed, draft=draft) if draft.refused == slug else form(initial=typed, draft=draft)


def keep(request: HttpRequest, draft: Draft, response: HttpResponse) -> HttpResponse:
    """Put the draft back into its drawer; the response carries the cookie when the drawer is new."""
    drawers.keep(request, response, drawers.DRAFT, draft.content(), blank=draft.is_blank)
    return response


def address(slug: str) -> str:
    """The address of a step, of the check, the receipt, or of the notice where everything begins."""
    if slug in ("", "notice"):
        return reverse("window:report")
    if slug in ("check", "receipt"):
        return reverse(f"window:{slug}")
    return reverse("window:step", args=[slug])
