"""督办、催办 at the desk: issue the letter from a transfer, answer it, accept the answer or send it back."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.assessment.actions import (
    SupervisionFacts,
    answer_supervision,
    issue_supervision,
    print_supervision,
    return_answer,
    settle_supervision,
    supervision_letter,
)
from yixian.assessment.enums import SupervisionKind, SupervisionState, SupervisionWay, TransferReply
from yixian.assessment.queries import supervision_by_uid, went_down
from yixian.desk.supervision_case import SupervisionCase, due_of_supervision
from yixian.desk.transfer_case import TransferCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs, officer_of
from yixian.desk.web.paper_files import paper_file
from yixian.desk.web.transfers.base import TransferForm
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.actions import LIMITS, UNNUMBERED
from yixian.toolkit.forms import DateInput, LongText
from yixian.toolkit.pieces import Act, Event, Fact
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date

S = SupervisionState
R = TransferReply
TONES = {S.ISSUED: "waiting", S.ANSWERED: "active", S.RETURNED: "waiting", S.SETTLED: "done"}


def the_answer() -> LongText:
    """Of 督办、催办, whether it came within the installation or by sealed file."""
    return LongText("答复", LIMITS["note"], rows=8, help_text="写进展、结果和下一步，不写举报人。")


class IssueSupervision(TransferForm):
    slug, act, label, button = "issue_supervision", "assessment.issue_supervision", "督办、催办", "发出"
    says = ("发出督办函，单独编号；对方在“今日”看到，到期没有答复的，两边都写明超期。",)
    previews = True
    kind_ = forms.ChoiceField(label="种类", choices=SupervisionKind.choices, widget=forms.RadioSelect)
    way = forms.ChoiceField(label="方式", choices=SupervisionWay.choices, initial=SupervisionWay.LETTER)
    words = LongText(
        "督办事项", LIMITS["note"], rows=5, help_text="写要求对方说明、办到的事，不写举报人，不抄来信。"
    )
    due_on = forms.DateField(label="答复期限", widget=DateInput)

    @classmethod
    def stands(cls, case: TransferCase) -> bool:
        return went_down(case.transfer) and case.stands(R.PENDING, R.UPHELD, R.ACCEPTED, R.REPORTED)

    def facts(self) -> SupervisionFacts:
        typed = self.cleaned_data
        return SupervisionFacts(
            kind=SupervisionKind(typed["kind_"]),
            way=SupervisionWay(typed["way"]),
            words=typed["words"],
            due_on=typed["due_on"],
        )

    def preview(self) -> Any:
        return supervision_letter(
            self.case.officer, self.case.transfer, self.facts(), UNNUMBERED, self.case.on
        )

    def do(self) -> str:
        made = issue_supervision(
            by=self.case.officer, transfer=self.case.transfer, facts=self.facts(), on=self.case.on
        )
        by_file = f"接着“导出加封文件”，送给{made.transfer.receiver}。" if made.transfer.to_partner_id else ""
        return f"已发出，文号{made.letter_number}。{by_file}"


def supervision_or_404(officer: Officer, uid: UUID) -> SupervisionCase:
    found = supervision_by_uid(officer, uid)
    if found is None:
        raise not_theirs(officer, "assessment.read_supervision", f"assessment.supervision:{uid}")
    return SupervisionCase(officer, found, today())


class SupervisionForm(ActForm[SupervisionCase]):
    """An act whose subject is a supervision. ``of_sender`` says whose act it is."""

    root: ClassVar[str] = "supervisions"
    of_sender: ClassVar[bool] = True
    at: ClassVar[tuple[SupervisionState, ...]] = (S.ANSWERED,)

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> SupervisionCase:
        return supervision_or_404(officer, key)

    @classmethod
    def judged(cls, case: SupervisionCase) -> Any:
        return case.supervision

    @classmethod
    def stands(cls, case: SupervisionCase) -> bool:
        return case.stands(*cls.at)


class AnswerSupervision(SupervisionForm):
    slug, act, label, button = "answer_supervision", "assessment.answer_supervision", "答复", "报上级机关"
    says = ("答复加封给发出督办的机关；退回重报的，前一次的答复仍然留着。",)
    of_sender, at = False, (S.ISSUED, S.RETURNED)
    answer = the_answer()

    @classmethod
    def leads(cls, case: SupervisionCase) -> bool:
        return may(case.officer, cls.act, case.supervision)

    def do(self) -> str:
        answer = self.cleaned_data["answer"]
        answer_supervision(
            by=self.case.officer, supervision=self.case.supervision, answer=answer, on=self.case.on
        )
        return "已答复。"


class SettleSupervision(SupervisionForm):
    slug, act, label, button = "settle_supervision", "assessment.settle_supervision", "认可答复", "认可"
    says = ("认可以后，这一次督办结束；需要的可以再发。",)

    @classmethod
    def leads(cls, case: SupervisionCase) -> bool:
        return True

    def do(self) -> str:
        done = settle_supervision(by=self.case.officer, supervision=self.case.supervision, on=self.case.on)
        return f"已认可，这一次{done.get_kind_display()}结束。"


class ReturnAnswer(SupervisionForm):
    slug, act, label, button = "return_answer", "assessment.return_answer", "退回重报", "退回"
    reason = LongText("退回理由", LIMITS["note"], rows=4, help_text="写明哪里没有说清、还要办什么。")
    due_on = forms.DateField(label="重新答复的期限", widget=DateInput)

    def do(self) -> str:
        typed = self.cleaned_data
        return_answer(
            by=self.case.officer,
            supervision=self.case.supervision,
            reason=typed["reason"],
            due_on=typed["due_on"],
            on=self.case.on,
        )
        return "已退回，等对方重新答复。"


ACTS = (AnswerSupervision, SettleSupervision, ReturnAnswer)


@permit("assessment.read_supervision", reads_only=True)
def supervision(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter, the answer, and whose turn it is; for either side."""
    case = supervision_or_404(officer_of(request), uid)
    context = {
        "case": case,
        "asked": case.supervision,
        "tone": TONES[S(case.supervision.state)],
        "facts": _facts(case),
        "due": due_of_supervision(case.supervision, case.on),
        "events": _events(case),
        "acts": _acts(case),
        "paper_url": _paper_url(case),
    }
    return render(request, "desk/transfers/supervision.html", context)


@permit("assessment.print_supervision")
def supervision_paper(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The letter as it went out, as PDF or Word. A POST, because a print leaves its line in the trail."""
    if request.method != "POST":
        raise Http404
    case = supervision_or_404(officer_of(request), uid)
    paper = print_supervision(by=case.officer, supervision=case.supervision)
    return paper_file(paper, f"{paper.title}{case.label}", request.POST.get("as", ""))


def _paper_url(case: SupervisionCase) -> str:
    prints = may(case.officer, "assessment.print_supervision", case.supervision)
    return reverse("desk:supervision_paper", args=[case.supervision.uid]) if prints else ""


def _acts(case: SupervisionCase) -> list[Act]:
    acts = [each.as_act(case) for each in ACTS if each.of_sender == case.is_sender and each.stands(case)]
    return sorted(acts, key=lambda act: act.kind != "primary")


def _facts(case: SupervisionCase) -> list[Fact]:
    found = case.supervision
    sent = found.transfer
    href = reverse("desk:transfer_one", args=[sent.uid])
    return [
        Fact("转办交办", f"{sent.get_kind_display()}{sent.letter_number}", href=href, change="打开"),
        Fact("发出机关", str(sent.report.organ)),
        Fact("承办机关", sent.receiver),
        Fact("方式", found.get_way_display()),
        Fact("发出日期", cn_date(found.issued_on)),
        Fact("答复期限", cn_date(found.due_on)),
    ]


def _events(case: SupervisionCase) -> list[Event]:
    """Newest first. Of the other side's people only the office is named."""
    found = case.supervision
    sender, receiver = str(found.transfer.report.organ), found.transfer.receiver
    issuer = found.issued_by.name if case.is_sender else ""
    answerer = found.answered_by.name if found.answered_by and not case.is_sender else ""
    decided = "认可答复" if found.state == S.SETTLED else "退回重报"
    told = [
        (found.issued_on, f"{sender}发出{found.get_kind_display()}函", issuer),
        (found.answered_on, f"{receiver}答复", answerer),
        (found.decided_on, f"{sender}{decided}", ""),
    ]
    return [Event(on, title, who) for on, title, who in reversed(told) if on]
