"""Who is reported: one person a page, a list of those named, and whether there are more."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.web.door import permit
from yixian.reception.facts import MOST_REPORTED
from yixian.window.answers import described
from yixian.window.draft import Draft, kept
from yixian.window.forms import MoreForm, PersonForm
from yixian.window.forms.report import StepForm
from yixian.window.steps import after, before, place_in
from yixian.window.web.frame import page, unkept
from yixian.window.web.report.drafting import again, draft_of, go, keep, organ_for

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
    if request.method == "POST":
        return _whether_more(request, draft, MoreForm(request.POST, draft=draft))
    return _page(request, draft, "window/report/persons.html", {"form": again(MoreForm, draft, SLUG)})


def _whether_more(request: HttpRequest, draft: Draft, form: MoreForm) -> HttpResponse:
    draft.refused = "" if form.is_valid() else SLUG
    if draft.refused:
        draft.keep(SLUG, form.kept_words())
        return go(request, draft, SLUG)
    return _more(request, draft, form.cleaned_data["more"] == "yes")


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
    if request.method == "POST":
        return _pressed(request, draft, number, PersonForm(request.POST, draft=draft))
    return _person_page(request, draft, number, _shown(draft, number))


def _shown(draft: Draft, number: int) -> StepForm:
    """As it was refused, or as it is known."""
    if draft.refused == _slug(number):
        return again(PersonForm, draft, _slug(number))
    known = draft.persons[number - 1] if number <= len(draft.persons) else None
    return PersonForm(initial=known, draft=draft)


def _slug(number: int) -> str:
    return f"{SLUG}/{number}"


def _person_page(request: HttpRequest, draft: Draft, number: int, form: StepForm) -> HttpResponse:
    return _page(request, draft, "window/report/person.html", {"form": form, "number": number})


def _pressed(request: HttpRequest, draft: Draft, number: int, form: PersonForm) -> HttpResponse:
    draft.refused, pressed = "", request.POST.get("go", "")
    if pressed == "unknown":
        return _unknown(request, draft)
    if pressed in ("back", "save"):
        _put(draft, number, form)
        back = SLUG if draft.persons and number > 1 else before(draft, SLUG)
        return go(request, draft, back) if pressed == "back" else _saved(request, draft)
    if form.is_valid():
        _put(draft, number, form)
        return go(request, draft, SLUG)
    return _refused(request, draft, number, form)


def _refused(request: HttpRequest, draft: Draft, number: int, form: PersonForm) -> HttpResponse:
    """Shown again by its address, with what is wrong; at once, where it is too long to be kept."""
    if not draft.keep(_slug(number), form.kept_words()):
        return keep(request, draft, _person_page(request, draft, number, form))
    draft.refused = _slug(number)
    return _to_person(request, draft, number)


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
        return _to_person(request, draft, len(draft.persons) + 1)
    return go(request, draft, after(draft, SLUG))


def _to_person(request: HttpRequest, draft: Draft, number: int) -> HttpResponse:
    return keep(request, draft, unkept(HttpResponseRedirect(reverse("window:person", args=[number]))))


def _remove(request: HttpRequest, draft: Draft, number: str) -> HttpResponse:
    if number.isdecimal() and len(number) < 3 and 1 <= int(number) <= len(draft.persons):
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
