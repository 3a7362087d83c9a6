"""One question. Every button keeps what was typed; only the one that goes on asks whether it is right."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters

from yixian.language import hints as missing
from yixian.protection.web.door import permit
from yixian.window.choosing import superior_for
from yixian.window.contact import NATIONAL_HOTLINE
from yixian.window.draft import Draft
from yixian.window.forms.report import StepForm
from yixian.window.promises import span_words
from yixian.window.steps import STEPS, Step, after, before, place_in, step_named
from yixian.window.web.frame import page, typed_words
from yixian.window.web.report import files, persons
from yixian.window.web.report.drafting import address, again, draft_of, go, keep, organ_for

Press = Callable[[HttpRequest, Draft, Step, StepForm], HttpResponse]


@sensitive_post_parameters()
@permit("reception.submit_web_report")
def step(request: HttpRequest, slug: str) -> HttpResponse:
    draft = draft_of(request)
    if draft is None or draft.sent is not None:
        return _without_draft(request, draft, slug)
    if slug == "persons":
        return persons.listed(request, draft)
    if slug == "files":
        return files.asked(request, draft)
    asked = step_named(draft, slug)
    if asked is None:
        return HttpResponseRedirect(address(""))
    if request.method == "POST":
        return _answered(request, draft, asked)
    return show(request, draft, asked, again(asked.form, draft, slug), _missing(draft))


def _answered(request: HttpRequest, draft: Draft, asked: Step) -> HttpResponse:
    form = asked.form(request.POST, draft=draft)
    draft.refused, draft.hinting = "", False
    if not _keep(draft, asked, form):
        return keep(request, draft, show(request, draft, asked, form))
    return PRESSED.get(request.POST.get("go", ""), _on)(request, draft, asked, form)


def _keep(draft: Draft, asked: Step, form: StepForm) -> bool:
    """Another office has other villages: the place is asked anew."""
    if asked.slug == "organ" and draft.answer("organ", "organ") != form.data.get("organ"):
        draft.answers.pop("place", None)
    return draft.keep(asked.slug, form.kept_words())


def _on(request: HttpRequest, draft: Draft, asked: Step, form: StepForm) -> HttpResponse:
    if form.is_valid() and asked.slug == "office" and _is_closed(draft):
        above = page(request, "window/report/above.html", {"national": NATIONAL_HOTLINE})
        return keep(request, draft, above)
    if form.is_valid():
        return go(request, draft, after(draft, asked.slug))
    draft.refused = asked.slug
    return go(request, draft, asked.slug)


def _is_closed(draft: Draft) -> bool:
    """It belongs to the level above, and the level above can't be reached from here."""
    organ = organ_for(draft)
    return draft.concerns_office and organ is not None and superior_for(organ) is None


def _back(request: HttpRequest, draft: Draft, asked: Step, form: StepForm) -> HttpResponse:
    return go(request, draft, "check" if draft.checking else before(draft, asked.slug))


def _save(request: HttpRequest, draft: Draft, asked: Step, form: StepForm) -> HttpResponse:
    """Sent by the page itself when it is left by the browser's own button."""
    return keep(request, draft, HttpResponse(status=204))


def _hints(request: HttpRequest, draft: Draft, asked: Step, form: StepForm) -> HttpResponse:
    draft.hinting = True
    response = go(request, draft, asked.slug)
    response["Location"] += "#hints"
    return response


def _missing(draft: Draft) -> list[str] | None:
    return missing(draft.answer("matter", "account")) if draft.hinting else None


PRESSED: dict[str, Press] = {"back": _back, "save": _save, "hints": _hints}


def show(
    request: HttpRequest, draft: Draft, asked: Step, form: StepForm, hints: list[str] | None = None
) -> HttpResponse:
    now, total = place_in(draft, asked.slug)
    organ = organ_for(draft)
    context = {
        "step": asked,
        "form": form,
        "now": now,
        "total": total,
        "hints": hints,
        "organ": organ,
        "superior": superior_for(organ) if organ else None,
        "checking": draft.checking,
        "spans": span_words(),
    }
    return page(request, asked.template, context, organ=organ)


def _without_draft(request: HttpRequest, draft: Draft | None, slug: str) -> HttpResponse:
    """Sent already: to the receipt. Gone: what was just typed is shown, so that it can be copied."""
    if draft is not None:
        return HttpResponseRedirect(address("receipt"))
    if slug not in {each.slug for each in STEPS}:
        raise Http404
    if request.method != "POST":
        return HttpResponseRedirect(address(""))
    return page(request, "window/report/gone.html", {"typed": typed_words(request)}, status=410)
