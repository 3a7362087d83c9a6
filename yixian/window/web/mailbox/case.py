"""The open mailbox, and what its holder may do in it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.web.door import permit
from yixian.reception.actions import Mailbox, open_mailbox
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.trail.refusal import Refusal
from yixian.window.draft import kept
from yixian.window.standing import promises_of, standing_of
from yixian.window.web.frame import page, typed_words, unkept
from yixian.window.web.mailbox import sitting
from yixian.window.web.mailbox.deed import Deed, Doer
from yixian.window.web.mailbox.deeds import DEEDS
from yixian.window.web.mailbox.panels import panels_of


@permit("protection.present_code", reads_only=True)
def case(request: HttpRequest) -> HttpResponse:
    """Where it stands and all letters. Nothing here says what was reported or by whom."""
    reporter = sitting.reporter_of(request)
    if reporter is None:
        return _ask_code()
    on = today()
    mailbox = open_mailbox(by=reporter, on=on)
    doors = [(slug, deed) for slug, deed in DEEDS.items() if deed.is_open(mailbox, 0)]
    context = {
        "mailbox": mailbox,
        "standing": standing_of(mailbox),
        "promises": promises_of(mailbox, on),
        "panels": panels_of(mailbox),
        "doors": [each for each in doors if not each[1].is_hard],
        "others": [each for each in doors if each[1].is_hard],
        "office_name": mailbox.organ,
        "done": _said(request),
    }
    return sitting.prolong(request, page(request, "window/mailbox/case.html", context))


def _said(request: HttpRequest) -> str:
    """What was done just now, in its own words."""
    deed = DEEDS.get(request.GET.get("done", ""))
    return deed.done if deed else ""


@sensitive_post_parameters()
@permit("protection.present_code")
def act(request: HttpRequest, slug: str, number: int = 0) -> HttpResponse:
    """One thing that the holder of the code does. What was typed stays, whatever is refused."""
    if slug not in DEEDS:
        raise Http404
    reporter = sitting.reporter_of(request)
    if reporter is None:
        return _over(request) if request.method == "POST" else _ask_code()
    mailbox = open_mailbox(by=reporter, on=today())
    if not DEEDS[slug].is_open(mailbox, number):
        return _closed(request)
    errand = Errand(slug, DEEDS[slug], Doer(reporter, number, DEEDS[slug].thing_in(mailbox, number)), mailbox)
    if request.method == "POST":
        return _answer(request, errand)
    return _show(request, errand, _as_refused(request, errand))


@dataclass(frozen=True, slots=True)
class Errand:
    """A deed on its page: who does it, on what, and the mailbox as it stands."""

    slug: str
    deed: Deed
    by: Doer
    mailbox: Mailbox

    @property
    def mark(self) -> str:
        """By which a refused sheet is known again."""
        return f"{self.slug}/{self.by.number}" if self.by.number else self.slug

    @property
    def address(self) -> str:
        number = [self.by.number] if self.by.number else []
        return reverse("window:act_on" if number else "window:act", args=[self.slug, *number])


def _as_refused(request: HttpRequest, errand: Errand) -> FaceForm:
    """The form of a deed; with what was typed and what is wrong, if it was refused just now."""
    refused = sitting.refused(request, errand.mark)
    form = errand.deed.ask(refused.words if refused else None)
    if refused and refused.said:
        form.add_error(None, refused.said)
    return form


def _answer(request: HttpRequest, errand: Errand) -> HttpResponse:
    form, said = errand.deed.ask(request.POST), ""
    if form.is_valid():
        try:
            errand.deed.do(errand.by, form)
            done = unkept(HttpResponseRedirect(f"{reverse('window:case')}?done={errand.slug}"))
            return sitting.keep_refused(request, done, None)
        except Refusal as refusal:
            said = refusal.message
    return _refuse(request, errand, form, said)


def _refuse(request: HttpRequest, errand: Errand, form: FaceForm, said: str) -> HttpResponse:
    """What was refused waits in the drawer and is shown by its address, so that Back never asks to send it
    again; what is too long to wait there is shown at once.
    """
    words = {name: str(form.data.get(name, "")) for name in form.fields}
    if len(kept(words)) < len(words):
        return _show(request, errand, form)
    again = unkept(HttpResponseRedirect(errand.address))
    return sitting.keep_refused(request, again, sitting.Refused(errand.mark, words, said))


def _show(request: HttpRequest, errand: Errand, form: FaceForm) -> HttpResponse:
    context = {
        "deed": errand.deed,
        "form": form,
        "thing": errand.by.thing,
        "mailbox": errand.mailbox,
        "office_name": errand.mailbox.organ,
        "back_href": reverse("window:case"),
    }
    return sitting.prolong(request, page(request, errand.deed.template, context))


@permit("protection.present_code")
def leave(request: HttpRequest) -> HttpResponse:
    """End the sitting. Whoever only follows the link goes back to the mailbox."""
    if request.method != "POST":
        return _ask_code()
    response = unkept(HttpResponseRedirect(reverse("window:left")))
    sitting.end(request, response)
    return response


def _ask_code() -> HttpResponse:
    return unkept(HttpResponseRedirect(reverse("window:mailbox")))


def _closed(request: HttpRequest) -> HttpResponse:
    """It can't be done (any more): the mailbox shows what can. Whoever has typed something keeps it in sight."""
    if request.method == "POST" and (typed := typed_words(request)):
        return page(request, "window/mailbox/closed.html", {"typed": typed}, status=409)
    return unkept(HttpResponseRedirect(reverse("window:case")))


def _over(request: HttpRequest) -> HttpResponse:
    """The sitting ended while something was typed: it is shown, so that it can be copied."""
    return page(request, "window/mailbox/over.html", {"typed": typed_words(request)}, status=410)
