"""The open mailbox, and what its holder may do in it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.web.door import permit
from yixian.reception.actions import Mailbox, open_mailbox
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.trail.refusal import Refusal
from yixian.window import drawers
from yixian.window.draft import kept
from yixian.window.standing import ANSWERED, promises_of, standing_of
from yixian.window.web.frame import page, typed_words, unkept
from yixian.window.web.mailbox import sitting
from yixian.window.web.mailbox.deeds import DEEDS


@permit("protection.present_code", reads_only=True)
def case(request: HttpRequest) -> HttpResponse:
    """Where it stands and all letters. Nothing here says what was reported or by whom."""
    reporter = sitting.reporter_of(request)
    if reporter is None:
        return _ask_code()
    on = today()
    mailbox = open_mailbox(by=reporter, on=on)
    deed = DEEDS.get(request.GET.get("done", ""))
    open_doors = _open_doors(mailbox)
    context = {
        "mailbox": mailbox,
        "standing": standing_of(mailbox),
        "promises": promises_of(mailbox, on),
        "doors": [(slug, DEEDS[slug]) for slug in open_doors if not DEEDS[slug].is_hard],
        "others": [(slug, DEEDS[slug]) for slug in open_doors if DEEDS[slug].is_hard],
        "office_name": mailbox.organ,
        "done": deed.done if deed else "",
    }
    return sitting.prolong(request, page(request, "window/mailbox/case.html", context))


def _open_doors(mailbox: Mailbox) -> list[str]:
    """Only what can be done now; the rest would be refused."""
    closed = set()
    if mailbox.state not in ANSWERED:
        closed.add("opinion")
    if not mailbox.may_rate:
        closed.add("rate")
    if mailbox.withdrawn_on is not None:
        closed.add("withdraw")
    if not any(letter.from_office for letter in mailbox.letters):
        closed.add("answer")
    return [slug for slug in DEEDS if slug not in closed]


@sensitive_post_parameters()
@permit("protection.present_code")
def act(request: HttpRequest, slug: str) -> HttpResponse:
    """One thing that the holder of the code does. What was typed stays, whatever is refused."""
    deed = DEEDS.get(slug)
    if deed is None:
        raise Http404
    if drawers.read(request, drawers.MAILBOX) is None:
        return _over(request) if request.method == "POST" else _ask_code()
    if request.method == "POST":
        return _answer(request, slug, deed.ask(request.POST))
    return _show(request, slug, _as_refused(request, slug))


def _as_refused(request: HttpRequest, slug: str) -> FaceForm:
    """The form of a deed; with what was typed and what is wrong, if it was refused just now."""
    refused = sitting.refused(request, slug)
    form = DEEDS[slug].ask(refused.words if refused else None)
    if refused and refused.said:
        form.add_error(None, refused.said)
    return form


def _answer(request: HttpRequest, slug: str, form: FaceForm) -> HttpResponse:
    said = ""
    if form.is_valid():
        reporter = sitting.reporter_of(request)
        if reporter is None:
            return _over(request)
        try:
            DEEDS[slug].do(reporter, form)
            done = unkept(HttpResponseRedirect(f"{reverse('window:case')}?done={slug}"))
            return sitting.keep_refused(request, done, None)
        except Refusal as refusal:
            said = refusal.message
    return _refuse(request, slug, form, said)


def _refuse(request: HttpRequest, slug: str, form: FaceForm, said: str) -> HttpResponse:
    """What was refused waits in the drawer and is shown by its address, so that Back never asks to send it
    again; what is too long to wait there is shown at once.
    """
    words = {name: str(form.data.get(name, "")) for name in form.fields}
    if len(kept(words)) < len(words):
        return _show(request, slug, form)
    again = unkept(HttpResponseRedirect(reverse("window:act", args=[slug])))
    return sitting.keep_refused(request, again, sitting.Refused(slug, words, said))


def _show(request: HttpRequest, slug: str, form: FaceForm) -> HttpResponse:
    context = {"deed": DEEDS[slug], "form": form, "back_href": reverse("window:case")}
    return sitting.prolong(request, page(request, "window/mailbox/act.html", context))


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


def _over(request: HttpRequest) -> HttpResponse:
    """The sitting ended while something was typed: it is shown, so that it can be copied."""
    return page(request, "window/mailbox/over.html", {"typed": typed_words(request)}, status=410)
