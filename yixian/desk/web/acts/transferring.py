"""转办、转送、移送: sending a report to whom it belongs with a letter, and recording what came back."""

from typing import Any

from django import forms

from yixian.assessment.actions import (
    TransferFacts,
    letter_of,
    record_acceptance,
    record_refusal,
    record_result,
    transfer_out,
)
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.queries import department_proposal, suggestion
from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.offering import offer
from yixian.reception.actions import LIMITS
from yixian.reception.enums import ReportState
from yixian.regulations.classes import ReportClass
from yixian.roster.queries import departments_of, organ_of, organs_under
from yixian.toolkit.forms import LongText

ORGAN, DEPARTMENT = "organ", "department"
UNNUMBERED = "（发出时编号）"


class TransferOut(ActForm[Case]):
    slug, act, label, button = "transfer", "assessment.transfer_out", "转出", "发出函件并转出"
    says = (
        "转出后本件由收文单位办理，答复期限从今天起算；对方退回的，由本机关受理，不得两头不管。",
        "函件用自己的话概括，不写举报人，不照抄来信。发出前系统会检查。",
    )
    shows_account, previews = True, True
    kind_ = forms.ChoiceField(label="方式", choices=TransferKind.choices)
    receiver = forms.ChoiceField(label="收文单位")
    summary = LongText("反映的主要问题", LIMITS["note"], rows=5, help_text="概括要点，不照抄原文。")
    reason = LongText("转出的理由", LIMITS["note"])

    def prepare(self) -> None:
        organ_id = self.case.report.organ_id
        own = organ_of(organ_id)
        departments = [(f"{DEPARTMENT}:{each.pk}", each.name) for each in departments_of(organ_id)]
        organs = [
            (f"{ORGAN}:{each.pk}", each.name)
            for each in organs_under(own.parent_id or own.pk).exclude(pk=own.pk)
        ]
        groups = [("主管部门（转送）", departments), ("纪检监察机构（转办、交办、移送）", organs)]
        offer(self, "receiver", [("", "请选择"), *groups])
        self.names = dict([*departments, *organs])
        if not self.is_bound:
            self._propose(organ_id)

    def _propose(self, organ_id: int) -> None:
        """The department that the text points to, where the report is out of scope."""
        now, account = self.case.classification, self.case.content.account
        if now is None or now.report_class != ReportClass.OUT_OF_SCOPE:
            self.fields["kind_"].initial = TransferKind.FORWARD
            return
        found = department_proposal(suggestion(title=account.title, account=account.account).reading)
        named = departments_of(organ_id).filter(name=found.department).first()
        self.fields["kind_"].initial = TransferKind.REFER_OUT
        self.fields["receiver"].initial = f"{DEPARTMENT}:{named.pk}" if named else ""
        if named is not None:
            because = f"反映的属于{found.matters}，由你单位负责（{found.article.cite()}）。"
            self.fields["reason"].initial = because

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
            to_organ_id=int(key) if which == ORGAN else None,
            to_department_id=int(key) if which == DEPARTMENT else None,
        )

    def preview(self) -> Any:
        return letter_of(self.case.officer, self.facts(), self._receiver_name(), UNNUMBERED, self.case.on)

    def _receiver_name(self) -> str:
        return self.names[self.cleaned_data["receiver"]]

    def do(self) -> str:
        sent = transfer_out(
            by=self.case.officer, report=self.case.report, facts=self.facts(), on=self.case.on
        )
        return f"已转{sent.receiver}，文号{sent.letter_number}。"


class ReplyForm(ActForm[Case]):
    """What the receiver of one transfer answered."""

    about_one = True
    expects: TransferReply = TransferReply.PENDING

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return next((each for each in case.transfers if each.pk == key and each.reply == cls.expects), None)


class Accepted(ReplyForm):
    slug, act, label, button = "transfer_accepted", "assessment.record_acceptance", "对方已接收", "登记接收"
    note = LongText("说明", LIMITS["note"], required=False)

    def do(self) -> str:
        record_acceptance(
            by=self.case.officer, transfer=self.thing, on=self.case.on, note=self.cleaned_data["note"]
        )
        return f"已登记：{self.thing.receiver}接收。"


class Refused(ReplyForm):
    slug, act, label, button = "transfer_refused", "assessment.record_refusal", "对方退回", "登记退回"
    says = ("退回后由本机关受理，办理期限从今天起算。",)
    note = LongText("退回的理由", LIMITS["note"])

    def do(self) -> str:
        record_refusal(
            by=self.case.officer, transfer=self.thing, on=self.case.on, reason=self.cleaned_data["note"]
        )
        return "已登记退回，本件由本机关受理。"


class Reported(ReplyForm):
    slug, act, label, button = "transfer_reported", "assessment.record_result", "对方已报结果", "登记结果"
    expects = TransferReply.ACCEPTED
    note = LongText("办理结果", LIMITS["note"])

    def do(self) -> str:
        record_result(
            by=self.case.officer, transfer=self.thing, on=self.case.on, result=self.cleaned_data["note"]
        )
        return "已登记办理结果。"


ACTS = (TransferOut, Accepted, Refused, Reported)
