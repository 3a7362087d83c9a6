"""/desk/asked/<uid>: 督办 or 催办 that came by a sealed file, and its answer, which goes back with a receipt."""

from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.actions import answer_arrival_supervision, print_arrival_supervision
from yixian.assessment.enums import SupervisionState
from yixian.assessment.queries import arrival_asked_by_uid
from yixian.desk.arrival_asked_case import ArrivalAskedCase
from yixian.desk.supervision_case import due_of_supervision
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs, officer_of
from yixian.desk.web.paper_files import paper_file
from yixian.desk.web.parcels.acts import NEXT
from yixian.desk.web.transfers.supervising import TONES, the_answer
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.toolkit.pieces import Event, Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

S = SupervisionState


def asked_or_404(officer: Officer, uid: UUID) -> ArrivalAskedCase:
    found = arrival_asked_by_uid(officer, uid)
    if found is None:
        raise not_theirs(
            officer, "assessment.read_arrival_supervision", f"assessment.arrivalsupervision:{uid}"
        )
    return ArrivalAskedCase(officer, found, today())


class AnswerArrivalSupervision(ActForm[ArrivalAskedCase]):
    root: ClassVar[str] = "asked"
    slug, act = "answer_arrival_supervision", "assessment.answer_arrival_supervision"
    label, button = "答复", "写好答复"
    says = ("退回重报的，前一次的答复仍然留着。", NEXT)
    answer = the_answer()

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> ArrivalAskedCase:
        return asked_or_404(officer, key)

    @classmethod
    def judged(cls, case: ArrivalAskedCase) -> Any:
        return case.asked

    @classmethod
    def stands(cls, case: ArrivalAskedCase) -> bool:
        return case.stands(S.ISSUED, S.RETURNED)

    @classmethod
    def leads(cls, case: ArrivalAskedCase) -> bool:
        return may(case.officer, cls.act, case.asked)

    def do(self) -> str:
        answer = self.cleaned_data["answer"]
        answer_arrival_supervision(
            by=self.case.officer, asked=self.case.asked, answer=answer, on=self.case.on
        )
        return f"答复已写好。{NEXT}"


ACTS = (AnswerArrivalSupervision,)


@permit("assessment.read_arrival_supervision", reads_only=True)
def asked(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter, what was answered, and what the sender thought of it."""
    case = asked_or_404(officer_of(request), uid)
    context = {
        "case": case,
        "asked": case.asked,
        "tone": TONES[S(case.asked.state)],
        "facts": _facts(case),
        "due": due_of_supervision(case.asked, case.on),
        "events": _events(case),
        "acts": [each.as_act(case) for each in ACTS if each.stands(case)],
        "paper_url": _paper_url(case),
    }
    return render(request, "desk/transfers/supervision.html", context)


@permit("assessment.print_arrival_supervision")
def asked_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter as it came, as PDF or Word. A POST, because a print leaves its line in the trail."""
    if request.method != "POST":
        raise Http404
    case = asked_or_404(officer_of(request), uid)
    paper = print_arrival_supervision(by=case.officer, asked=case.asked)
    return paper_file(paper, f"{paper.title}{case.label}", request.POST.get("as", ""))


def _paper_url(case: ArrivalAskedCase) -> str:
    prints = may(case.officer, "assessment.print_arrival_supervision", case.asked)
    return reverse("desk:arrival_asked_paper", args=[case.asked.uid]) if prints else ""


def _facts(case: ArrivalAskedCase) -> list[Fact]:
    found, came = case.asked, case.asked.arrival
    href = reverse("desk:arrival", args=[came.uid])
    return [
        Fact("转来的件", f"{came.get_kind_display()}{came.letter_number}", href=href, change="打开"),
        Fact("发出机关", str(came.partner)),
        Fact("方式", found.get_way_display()),
        Fact("发出日期", cn_date(found.issued_on)),
        Fact("答复期限", cn_date(found.due_on)),
    ]


def _events(case: ArrivalAskedCase) -> list[Event]:
    """Newest first. Of the sender's people nobody is known here."""
    found, sender = case.asked, str(case.asked.arrival.partner)
    decided = "认可答复" if found.state == S.SETTLED else "退回重报"
    told = [
        (found.issued_on, f"{sender}发出{found.get_kind_display()}函", ""),
        (found.answered_on, "答复", found.answered_by.name if found.answered_by else ""),
        (found.decided_on, f"{sender}{decided}", ""),
    ]
    return [Event(on, title, who) for on, title, who in reversed(told) if on]
