"""One thing that the holder of the code does: its page, what was typed on it, its files, and the doing."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.protection.web.door import permit
from yixian.reception.actions import Mailbox, open_mailbox
from yixian.reception.hotline import hotline_of
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.trail.refusal import Refusal
from yixian.window import stash
from yixian.window.draft import Draft, kept
from yixian.window.drawers import MAILBOX
from yixian.window.forms import FilesForm
from yixian.window.web.frame import page, unkept
from yixian.window.web.mailbox import once, sitting
from yixian.window.web.mailbox.closing import ask_code, closed, over
from yixian.window.web.mailbox.deed import Deed, Doer
from yixian.window.web.mailbox.deeds import DEEDS
from yixian.window.web.stashing import pressed, take_uploads

ONLY_FILES = "（只交材料，没有写话。）"


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


@sensitive_post_parameters()
@permit("protection.present_code")
def act(request: HttpRequest, slug: str, number: int = 0) -> HttpResponse:
    """What was typed stays, whatever is refused; the same press is done once and answered alike."""
    deed = DEEDS.get(slug)
    if deed is None:
        raise Http404
    reporter = sitting.reporter_of(request)
    if reporter is None:
        return over(request) if request.method == "POST" else ask_code()
    if once.was_done(request, once.press_of(request)):
        return _answer_of(slug)
    mailbox = open_mailbox(by=reporter, on=today())
    if not deed.is_open(mailbox, number):
        return closed(request)
    errand = Errand(slug, deed, Doer(reporter, number, deed.thing_in(mailbox, number)), mailbox)
    if request.method == "POST":
        return _pressed(request, errand)
    return _show(request, errand, _as_left(request, errand))


def _pressed(request: HttpRequest, errand: Errand) -> HttpResponse:
    """Files are taken in first, whatever was pressed; a button of their list does no more than that."""
    if errand.deed.takes_files:
        said = take_uploads(request, MAILBOX)
        if pressed(request, MAILBOX) or said:
            return _wait(request, errand, said)
    return _do(request, errand, errand.deed.ask(_typed(request, errand)))


def _typed(request: HttpRequest, errand: Errand) -> QueryDict:
    """A photograph may come without a word: where words are asked, a mark says that there are none."""
    asked = errand.deed.ask(None).fields.get("text")
    wordless = asked is not None and asked.required and not request.POST.get("text", "").strip()
    if not (wordless and errand.deed.takes_files and stash.stashed(request, MAILBOX)):
        return request.POST
    typed = request.POST.copy()
    typed["text"] = ONLY_FILES
    return typed


def _wait(request: HttpRequest, errand: Errand, said: list[str]) -> HttpResponse:
    """The same page again with the words as they are; a script that sends a file alone sends none."""
    before = sitting.refused(request, errand.mark)
    typed = {name: str(request.POST[name]) for name in errand.deed.ask(None).fields if name in request.POST}
    words = typed or (before.words if before else {})
    left = sitting.Refused(errand.mark, kept(words), files=said, waits=True)
    return sitting.keep_refused(request, unkept(HttpResponseRedirect(errand.address)), left)


def _as_left(request: HttpRequest, errand: Errand) -> FaceForm:
    """The form with what was typed; with what is wrong too, if it was refused just now."""
    left = sitting.refused(request, errand.mark)
    if left and left.waits:
        form = errand.deed.ask(None)
        form.initial.update(left.words)
        return form
    form = errand.deed.ask(left.words if left else None)
    if left and left.said:
        form.add_error(None, left.said)
    return form


def _do(request: HttpRequest, errand: Errand, form: FaceForm) -> HttpResponse:
    """The drawer is held while it is done: of two presses at once the second finds it done."""
    if not form.is_valid():
        return _refuse(request, errand, form, "")
    press = once.press_of(request)
    with transaction.atomic():
        if once.was_done(request, press, to_change=True):
            return _answer_of(errand.slug)
        try:
            errand.deed.do(_with_files(request, errand), form)
        except Refusal as refusal:
            return _refuse(request, errand, form, refusal.message)
        return _done(request, errand, press)


def _with_files(request: HttpRequest, errand: Errand) -> Doer:
    files = stash.to_send(request, MAILBOX) if errand.deed.takes_files else []
    return replace(errand.by, files=tuple(files))


def _done(request: HttpRequest, errand: Errand, press: str) -> HttpResponse:
    if errand.deed.takes_files:
        stash.empty(request, MAILBOX)
    done = sitting.keep_refused(request, _answer_of(errand.slug), None)
    once.note_done(request, done, press)
    return done


def _answer_of(slug: str) -> HttpResponse:
    return unkept(HttpResponseRedirect(f"{reverse('window:case')}?done={slug}"))


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
        "hotline": hotline_of(errand.mailbox.organ_id).phone,
        "back_href": reverse("window:case"),
        "once": once.new_mark(),
        **(_files(request, errand) if errand.deed.takes_files else {}),
    }
    return sitting.prolong(request, page(request, errand.deed.template, context))


def _files(request: HttpRequest, errand: Errand) -> dict[str, object]:
    left = sitting.refused(request, errand.mark)
    return {
        "files": stash.stashed(request, MAILBOX),
        "files_form": FilesForm(draft=Draft()),
        "said": left.files if left else [],
        "may_mark": not errand.mailbox.anonymous,
        "most": stash.MOST,
        "most_megabytes": stash.MOST_BYTES // stash.MEGABYTE,
    }
