"""核实: form the team, declare, hand in the report, decide on it."""

from typing import TYPE_CHECKING

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm, DecisionForm
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.regulations.discipline_enforcement import LEAST_TEAM
from yixian.regulations.outcomes import InquiryOutcome, VerificationOutcome
from yixian.resolution.actions import decide_report, join_team, open_verification, submit_report
from yixian.resolution.enums import ClueState
from yixian.resolution.queries import unfinished
from yixian.resolution.reviewing import review_ruling
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.toolkit.forms import LongText

if TYPE_CHECKING:
    from yixian.resolution.models import VerificationReport

Proposal = InquiryOutcome | VerificationOutcome
MAY_VERIFY = (Role.HANDLER, Role.CHIEF)


class OpenVerification(ClueForm):
    slug, act, label, button = "open_verification", "resolution.open_verification", "组成核查组", "组成核查组"
    key, first = "a", True
    says = (
        f"核查组不少于 {LEAST_TEAM} 人；有回避情形的人不能参加，系统会逐人核对。",
        "核查方案只写要查清的问题，不写举报信原文。",
    )
    lead = forms.TypedChoiceField(label="组长", coerce=int)
    members = forms.TypedMultipleChoiceField(label="成员", coerce=int, widget=forms.CheckboxSelectMultiple())
    plan = LongText("核查方案", LONGEST, rows=8, help_text="查清哪些问题、怎样查、找谁了解、需要哪些证据。")

    def prepare(self) -> None:
        people = [(each.pk, each.name) for each in staff_of(self.case.clue.organ_id, *MAY_VERIFY)]
        offer(self, "lead", [("", "请选择"), *people])
        offer(self, "members", people)

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.VERIFYING and not case.members

    def do(self) -> str:
        typed = self.cleaned_data
        open_verification(
            by=self.case.officer,
            clue=self.case.clue,
            plan=typed["plan"],
            lead_id=typed["lead"],
            member_ids=typed["members"],
            on=self.case.on,
        )
        return "核查组已组成，请每名成员在自己的账号中确认有无回避情形。"


class JoinTeam(ClueForm):
    slug, act, label, button = "join_team", "resolution.join_team", "确认无回避情形", "我没有需要回避的情形"
    key, first = "j", True
    says = (
        "本人不是被反映人，也不是被反映人、举报人的近亲属；本人和近亲属与本线索没有利害关系；没有其他可能影响公正的情形。",
        "有上述情形的，请不要确认，当面报告纪委书记。",
    )

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.own_membership is not None

    @classmethod
    def judged(cls, case: ClueCase) -> object:
        return case.own_membership or case.subject

    def do(self) -> str:
        own = self.case.own_membership
        if own is not None:
            join_team(by=self.case.officer, member=own, on=self.case.on)
        return "已确认，您可以参加核查。"


class SubmitReport(ClueForm):
    slug, act, label, button = "submit_report", "resolution.submit_report", "提交核查报告", "报请审批"
    key, first = "s", True
    says = ("逐项写明查清了什么、证据是什么、怎样认定。", "报告由提交人以外的负责人审批。")
    proposal = forms.ChoiceField(label="建议", choices=[("", "请选择")])
    content = LongText("核查报告", LONGEST, rows=14, help_text="不要写举报人的信息，也不要照抄举报信。")
    left_open = LongText("没有办完的，为什么", LONGEST // 10, rows=3, required=False)

    def prepare(self) -> None:
        """What may follow an inquiry or a verification; why something is left open only where it is."""
        offer(self, "proposal", [("", "请选择"), *self._proposals().choices()])
        self.fields["proposal"].help_text = "乡镇（街道）建议立案的，审批以前报县审。"
        still = unfinished(self.case.clue)
        if still:
            self.fields["left_open"].help_text = f"还有{'、'.join(still)}：请先办完，或者在这里写明原因。"
        else:
            del self.fields["left_open"]

    def _proposals(self) -> type[Proposal]:
        return InquiryOutcome if self.case.clue.state == ClueState.INQUIRY else VerificationOutcome

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.INQUIRY or (
            case.clue.state == ClueState.VERIFYING and bool(case.members)
        )

    def do(self) -> str:
        typed = self.cleaned_data
        submit_report(
            by=self.case.officer,
            clue=self.case.clue,
            content=typed["content"],
            proposal=self._proposals()(typed["proposal"]),
            left_open=typed.get("left_open", ""),
            on=self.case.on,
        )
        return "核查报告已报请审批。"


class DecideReport(DecisionForm):
    slug, act, label = "decide_report", "resolution.decide_report", "审批核查报告"
    key, first = "a", True

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.pending_report is not None

    @classmethod
    def judged(cls, case: ClueCase) -> object:
        return case.pending_report or case.subject

    def prepare(self) -> None:
        pending = self.case.pending_report
        if pending is not None:
            proposed = f"，建议：{pending.get_proposal_display()}" if pending.proposal else ""
            self.says = (
                f"{pending.submitted_by.name}提交{proposed}：",
                self.case.text(pending, "content"),
                *self._of_county(pending),
            )

    @staticmethod
    def _of_county(pending: "VerificationReport") -> list[str]:
        """What the county said, or that it has to be asked first."""
        reviews = list(pending.county_reviews.all())
        if reviews:
            return [f"县审：{reviews[-1].get_state_display()}，意见见线索页“乡案县审”。"]
        ruling = review_ruling(pending)
        return [f"{ruling.sentence()}。请先“报请县审”。"] if ruling else []

    def do(self) -> str:
        pending = self.case.pending_report
        if pending is None:
            return "这份核查报告已经审批。"
        decide_report(
            by=self.case.officer,
            report=pending,
            approved=self.approved,
            on=self.case.on,
            note=self.cleaned_data["note"],
        )
        return self.said("核查报告")


ACTS = (JoinTeam, DecideReport, OpenVerification, SubmitReport)
