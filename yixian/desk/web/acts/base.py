"""The shape of an act on a report: one small form, its article, and what it will do.

A subclass says when it stands (``stands``), on which thing of the report it acts (``find``), and does it
(``do``). The same class is the page, the line in the dossier's list and the answer to the POST.
"""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.debug import sensitive_post_parameters

from yixian.desk.case import Case
from yixian.desk.web.frame import officer_of, report_or_404, tried
from yixian.desk.web.paper_files import LOOK, paper_file
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.permits import permit_for
from yixian.protection.queries import objection, why_not
from yixian.protection.web.carried import carried_by
from yixian.protection.web.door import permit
from yixian.reception.queries import one_report
from yixian.toolkit.answers import file_answer
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.pieces import Act
from yixian.toolkit.today import today


class Subject(Protocol):
    """What an act is done on: a report with its matter, or a clue."""

    @property
    def officer(self) -> Officer: ...

    @property
    def subject(self) -> Any: ...

    @property
    def label(self) -> str: ...

    @property
    def home(self) -> str: ...


C = TypeVar("C", bound=Subject)
PREVIEW = "preview"
ONLY_REOPENED = "归档后不再改动；对结果有异议或者有新证据、新线索的，由纪委书记“重新办理”以后再办。"
ONLY_RETURNED = "由接收的机关办理；对方退回或者报来结果以后再办。"


class ActForm(FaceForm, Generic[C]):
    """``slug`` names the page, ``act`` the permit; ``label`` is what the button in the dossier says. An act that
    ``outlives`` the archiving of a report changes nothing in its file. One that ``previews`` shows its paper first;
    one that ``prints`` gives a paper and does nothing else. One that ``gives`` answers with a file of its own.
    What is read before it is decided stands ``beside`` the form. One that ``goes_along`` is the receiver's once the
    report was sent to another office. After one that ``may_part`` the officer may not meet the report any more.
    """

    root: ClassVar[str] = "reports"
    slug: ClassVar[str]
    act: ClassVar[str]
    label: ClassVar[str]
    button: ClassVar[str] = ""
    kind: ClassVar[str] = "primary"
    says: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    key: ClassVar[str] = ""
    about_one: ClassVar[bool] = False
    shows_account: ClassVar[bool] = False
    previews: ClassVar[bool] = False
    prints: ClassVar[bool] = False
    gives: ClassVar[bool] = False
    outlives: ClassVar[bool] = False
    goes_along: ClassVar[bool] = False
    may_part: ClassVar[bool] = False
    template: ClassVar[str] = "desk/acts/act.html"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> Any:
        """The case on which the act is done, if this officer may meet it: of a report, unless a subclass says."""
        return Case(officer, report_or_404(officer, key), today())

    def __init__(self, *args: Any, case: C, thing: Any = None, **kwargs: Any) -> None:
        self.case, self.thing = case, thing
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Set what depends on the case: choices, initial values."""

    @classmethod
    def stands(cls, case: C) -> bool:
        """Whether the report stands where this act belongs, whoever may do it.

        An act about one thing stands in no list: each clock, transfer or outcome has its own link.
        """
        if cls.about_one:
            return False
        raise NotImplementedError

    @classmethod
    def is_over(cls, case: C) -> bool:
        """Whether the report is archived, and this act came with its handling."""
        return isinstance(case, Case) and case.is_put_away and not cls.outlives

    @classmethod
    def has_left(cls, case: C) -> bool:
        """Whether the report rests with another office, and this act went with it."""
        return isinstance(case, Case) and cls.goes_along and case.rests_elsewhere

    @classmethod
    def leads(cls, case: C) -> bool:
        """Whether this is what the report waits for: at most one act is shown as the next step."""
        return False

    @classmethod
    def judged(cls, case: C) -> Any:
        """What the permit is asked about: the report or the clue itself, unless a subclass says."""
        return case.subject

    @classmethod
    def find(cls, case: C, key: int) -> Any:
        """The clock, the transfer, the feedback of this report on which the act is done; None for none."""
        return None

    def do(self) -> str:
        """Do it and say what was done."""
        raise NotImplementedError

    def lands(self) -> str:
        """Where the officer goes once it is done: not to a page that is no longer theirs."""
        if self.may_part and one_report(self.case.officer, self.case.subject.pk) is None:
            return reverse("desk:today")
        return self.case.home

    def preview(self) -> Any:
        """The paper as it would be issued, for acts that show it first."""
        return None

    def paper(self) -> Any:
        """The paper, for acts that print."""
        return None

    def made_file(self) -> tuple[bytes, str]:
        """What an act that gives does, and the file that comes of it: its bytes and its name."""
        raise NotImplementedError

    @classmethod
    def article(cls) -> str:
        return permit_for(cls.act).article

    @classmethod
    def address(cls, case: C, key: int | None = None) -> str:
        return reverse(f"desk:{cls.slug}", args=[case.subject.pk, *([] if key is None else [key])])

    @classmethod
    def is_hidden(cls, case: C) -> bool:
        """Whether even the reason against it would tell of a report that this officer must not meet."""
        found = objection(case.officer, cls.act, cls.judged(case))
        return found is not None and found.hidden

    @classmethod
    def as_act(cls, case: C) -> Act:
        """The line in the dossier: a link, or why it is not this officer's."""
        leads = cls.leads(case)
        return Act(
            cls.label,
            cls.address(case),
            key=cls.key,
            hint=cls.article() if leads else "",
            why_not=why_not(case.officer, cls.act, cls.judged(case)),
            kind="primary" if leads else "plain",
        )


def act_view(form_class: type[ActForm[Any]]) -> Callable[..., HttpResponse]:
    """The page of an act: asked for its permit at the door, with its report, and again by the action."""

    @sensitive_post_parameters()
    @permit(form_class.act)
    def view(request: HttpRequest, subject_id: UUID, key: int | None = None) -> HttpResponse:
        officer = officer_of(request)
        case = form_class.load(officer, subject_id)
        require(officer, form_class.act, form_class.judged(case))
        if form_class.is_over(case):
            messages.warning(request, f"{case.label}已归档，{ONLY_REOPENED}")
            return redirect(case.home)
        if form_class.has_left(case):
            messages.warning(request, f"{case.label}已转出，{ONLY_RETURNED}")
            return redirect(case.home)
        thing = form_class.find(case, key) if key is not None else None
        gone = key is not None and thing is None
        if gone or not (form_class.about_one or form_class.stands(case)):
            return _too_late(request, form_class, case)
        if request.method == "POST":
            return _answer(request, form_class(request.POST, request.FILES, case=case, thing=thing))
        return _show(request, form_class(case=case, thing=thing))

    return view


def _too_late(request: HttpRequest, form_class: type[ActForm[Any]], case: Any) -> HttpResponse:
    """Nothing is done where the report no longer stands, or another person was quicker; what was typed for it is shown,
    to be copied.
    """
    sentence = f"现在不能办“{form_class.label}”：状态已经改变，或者还没有到这一步。"
    carried = carried_by(request)
    if carried is None or not carried.words:
        messages.warning(request, sentence)
        return redirect(case.home)
    context = {"sentence": sentence, "words": carried.words, "back": case.home}
    return render(request, "desk/acts/too_late.html", context, status=409)


def _answer(request: HttpRequest, form: ActForm[Any]) -> HttpResponse:
    if not form.is_valid():
        return _show(request, form)
    asked = request.POST.get("do", "")
    if form.prints or (form.previews and asked in (PREVIEW, LOOK)):
        return _paper(request, form, asked)
    if form.gives:
        found = tried(form, form.made_file)
        return _show(request, form) if found is None else file_answer(*found)
    done = tried(form, form.do)
    if done is None:
        return _show(request, form)
    messages.success(request, done)
    return redirect(form.lands())


def _paper(request: HttpRequest, form: ActForm[Any], asked: str) -> HttpResponse:
    """The paper as a file, or its words beside the form; a refusal is told on the form."""
    paper = tried(form, form.paper if form.prints else form.preview)
    if paper is None or asked == PREVIEW:
        return _show(request, form, paper)
    return paper_file(paper, f"{paper.title}{form.case.label}", asked)


def _show(request: HttpRequest, form: ActForm[Any], paper: Any = None) -> HttpResponse:
    content = form.case.content if form.shows_account else None
    context = {
        "form": form,
        "case": form.case,
        "reads": bool(content or paper or form.beside),
        "content": content,
        "paper": paper,
        "back": form.case.home,
    }
    return render(request, form.template, context)


def act_urls(*form_classes: type[ActForm[Any]]) -> list[URLPattern]:
    """One address for each act: reports/<id>/<slug>, with the key of the thing where it is about one."""
    return [
        path(
            f"{each.root}/<uuid:subject_id>/{each.slug.replace('_', '-')}"
            + ("/<int:key>" if each.about_one else ""),
            act_view(each),
            name=each.slug,
        )
        for each in form_classes
    ]
