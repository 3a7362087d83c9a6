"""Who is reported: one person a page, a list of those named, and whether there are more."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.web.door import permit
from yixian.reception.facts import MOST_REPORTED
from yixian.window.answers import described
from yixian.window.draft import Draft, kept
from yixian.window.forms import MoreForm, PersonForm
from yixian.window.steps import after, before, place_in
from yixian.window.web.frame import page
from yixian.window.web.report.drafting import draft_of, go, keep, organ_for

SLUG = "persons"


def listed(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Those named so far. With nobody named yet, this page asks for the first."""
    if not draft.persons:
        return _ask(request, draft, 1)
    pressed = request.POST.get("go", "")
    if request.method == "POST" and pressed.startswith("remove-"):
        return _remove(request, draft, pressed.removeprefix("remove-"))
    if request.method == "POST" and pressed == "back":
        return go(request, draft, "check" if draft.checking else before(draft, SLUG))
    form = MoreForm(request.POST if request.method == "POST" else None, draft=draft)
    if form.is_valid():
        return _more(request, draft, form.cleaned_data["more"] == "yes")
    return _page(request, draft, "window/report/persons.html", {"form": form})


@sensitive_post_parameters()
@permit("reception.submit_web_report")
def person(request: HttpRequest, number: int) -> HttpResponse:
    """The person of this number: one already named, or the next while there may be more."""
    draft = draft_of(request)
    last = min(len(draft.persons) + 1, MOST_REPORTED) if draft else 0
    if draft is None or draft.sent is not None or not 1 <= number <= last:
        return HttpResponseRedirect(reverse("window:step", args=[SLUG]))
    return _ask(request, draft, number)


def _ask(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    known = draft.persons[number - 1] if number <= len(draft.persons) else None
    form = PersonForm(request.POST if request.method == "POST" else None, initial=known, draft=draft)
    if request.method == "POST":
        answer = _pressed(request, draft, number, form)
        if answer is not None:
            return answer
    return _page(request, draft, "window/report/person.html", {"form": form, "number": number})


def _pressed(request: HttpRequest, draft: Draft, number: int, form: PersonForm) -> HttpResponse | None:
    pressed = request.POST.get("go", "")
    if pressed == "unknown":
        return _unknown(request, draft)
    if pressed in ("back", "save"):
        _put(draft, number, form)
        back = SLUG if draft.persons and number > 1 else before(draft, SLUG)
        return go(request, draft, back) if pressed == "back" else _saved(request, draft)
    if form.is_valid():
        _put(draft, number, form)
        return go(request, draft, SLUG)
    return None


def _unknown(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Nobody can be named: that is an answer, and the story may say more."""
    draft.persons_done = True
    return go(request, draft, after(draft, SLUG))


def _put(draft: Draft, number: int, form: PersonForm) -> None:
    words = kept(form.kept_words())
    if any(words[name].strip() for name in ("name", "post", "unit") if name in words):
        draft.persons[number - 1 : number] = [words]


def _saved(request: HttpRequest, draft: Draft) -> HttpResponse:
    return keep(request, draft, HttpResponse(status=204))


def _more(request: HttpRequest, draft: Draft, more: bool) -> HttpResponse:
    draft.persons_done = not more
    if more:
        response = go(request, draft, SLUG)
        response["Location"] = reverse("window:person", args=[len(draft.persons) + 1])
        return response
    return go(request, draft, after(draft, SLUG))


def _remove(request: HttpRequest, draft: Draft, number: str) -> HttpResponse:
    if number.isdecimal() and 1 <= int(number) <= len(draft.persons):
        del draft.persons[int(number) - 1]
        draft.persons_done = False
    return go(request, draft, SLUG)


def _page(request: HttpRequest, draft: Draft, template: str, context: dict[str, object]) -> HttpResponse:
    now, total = place_in(draft, SLUG)
    frame = {
        "draft": draft,
        "named": [described(each) for each in draft.persons],
        "now": now,
        "total": total,
        "checking": draft.checking,
        "most": MOST_REPORTED,
        "is_full": len(draft.persons) >= MOST_REPORTED,
    }
    return page(request, template, {**frame, **context}, organ=organ_for(draft))
