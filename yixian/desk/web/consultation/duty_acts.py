"""The decision on an item with its duties, and the month's word on each of them."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from yixian.assessment.actions import (
    DutyFacts,
    ItemDecision,
    decide_item,
    extend_duty,
    finish_duty,
    follow_up_duty,
    waiting_months,
)
from yixian.assessment.enums import ConsultWay, DutyState
from yixian.assessment.enums import ItemState as S
from yixian.assessment.queries import duties_of
from yixian.desk.consultation_case import ItemCase
from yixian.desk.web.consultation.base import CHOOSE, DISCREET, LONGEST, ItemForm
from yixian.desk.web.offering import offer
from yixian.protection.queries import may
from yixian.toolkit.forms import DateInput, LongText, speak_plainly

if TYPE_CHECKING:
    from yixian.assessment.models import ConsultDuty

ROWS = (1, 2, 3)
"""So many duties may be given in one decision."""
PARTS = ("unit", "person", "what", "due")


class DecideItem(ItemForm):
    slug, act, label, button = "decide_item", "assessment.decide_item", "登记会诊决定", "登记决定"
    states, in_session = (S.OPENED,), True
    says = ("决定写清怎么办；任务写清由哪个单位、谁、什么时候以前办什么，从下个月起按月跟踪。",)
    way = forms.ChoiceField(label="办理方式", choices=ConsultWay.choices, widget=forms.RadioSelect)
    words = LongText("会诊决定", LONGEST, rows=4, help_text=DISCREET)

    def prepare(self) -> None:
        units = [(each.pk, str(each)) for each in self.case.sitting]
        for number in ROWS:
            self._add_row(number, units)

    def _add_row(self, number: int, units: list[tuple[int, str]]) -> None:
        asked, before = number == ROWS[0], f"任务{number}："
        self.fields[f"unit_{number}"] = forms.TypedChoiceField(
            label=f"{before}承担单位", coerce=int, required=asked, empty_value=None
        )
        self.fields[f"person_{number}"] = forms.CharField(
            label=f"{before}责任人", max_length=30, required=asked
        )
        self.fields[f"what_{number}"] = LongText(
            f"{before}办什么", LONGEST, rows=2, required=asked, help_text=DISCREET
        )
        self.fields[f"due_{number}"] = forms.DateField(
            label=f"{before}期限", widget=DateInput(), required=asked
        )
        offer(self, f"unit_{number}", [CHOOSE, *units])
        for part in PARTS:
            speak_plainly(self.fields[f"{part}_{number}"])

    @classmethod
    def leads(cls, case: ItemCase) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for number in ROWS[1:]:
            names = [f"{part}_{number}" for part in PARTS]
            if any(typed.get(name) for name in names):
                for name in names:
                    if not typed.get(name) and name not in self.errors:
                        self.add_error(name, "写了一项任务的，单位、责任人、内容、期限都要写明")
        return typed

    def duties(self) -> Iterator[DutyFacts]:
        typed = self.cleaned_data
        for number in ROWS:
            if typed[f"what_{number}"]:
                yield DutyFacts(
                    invitee_id=typed[f"unit_{number}"],
                    person=typed[f"person_{number}"],
                    what=typed[f"what_{number}"],
                    due_on=typed[f"due_{number}"],
                )

    def do(self) -> str:
        typed, duties = self.cleaned_data, tuple(self.duties())
        facts = ItemDecision(way=ConsultWay(typed["way"]), words=typed["words"], duties=duties)
        decide_item(by=self.case.officer, item=self.case.item, facts=facts, on=self.case.on)
        return f"会诊决定已登记，布置任务 {len(duties)} 项。"


class DutyForm(ItemForm):
    """An act on one open duty of the item."""

    about_one = True

    @classmethod
    def find(cls, case: Any, key: int) -> Any:
        return next((each for each in cls.duties_in(case) if each.pk == key and _is_open(each)), None)

    @classmethod
    def duties_in(cls, case: Any) -> "list[ConsultDuty]":
        return [each for each in duties_of(case.item) if may(case.officer, cls.act, each)]


def _is_open(duty: "ConsultDuty") -> bool:
    return duty.state == DutyState.OPEN


def month_choices(duty: "ConsultDuty", on: date) -> list[tuple[str, str]]:
    """The months that wait, the latest first, and this one."""
    months = sorted({*waiting_months(duty, on), on.replace(day=1)}, reverse=True)
    return [(each.isoformat(), f"{each.year}年{each.month}月") for each in months]


class FollowUpFields(forms.Form):
    month = forms.TypedChoiceField(label="哪个月", coerce=date.fromisoformat)
    words = LongText("情况", LONGEST, rows=4, help_text="办到哪一步；没有办完的，写明原因。不写举报人。")


class FollowUpDuty(FollowUpFields, DutyForm):
    slug, act, label, button = "follow_up_duty", "assessment.follow_up_duty", "登记本月情况", "登记"
    says = ("任务没有完成以前，每个月登记一次；漏登的月份可以补登，登记的日期照实留下。",)

    def prepare(self) -> None:
        offer(self, "month", month_choices(self.thing, self.case.on))

    def do(self) -> str:
        typed, case = self.cleaned_data, self.case
        follow_up_duty(
            by=case.officer, duty=self.thing, month=typed["month"], words=typed["words"], on=case.on
        )
        return "这个月的情况已登记。"


class ExtendDuty(DutyForm):
    slug, act, label, button = "extend_duty", "assessment.extend_duty", "同意延期", "同意延期"
    says = ("延期写明理由，算作本月的跟踪；原来的期限保留。",)
    due = forms.DateField(label="延长到", widget=DateInput())
    words = LongText("延期的理由", LONGEST, rows=3, help_text=DISCREET)

    def do(self) -> str:
        typed, case = self.cleaned_data, self.case
        extend_duty(by=case.officer, duty=self.thing, due_on=typed["due"], words=typed["words"], on=case.on)
        return "已同意延期。"


class FinishDuty(DutyForm):
    slug, act, label, button = "finish_duty", "assessment.finish_duty", "登记任务完成", "登记完成"
    says = ("任务全部完成，议题就落实了。",)
    words = LongText("完成情况", LONGEST, rows=4, help_text="怎么办的、结果怎样。不写举报人。")

    def do(self) -> str:
        finish_duty(by=self.case.officer, duty=self.thing, words=self.cleaned_data["words"], on=self.case.on)
        return "任务已登记完成。"


DUTY_ACTS: tuple[type[DutyForm], ...] = (FollowUpDuty, ExtendDuty, FinishDuty)


def ways_of(
    case: Any, duty: "ConsultDuty", acts: tuple[type[DutyForm], ...] = DUTY_ACTS
) -> list[tuple[str, str]]:
    """What this officer may record of a duty."""
    if not _is_open(duty):
        return []
    return [(each.label, each.address(case, duty.pk)) for each in acts if may(case.officer, each.act, duty)]
