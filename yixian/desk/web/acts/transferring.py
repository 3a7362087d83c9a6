"""转办、转送、移送: sending a report to whom it belongs with a letter, and recording what came back."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from yixian.assessment.actions import (
    TransferFacts,
    letter_of,
    print_letter,
    record_acceptance,
    record_refusal,
    record_result,
    transfer_out,
)
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.explaining import NOBODY_WANTS_IT, reported, sent_back, taken
from yixian.assessment.queries import department_proposal, suggestion
from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import officer_of, report_or_404
from yixian.desk.web.offering import offer
from yixian.desk.web.paper_files import paper_file
from yixian.protection.enums import PartnerRelation
from yixian.protection.queries import partners_to
from yixian.protection.web.door import permit
from yixian.reception.actions import LIMITS, UNNUMBERED
from yixian.reception.enums import ReportState
from yixian.regulations.classes import ReportClass
from yixian.regulations.deadlines import due
from yixian.regulations.departments import DepartmentProposal
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.resolution.enums import ClueState
from yixian.roster.queries import departments_of, organ_of, organs_under, working_calendar
from yixian.toolkit.documents.filling import say
from yixian.toolkit.forms import LongText
from yixian.toolkit.today import today

ORGAN, DEPARTMENT, PARTNER = "organ", "department", "partner"


class TransferOut(ActForm[Case]):
    slug, act, label, button = "transfer", "assessment.transfer_out", "转出", "发出函件并转出"
    says: tuple[str, ...] = (
        "转出后本件由收文单位办理，答复期限从今天起算；对方退回的，由本机关受理，不得两头不管。",
        "函件用自己的话概括，不写举报人，不照抄来信。发出前系统会检查。",
    )
    shows_account, previews = True, True
    kind_ = forms.ChoiceField(label="方式", choices=TransferKind.choices)
    receiver = forms.ChoiceField(label="收文单位")
    summary = LongText("反映的主要问题", LIMITS["note"], rows=5, help_text="概括要点，不照抄原文。")
    reason = LongText("转出的理由", LIMITS["note"])
    telling = LongText(
        "给反映人的说明",
        LIMITS["note"],
        rows=4,
        required=False,
        help_text="用大白话说清为什么转、归谁管。文号、日期、对方的期限由系统写上，连同转送告知书放进查询码信箱，也可以打印给本人。",
    )

    def prepare(self) -> None:
        organ_id = self.case.report.organ_id
        own = organ_of(organ_id)
        departments = [(f"{DEPARTMENT}:{each.pk}", each.name) for each in departments_of(organ_id)]
        organs = [
            (f"{ORGAN}:{each.pk}", each.name)
            for each in organs_under(own.parent_id or own.pk).exclude(pk=own.pk)
        ]
        partners = [
            (f"{PARTNER}:{each.pk}", each.name)
            for each in partners_to(organ_id).exclude(relation=PartnerRelation.ABOVE)
        ]
        groups = [("主管部门（转送）", departments), ("纪检监察机构（转办、交办、移送）", organs)]
        groups += [("协作机关（用加封文件）", partners)] if partners else []
        offer(self, "receiver", [("", "请选择"), *groups])
        self.names = dict([*departments, *organs, *partners])
        self._warn_of_clues()
        if not self.is_bound:
            self._propose(organ_id)

    def _warn_of_clues(self) -> None:
        """Two offices would look into one thing: whoever sends it on says that they know of the clue here."""
        codes = "、".join(each.code for each in self.case.clues if each.state != ClueState.CLOSED)
        if codes:
            self.says = (f"本件的线索{codes}在本机关还没有了结，转出不会停下它。", *self.says)
            self.fields["knows"] = forms.BooleanField(
                label=f"知道线索{codes}还没有了结，转出以后仍由本机关办到了结",
                error_messages={"required": f"线索{codes}还没有了结。先了结再转出；确实要现在转的，请勾选。"},
            )

    def _propose(self, organ_id: int) -> None:
        """The department that the text points to, where the report is out of scope."""
        now, account = self.case.classification, self.case.content.account
        if now is None or now.report_class != ReportClass.OUT_OF_SCOPE:
            self.fields["kind_"].initial = TransferKind.FORWARD
            return
        found = department_proposal(suggestion(title=account.title, account=account.account).reading)
        named = _department(organ_id, found)
        self.fields["kind_"].initial = TransferKind.REFER_OUT
        self.fields["receiver"].initial = f"{DEPARTMENT}:{named.pk}" if named else ""
        self.fields["reason"].initial = f"反映的属于{found.matters}，由你单位负责（{found.article.cite()}）。"
        self.fields["telling"].initial = found.sentence_of(named.name if named else found.department)
        self.says = (*self.says, *_hints(self.case, found, named))

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state in (ReportState.REGISTERED, ReportState.ACCEPTED)

    def facts(self) -> TransferFacts:
        typed = self.cleaned_data
        which, _, key = typed["receiver"].partition(":")
        return TransferFacts(
            kind=TransferKind(typed["kind_"]),
            summary=typed["summary"],
            reason=typed["reason"],
            telling=typed["telling"],
            to_organ_id=int(key) if which == ORGAN else None,
            to_department_id=int(key) if which == DEPARTMENT else None,
            to_partner_id=int(key) if which == PARTNER else None,
        )

    def preview(self) -> Any:
        return letter_of(self.case.officer, self.facts(), self._receiver_name(), UNNUMBERED, self.case.on)

    def _receiver_name(self) -> str:
        return self.names[self.cleaned_data["receiver"]]

    def do(self) -> str:
        sent = transfer_out(
            by=self.case.officer, report=self.case.report, facts=self.facts(), on=self.case.on
        )
        by_file = f"接着“导出加封文件”，送给{sent.receiver}。" if sent.to_partner_id else ""
        self.sent = sent
        return f"已转{sent.receiver}，文号{sent.letter_number}。{by_file}"

    def lands(self) -> str:
        """What goes by a file is exported on the page of its transfer."""
        by_file = self.sent.to_partner_id is not None
        return reverse("desk:transfer_one", args=[self.sent.uid]) if by_file else super().lands()


def _department(organ_id: int, found: DepartmentProposal) -> Any:
    """The county's own department: by the name proposed, else by the field that it answers for."""
    of_field = departments_of(organ_id, found.field.value)
    return departments_of(organ_id).filter(name=found.department).first() or of_field.first()


def _hints(case: Case, found: DepartmentProposal, named: Any) -> list[str]:
    hints = [f"系统建议：{found.sentence()}"]
    if named is None:
        hints.append(f"名册里还没有{found.department}，请先在“名册”导入主管部门，或者选定别的部门。")
    if any(each.reply == TransferReply.REFUSED for each in case.transfers):
        hints.append(NOBODY_WANTS_IT)
    return hints


class ReplyForm(ActForm[Case]):
    """What the receiver of one transfer answered, and what the reporter is told of it."""

    about_one = True
    expects: TransferReply = TransferReply.PENDING
    proposal: Callable[[Any], str]
    telling = LongText(
        "告诉反映人",
        LIMITS["note"],
        required=False,
        help_text="放进查询码信箱，反映人看得到；不要写对方内部的意见。不写就不发。",
    )

    def prepare(self) -> None:
        self.order_fields(["note", "telling"])
        self.fields["telling"].initial = type(self).proposal(self.thing)
        if self.case.report.receipt is None or not self.case.may("reception.write_to_reporter"):
            del self.fields["telling"]

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return next((each for each in case.transfers if each.pk == key and each.reply == cls.expects), None)


class Accepted(ReplyForm):
    slug, act, label, button = "transfer_accepted", "assessment.record_acceptance", "对方已接收", "登记接收"
    proposal = staticmethod(taken)
    note = LongText("说明", LIMITS["note"], required=False)

    def do(self) -> str:
        typed = self.cleaned_data
        record_acceptance(
            by=self.case.officer,
            transfer=self.thing,
            on=self.case.on,
            note=typed["note"],
            telling=typed.get("telling", ""),
        )
        return f"已登记：{self.thing.receiver}接收。"


class Refused(ReplyForm):
    slug, act, label, button = "transfer_refused", "assessment.record_refusal", "对方退回", "登记退回"
    says: tuple[str, ...] = ("退回后由本机关受理，办理期限从今天起算。",)
    proposal = staticmethod(sent_back)
    note = LongText("退回的理由", LIMITS["note"])

    def prepare(self) -> None:
        super().prepare()
        self.says = (*self.says, *_in_time(self.thing, self.case.on))

    def do(self) -> str:
        typed = self.cleaned_data
        record_refusal(
            by=self.case.officer,
            transfer=self.thing,
            on=self.case.on,
            reason=typed["note"],
            telling=typed.get("telling", ""),
        )
        return "已登记退回，本件由本机关受理。"


def _in_time(transfer: Any, on: date) -> list[str]:
    """Whether the receiver objects within the term that the regulations give for it."""
    last = due(OBJECTION_TERM, transfer.sent_on, working_calendar())
    if transfer.kind != TransferKind.REFER_OUT or on <= last.on:
        return []
    rule = f"{OBJECTION_TERM.sentence()}（{OBJECTION_TERM.source.cite()}）"
    return [f"对方退回已经超过期限：{rule}，到{say(last.on)}为止。可以请对方先办，有争议的提请联席会议协调。"]


class Reported(ReplyForm):
    slug, act, label, button = "transfer_reported", "assessment.record_result", "对方已报结果", "登记结果"
    expects = TransferReply.ACCEPTED
    proposal = staticmethod(reported)
    note = LongText("办理结果", LIMITS["note"])

    def do(self) -> str:
        typed = self.cleaned_data
        record_result(
            by=self.case.officer,
            transfer=self.thing,
            on=self.case.on,
            result=typed["note"],
            telling=typed.get("telling", ""),
        )
        return "已登记办理结果。"


@permit("assessment.print_letter")
def transfer_paper(request: HttpRequest, report_id: UUID, key: int) -> HttpResponse:
    """The letter as it went out, as PDF or Word. A POST, because a print leaves its line in the trail."""
    officer = officer_of(request)
    case = Case(officer, report_or_404(officer, report_id), today())
    transfer = next((each for each in case.transfers if each.pk == key), None)
    if transfer is None or request.method != "POST":
        raise Http404
    paper = print_letter(by=officer, transfer=transfer)
    return paper_file(paper, f"{paper.title}{transfer.letter_number}", request.POST.get("as", ""))


ACTS = (TransferOut, Accepted, Refused, Reported)
