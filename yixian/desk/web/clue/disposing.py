"""处置: propose one of the four, decide as another person, end an inquiry."""

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm, DecisionForm
from yixian.protection.texts import LONGEST
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.actions import (
    DisposalFacts,
    decide_disposal,
    end_inquiry,
    propose_disposal,
    turn_to_verification,
)
from yixian.resolution.enums import ClueState
from yixian.toolkit.forms import DateInput, HintedRadios, LongText

HINTS = {
    DisposalKind.TALK_OR_INQUIRY.value: "问题笼统、情节较轻，找本人谈话或者发函，请其说明。",
    DisposalKind.PRELIMINARY_VERIFICATION.value: "线索具体、可以查证，先了解情况是不是属实。",
    DisposalKind.HELD_PENDING.value: "暂不具备核查条件，定下日期以后再看。",
    DisposalKind.CLOSED.value: "没有可查的内容，或者已有结论。",
}


class ProposeDisposal(ClueForm):
    slug, act, label, button = "propose_disposal", "resolution.propose_disposal", "提出处置意见", "报请审批"
    key, first = "a", True
    says = ("由提出人以外的负责人审批。",)
    disposal = forms.ChoiceField(
        label="处置方式", choices=DisposalKind.choices(), widget=HintedRadios(hints=HINTS)
    )
    reason = LongText("处置理由", LONGEST, rows=6, help_text="写明为什么这样处置；不要写举报人的信息。")
    recheck_on = forms.DateField(
        label="复查日期", required=False, widget=DateInput(), help_text="只有暂存待查填写。"
    )

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state in (ClueState.RECEIVED, ClueState.HELD)

    def do(self) -> str:
        typed = self.cleaned_data
        facts = DisposalFacts(
            disposal=DisposalKind(typed["disposal"]), reason=typed["reason"], recheck_on=typed["recheck_on"]
        )
        propose_disposal(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return "处置意见已报请审批。"


class DecideDisposal(DecisionForm):
    slug, act, label = "decide_disposal", "resolution.decide_disposal", "审批处置意见"
    key, first = "a", True

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.pending_disposal is not None

    @classmethod
    def judged(cls, case: ClueCase) -> object:
        return case.pending_disposal or case.subject

    def prepare(self) -> None:
        pending = self.case.pending_disposal
        if pending is not None:
            reason = self.case.text(pending, "reason")
            self.says = (
                f"{pending.proposed_by.name}建议：{pending.get_disposal_display()}。",
                f"理由：{reason}",
            )

    def do(self) -> str:
        pending = self.case.pending_disposal
        if pending is None:
            return "这份处置意见已经审批。"
        decide_disposal(
            by=self.case.officer,
            disposal=pending,
            approved=self.approved,
            on=self.case.on,
            note=self.cleaned_data["note"],
        )
        return self.said("处置意见")


class InquiryForm(ClueForm):
    """An act that only records a day of the 谈话函询."""

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.INQUIRY


class EndInquiry(InquiryForm):
    slug, act, label, button = "end_inquiry", "resolution.end_inquiry", "登记谈话函询结束", "今天已结束"
    says = (
        "谈话都已结束，或者函询期满没有回复的，登记结束；情况报告的期限从今天起算。",
        "收到函询回复的，在该份函询下面“登记函询回复”，不用再登记结束。",
    )

    def do(self) -> str:
        end_inquiry(by=self.case.officer, clue=self.case.clue, on=self.case.on)
        return "已登记结束，请在期限内提交情况报告。"


class TurnToVerification(InquiryForm):
    slug, act, label = "turn_to_verification", "resolution.turn_to_verification", "转为初步核实"
    button = "转为初步核实"
    says = ("谈话函询后仍需查证的，转为初步核实，随后组成核查组。",)

    def do(self) -> str:
        turn_to_verification(by=self.case.officer, clue=self.case.clue, on=self.case.on)
        return "已转为初步核实，请组成核查组。"


ACTS = (DecideDisposal, ProposeDisposal, EndInquiry, TurnToVerification)
