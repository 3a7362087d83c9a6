"""Both sides of a transfer: accept, object in time, report the result; take it back, or insist."""

from yixian.assessment.actions import (
    accept_transfer,
    consent_to_objection,
    insist_on_transfer,
    object_to_transfer,
    report_result,
)
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.explaining import sent_back
from yixian.assessment.objecting import last_day_to_object
from yixian.desk.transfer_case import TransferCase
from yixian.desk.web.transfers.answering import objection_rule, what_was_found, why_not_ours
from yixian.desk.web.transfers.base import TransferForm
from yixian.protection.queries import may
from yixian.reception.actions import LIMITS
from yixian.toolkit.forms import LongText

R = TransferReply


class AcceptTransfer(TransferForm):
    slug, act, label, button = "accept_transfer", "assessment.accept_transfer", "接收", "接收"
    says = ("接收后由本机关办理，转来的机关马上看到已接收。还没有登记的，接着在“收件”里登记。",)
    of_sender = False

    @classmethod
    def stands(cls, case: TransferCase) -> bool:
        return case.stands(R.PENDING, R.UPHELD)

    @classmethod
    def leads(cls, case: TransferCase) -> bool:
        return may(case.officer, cls.act, case.transfer)

    def do(self) -> str:
        accept_transfer(by=self.case.officer, transfer=self.case.transfer, on=self.case.on)
        return "已接收，转来的机关可以看到。"


class ObjectToTransfer(TransferForm):
    slug, act, label = "object_to_transfer", "assessment.object_to_transfer", "提出异议"
    button = "提出异议"
    says: tuple[str, ...] = (
        "转来的机关同意的，本件退回，本机关不再能打开；维持的，由本机关办理，不能再次提出。",
    )
    of_sender = False
    reason = why_not_ours()

    def prepare(self) -> None:
        self.says = (objection_rule(last_day_to_object(self.case.transfer)), *self.says)

    @classmethod
    def stands(cls, case: TransferCase) -> bool:
        return case.stands(R.PENDING)

    def do(self) -> str:
        typed = self.cleaned_data
        object_to_transfer(
            by=self.case.officer, transfer=self.case.transfer, reason=typed["reason"], on=self.case.on
        )
        return "异议已提出，等转来的机关答复。答复以前，本件仍在本机关。"


class ReportResult(TransferForm):
    slug, act, label, button = "report_result", "assessment.report_result", "报告办理结果", "报告"
    says = ("结果加封给交办的机关。应当先经本机关集体研究、主要负责人审批。",)
    of_sender = False
    result = what_was_found()

    @classmethod
    def stands(cls, case: TransferCase) -> bool:
        return case.stands(R.ACCEPTED) and case.transfer.kind == TransferKind.ASSIGN

    def do(self) -> str:
        typed = self.cleaned_data
        report_result(
            by=self.case.officer, transfer=self.case.transfer, result=typed["result"], on=self.case.on
        )
        return "办理结果已报交办的机关。"


class ConsentToObjection(TransferForm):
    slug, act, label = "consent_to_objection", "assessment.consent_to_objection", "同意异议，收回"
    button = "同意，收回本件"
    says = ("本件由本机关受理，办理期限从今天起算；对方的一份同时关闭，内容不再能打开。",)
    telling = LongText(
        "告诉反映人",
        LIMITS["note"],
        required=False,
        help_text="放进查询码信箱，反映人看得到；不要写对方内部的意见。不写就不发。",
    )

    def prepare(self) -> None:
        self.fields["telling"].initial = sent_back(self.case.transfer)
        if self.case.transfer.report.receipt is None:
            del self.fields["telling"]

    @classmethod
    def stands(cls, case: TransferCase) -> bool:
        return case.stands(R.OBJECTED)

    @classmethod
    def leads(cls, case: TransferCase) -> bool:
        return True

    def do(self) -> str:
        telling = self.cleaned_data.get("telling", "")
        consent_to_objection(
            by=self.case.officer, transfer=self.case.transfer, on=self.case.on, telling=telling
        )
        return "已收回，本件由本机关受理。"


class InsistOnTransfer(TransferForm):
    slug, act, label, button = "insist_on_transfer", "assessment.insist_on_transfer", "维持转办", "维持"
    says = ("写明为什么仍然应当由对方办理。维持以后对方应当接收，不能再次提出异议。",)
    reason = LongText("维持的理由", LIMITS["note"], rows=5, help_text="理由只有两个机关能看，不写举报人。")

    @classmethod
    def stands(cls, case: TransferCase) -> bool:
        return case.stands(R.OBJECTED)

    def do(self) -> str:
        typed = self.cleaned_data
        insist_on_transfer(
            by=self.case.officer, transfer=self.case.transfer, reason=typed["reason"], on=self.case.on
        )
        return "已维持，由对方办理。"


ACTS = (AcceptTransfer, ObjectToTransfer, ReportResult, ConsentToObjection, InsistOnTransfer)
