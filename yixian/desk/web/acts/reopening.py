"""审查异议、重新办理: what the reporter said against a result is decided, and what was closed is handled again."""

from dataclasses import replace
from typing import Any

from django import forms

from yixian.assessment.enums import MatterState
from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.said import said_of
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.reception.actions import LIMITS, rule_on_objection
from yixian.reception.enums import ReopenGround, ReportState
from yixian.reception.queries import is_for_another_chief, latest_feedback
from yixian.resolution.actions import ReopeningFacts, reopen_handling
from yixian.toolkit.forms import LongText
from yixian.toolkit.pieces import Act

FOR_ANOTHER = "这次结果是您反馈的，由另一名负责人审查"
UPHELD, NOT_UPHELD = "upheld", "not_upheld"


class RuleOnObjection(ActForm[Case]):
    slug, act, label, button = "rule_on_objection", "reception.rule_on_objection", "审查异议", "作出答复"
    says = (
        "由承办人以外的纪委书记（副书记）审查；这次结果是您反馈的，请另一名负责人审查。",
        "理由会放进举报人的信箱，写清楚看了什么、为什么；没有查询码的，随后当面或者书面告知。作出后不能修改。",
        "认定成立的，接着“重新办理”。",
    )
    outlives = True
    shows_account = True
    verdict = forms.ChoiceField(
        label="异议是否成立",
        choices=[(UPHELD, "成立，重新核实"), (NOT_UPHELD, "不成立，维持原结果")],
        widget=forms.RadioSelect,
    )
    reason = LongText("理由", LIMITS["text"], rows=6, help_text="写给举报人本人，称呼“您”。不写举报人姓名。")

    def prepare(self) -> None:
        told = latest_feedback(self.case.report)
        self.beside = tuple(said_of(self.case, told)) if told else ()

    @classmethod
    def stands(cls, case: Case) -> bool:
        told = latest_feedback(case.report)
        return case.report.state == ReportState.ANSWERED and told is not None and told.awaits_ruling

    @classmethod
    def as_act(cls, case: Case) -> Act:
        """A chief who told this result himself is not sent to a page that refuses him."""
        told, act = latest_feedback(case.report), super().as_act(case)
        if told is None or act.why_not or not is_for_another_chief(case.officer, told):
            return act
        return replace(act, why_not=FOR_ANOTHER, kind="plain")

    @classmethod
    def leads(cls, case: Case) -> bool:
        return True

    def do(self) -> str:
        upheld = self.cleaned_data["verdict"] == UPHELD
        told: Any = latest_feedback(self.case.report)
        rule_on_objection(
            by=self.case.officer,
            feedback=told,
            upheld=upheld,
            reason=self.cleaned_data["reason"],
            on=self.case.on,
        )
        return "异议成立，请接着“重新办理”。" if upheld else "已答复举报人：异议不成立。"


class ReopenHandling(ActForm[Case]):
    slug, act, label, button = "reopen", "resolution.reopen_handling", "重新办理", "重新办理"
    says = (
        "原来的线索、处理结果和答复都保留，不改写；五到位重新确认，办理期限从今天起算。",
        "已经归档的，卷宗不拆、不销毁，再次办结后用“补充归档”放进原卷。",
    )
    outlives = True
    ground = forms.ChoiceField(label="原因", widget=forms.RadioSelect)
    reason = LongText("理由", LONGEST, rows=5, help_text="写明依据什么、要重新查清什么；不写举报人。")

    def prepare(self) -> None:
        fits = [each for each in ReopenGround if _fits(self.case, each)]
        offer(self, "ground", [(each.value, each.label) for each in fits])

    @classmethod
    def stands(cls, case: Case) -> bool:
        return any(_fits(case, each) for each in ReopenGround)

    @classmethod
    def leads(cls, case: Case) -> bool:
        told = latest_feedback(case.report)
        upheld = told is not None and told.ruled is not None and told.ruled.upheld
        return case.report.state == ReportState.ANSWERED and upheld

    def do(self) -> str:
        facts = ReopeningFacts(
            ground=ReopenGround(self.cleaned_data["ground"]), reason=self.cleaned_data["reason"]
        )
        reopen_handling(by=self.case.officer, report=self.case.report, facts=facts, on=self.case.on)
        return "已重新办理。原线索需要再查的，请在线索页“重新核实线索”。"


def _fits(case: Case, ground: ReopenGround) -> bool:
    """The answered report, or its matter where only that is handled again."""
    if ground.opens_answer:
        return bool(case.report.state == ReportState.ANSWERED)
    return case.matter is not None and case.matter.state != MatterState.OPEN


ACTS: tuple[type[ActForm[Case]], ...] = (RuleOnObjection, ReopenHandling)
