"""Whether and how a report is taken up."""

from django import forms

from yixian.assessment.actions import send_up_report
from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.reception.actions import (
    accept_report,
    decline_report,
    keep_as_repeat,
    take_up_kept,
    verify_signing,
)
from yixian.reception.enums import DeclineReason, ReportState, Signing
from yixian.reception.queries import registered_reports
from yixian.reception.workflow import REPORT
from yixian.toolkit.forms import HintedRadios


class OnRegistered(ActForm[Case]):
    """What may become of a report once it is registered."""

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state == ReportState.REGISTERED


class Accept(OnRegistered):
    slug, act, label, button = "accept", "reception.accept_report", "受理", "受理"
    key = "a"
    says = ("由本机关办理，办理期限从今天起算。", "实名来件受理后，请在期限内发出受理告知书。")

    @classmethod
    def leads(cls, case: Case) -> bool:
        return True

    def do(self) -> str:
        accept_report(by=self.case.officer, report=self.case.report, on=self.case.on)
        return "已受理，办理期限开始计算。"


class Decline(OnRegistered):
    slug, act, label, button, kind = (
        "decline",
        "reception.decline_report",
        "不予受理",
        "不予受理",
        "final",
    )
    says = (
        "不予受理后不能再改。",
        "随后请发出不予受理告知书，写明举报人可以向哪里、怎样解决，不得一推了之。",
    )
    reason = forms.ChoiceField(
        label="不予受理的原因",
        choices=DeclineReason.choices,
        widget=HintedRadios(
            hints={
                DeclineReason.OTHER_ORGAN: "一般应当用“转出”：函转主管部门，同时告知反映人。"
                "当场就能说清、本人愿意自己去的，才选这一项。"
            }
        ),
    )

    def do(self) -> str:
        reason = DeclineReason(self.cleaned_data["reason"])
        decline_report(by=self.case.officer, report=self.case.report, reason=reason, on=self.case.on)
        return "已作不予受理处理，请发出不予受理告知书。"


class KeepAsRepeat(OnRegistered):
    slug, act, label, button = (
        "keep_as_repeat",
        "reception.keep_as_repeat",
        "作为重复件留存",
        "作为重复件留存",
    )
    says = ("登记、留存备查，不再另行告知受理。", "只要反映了新问题，就不是重复件，应当受理。")
    shows_account = True
    number = forms.CharField(label="初次来件的编号", max_length=12, help_text="例如 2026-0012。")
    new_allegation = forms.BooleanField(label="其中有新反映的问题", required=False)

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"]).strip()
        found = registered_reports(self.case.officer).filter(number=number).first()
        if found is None:
            raise forms.ValidationError("没有找到您可以查看的这一编号，请核对")
        self.earlier = found
        return number

    def do(self) -> str:
        keep_as_repeat(
            by=self.case.officer,
            report=self.case.report,
            first=self.earlier,
            new_allegation=self.cleaned_data["new_allegation"],
            on=self.case.on,
        )
        return f"已作为{self.earlier.number}的重复件留存。"


class TakeUpKept(ActForm[Case]):
    slug, act, label, button = (
        "take_up_kept",
        "reception.take_up_kept",
        "从重复件中办理新问题",
        "受理新问题",
    )
    says = ("本件不再算重复件，期限从今天起算。",)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state == ReportState.KEPT

    @classmethod
    def leads(cls, case: Case) -> bool:
        return True

    def do(self) -> str:
        take_up_kept(by=self.case.officer, report=self.case.report, on=self.case.on)
        return "已受理其中的新问题。"


class SendUp(ActForm[Case]):
    may_part = True
    slug, act, label, button, kind = (
        "send_up",
        "assessment.send_up_report",
        "信封上报",
        "封存并报送上级",
        "final",
    )
    says = (
        "来件连同查询凭证一并移交上级，本机关从此不能再打开，只留收到日期、渠道和去向。",
        "属于上级受理或者涉及本机关主要负责人的，应当这样办理，不得复制、摘抄、录入。",
        "所在事项还有别的来件的，事项照常办理；只有这一件的，事项一并报送，本机关写下的标题、定性说明随即销毁。",
        "这一步不能撤回。",
    )

    @classmethod
    def stands(cls, case: Case) -> bool:
        step = REPORT.step("reception.send_up_as_envelope")
        return case.report.state in step.from_states

    def do(self) -> str:
        send_up_report(by=self.case.officer, report=self.case.report, on=self.case.on)
        return "已封存并报送上级，本机关只留信封。"


class VerifySigning(ActForm[Case]):
    slug, act, label, button = "verify_signing", "reception.verify_signing", "核实署名", "已核实，按实名办理"
    says = (
        "举报人本人按所留联系方式确认是其举报的，按实名办理，受理告知期限从收到之日起算。",
        "核实时不得向被反映的单位和人员透露。",
    )

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.signing == Signing.UNVERIFIED

    def do(self) -> str:
        verify_signing(by=self.case.officer, report=self.case.report, on=self.case.on)
        return "署名已核实，按实名办理。"


ACTS = (Accept, TakeUpKept, VerifySigning, KeepAsRepeat, Decline, SendUp)
