"""What the receiver of a sealed file answers; the sender learns it by the receipt."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.assessment.actions import accept_arrival, object_to_arrival, report_arrival_result
from yixian.assessment.carrying import last_day_of
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.queries import arrival_by_uid
from yixian.desk.arrival_case import ArrivalCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.desk.web.transfers.answering import objection_rule, what_was_found, why_not_ours
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.toolkit.today import today

R = TransferReply
NEXT = "接着“导出回执”，送给转来的机关；对方导入以后才知道。"


def arrival_or_404(officer: Officer, uid: UUID) -> ArrivalCase:
    found = arrival_by_uid(officer, uid)
    if found is None:
        raise not_theirs(officer, "assessment.read_arrival", f"assessment.arrival:{uid}")
    return ArrivalCase(officer, found, today())


class ArrivalForm(ActForm[ArrivalCase]):
    """An act whose subject came by a sealed file."""

    root: ClassVar[str] = "arrivals"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> ArrivalCase:
        return arrival_or_404(officer, key)

    @classmethod
    def judged(cls, case: ArrivalCase) -> Any:
        return case.arrival


class AcceptArrival(ArrivalForm):
    slug, act, label, button = "accept_arrival", "assessment.accept_arrival", "接收", "接收"
    says = ("接收后由本机关办理。还没有登记的，接着在“收件”里登记。", NEXT)

    @classmethod
    def stands(cls, case: ArrivalCase) -> bool:
        return case.stands(R.PENDING, R.UPHELD)

    @classmethod
    def leads(cls, case: ArrivalCase) -> bool:
        return may(case.officer, cls.act, case.arrival)

    def do(self) -> str:
        accept_arrival(by=self.case.officer, arrival=self.case.arrival, on=self.case.on)
        return f"已接收。{NEXT}"


class ObjectToArrival(ArrivalForm):
    slug, act, label = "object_to_arrival", "assessment.object_to_arrival", "提出异议"
    button = "提出异议"
    says: tuple[str, ...] = ("转来的机关同意的，导入它的文件以后，本件退回，内容在本机关销毁。", NEXT)
    reason = why_not_ours()

    def prepare(self) -> None:
        self.says = (objection_rule(last_day_of(self.case.arrival)), *self.says)

    @classmethod
    def stands(cls, case: ArrivalCase) -> bool:
        return case.stands(R.PENDING)

    def do(self) -> str:
        reason = self.cleaned_data["reason"]
        object_to_arrival(by=self.case.officer, arrival=self.case.arrival, reason=reason, on=self.case.on)
        return f"异议已提出。{NEXT}"


class ReportArrivalResult(ArrivalForm):
    slug, act = "report_arrival_result", "assessment.report_arrival_result"
    label, button = "报告办理结果", "报告"
    says = ("应当先经本机关集体研究、主要负责人审批。", NEXT)
    result = what_was_found()

    @classmethod
    def stands(cls, case: ArrivalCase) -> bool:
        return case.stands(R.ACCEPTED) and case.arrival.kind == TransferKind.ASSIGN

    def do(self) -> str:
        result = self.cleaned_data["result"]
        report_arrival_result(by=self.case.officer, arrival=self.case.arrival, result=result, on=self.case.on)
        return f"办理结果已写好。{NEXT}"


ACTS = (AcceptArrival, ObjectToArrival, ReportArrivalResult)
