"""Extension and suspension of a clock: asked by one person, decided by another."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.protection.actions import open_seal
from yixian.reception.actions import LIMITS, ask_extension, ask_suspension, decide_clock_change, resume_clock
from yixian.reception.enums import ChangeKind, ChangeReason
from yixian.reception.queries import waiting_changes
from yixian.regulations.counting import written
from yixian.regulations.terms import term
from yixian.toolkit.forms import DateInput, LongText

APPROVE, REFUSE = "approve", "refuse"


class ClockForm(ActForm[Case]):
    """An act on one clock of the report."""

    about_one = True
    reason = forms.ChoiceField(label="理由", choices=ChangeReason.choices)

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return next((clock for clock in case.clocks if clock.pk == key and clock.met_on is None), None)


class AskExtension(ClockForm):
    slug, act, label, button = "ask_extension", "reception.ask_extension", "申请延期", "提出申请"
    until = forms.DateField(
        label="延至", required=False, widget=DateInput, help_text="期限规定了延长多久的，不用填写。"
    )
    note = LongText("说明", LIMITS["note"], required=False)

    def prepare(self) -> None:
        self.says = (
            term(self.thing.term_key).full_sentence(),
            "由申请人以外的负责人审批，批准以前期限照常计算。",
        )

    def do(self) -> str:
        typed = self.cleaned_data
        ask_extension(
            by=self.case.officer,
            clock=self.thing,
            reason=ChangeReason(typed["reason"]),
            on=self.case.on,
            until=typed["until"],
            note=typed["note"],
        )
        return "延期申请已提出，等待审批。"


class AskSuspension(ClockForm):
    slug, act, label, button = "ask_suspension", "reception.ask_suspension", "申请中止计算", "提出申请"
    says = (
        "鉴定、审计、听证等所需的时间可以不计入期限。",
        "由申请人以外的负责人审批，批准以前期限照常计算。",
    )
    note = LongText("说明", LIMITS["note"], required=False)

    def do(self) -> str:
        typed = self.cleaned_data
        ask_suspension(
            by=self.case.officer,
            clock=self.thing,
            reason=ChangeReason(typed["reason"]),
            on=self.case.on,
            note=typed["note"],
        )
        return "中止申请已提出，等待审批。"


class Resume(ClockForm):
    slug, act, label, button = "resume_clock", "reception.resume_clock", "恢复计算期限", "恢复计算"
    says = ("中止的日子不计入，到期日相应后移。",)

    def do(self) -> str:
        change = resume_clock(
            by=self.case.officer,
            clock=self.thing,
            reason=ChangeReason(self.cleaned_data["reason"]),
            on=self.case.on,
        )
        return f"期限恢复计算，{change.new_due:%Y-%m-%d}到期。"


class DecideChange(ActForm[Case]):
    slug, act, label, button = (
        "decide_clock_change",
        "reception.decide_clock_change",
        "审批期限变更",
        "确定",
    )
    about_one = True
    decision = forms.ChoiceField(
        label="您的意见", choices=[(APPROVE, "批准"), (REFUSE, "不批准")], widget=forms.RadioSelect
    )
    why_not = LongText(
        "不批准的理由",
        LIMITS["note"],
        rows=3,
        required=False,
        help_text="不批准的必填，申请人在卷宗里看得到。",
    )

    def prepare(self) -> None:
        asked = self.thing
        days = f"，延至{written(asked.new_due)}" if asked.new_due else ""
        note = open_seal(by=self.case.officer, seal=asked.note, about=self.case.report) if asked.note else {}
        self.says = (
            f"{asked.requested_by.name}申请{asked.get_kind_display()}{days}，"
            f"理由：{asked.get_reason_key_display()}。{note.get('text', '')}",
            f"现在的届满日是{written(asked.clock.due_on)}。{self._passed()}",
            term(asked.clock.term_key).full_sentence(),
        )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        refused, why_not = typed.get("decision") == REFUSE, typed.get("why_not", "").strip()
        if refused and not why_not and "why_not" not in self.errors:
            self.add_error("why_not", "不批准的，请写明理由。")
        if typed.get("decision") == APPROVE and why_not:
            self.add_error("decision", "写了不批准的理由，请核对是批准还是不批准；批准的，请删去理由。")
        return typed

    def _passed(self) -> str:
        """What to look at twice: a day asked for that has come and gone leaves the report overdue."""
        until = self.thing.new_due
        return "申请延至的日子已经过去，批准以后仍然超期。" if until and until < self.case.on else ""

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return waiting_changes(case.officer).filter(pk=key, clock__report_id=case.report.pk).first()

    def do(self) -> str:
        approved = self.cleaned_data["decision"] == APPROVE
        decide_clock_change(
            by=self.case.officer,
            change=self.thing,
            approved=approved,
            on=self.case.on,
            why_not=self.cleaned_data["why_not"],
        )
        told = "请向举报人发出延期告知书。" if approved and self.thing.kind == ChangeKind.EXTENSION else ""
        return f"已{'批准' if approved else '作出不批准的决定，申请人会在“今日”看到'}。{told}"


ACTS = (AskExtension, AskSuspension, Resume, DecideChange)
