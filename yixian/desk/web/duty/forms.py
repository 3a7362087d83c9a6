"""The forms of the duty roster."""

from typing import Any

from django import forms

from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.reception.actions import DutyPlan
from yixian.reception.duty import LONGEST_PLACE
from yixian.reception.enums import DutyChangeReason, DutyKind
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.toolkit.forms import DateInput, FaceForm
from yixian.toolkit.wording import WEEKDAYS

RECEIVERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)
WEEK = [(str(number), f"星期{word}") for number, word in enumerate(WEEKDAYS)]
LEADER_ONLY = "只有领导接访日可以公布姓名"


class TimeInput(forms.TimeInput):
    """The browser's own picker of hours and minutes."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def people(officer: Officer) -> list[tuple[Any, str]]:
    """Whoever of the office may receive visits."""
    return [("", "请选择"), *((each.pk, each.name) for each in staff_of(officer.organ_id, *RECEIVERS))]


class PlanForm(FaceForm):
    """The same turn on the chosen weekdays of a span."""

    kind = forms.ChoiceField(label="方式", choices=DutyKind.choices, widget=forms.RadioSelect)
    staff = forms.TypedChoiceField(label="接访人", coerce=int)
    first = forms.DateField(label="从", widget=DateInput())
    last = forms.DateField(label="到", widget=DateInput())
    weekdays = forms.MultipleChoiceField(
        label="星期几",
        choices=WEEK,
        widget=forms.CheckboxSelectMultiple,
        help_text="节假日自动跳过。",
        error_messages={"required": "请至少选一天"},
    )
    make_up = forms.BooleanField(label="调休上班的周末也排", required=False)
    opens = forms.TimeField(label="开始时间", widget=TimeInput(), help_text="例如 8:30")
    closes = forms.TimeField(label="结束时间", widget=TimeInput(), help_text="例如 17:30")
    place = forms.CharField(label="地点", max_length=LONGEST_PLACE, help_text="群众照着能找到的写法。")
    named = forms.BooleanField(label="在举报窗口公布领导姓名", required=False, help_text="只用于领导接访日。")

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "staff", people(officer))

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("named") and typed.get("kind") != DutyKind.LEADER:
            self.add_error("named", LEADER_ONLY)
        return typed

    def plan(self) -> DutyPlan:
        typed = self.cleaned_data
        return DutyPlan(
            first=typed["first"],
            last=typed["last"],
            weekdays=frozenset(int(each) for each in typed["weekdays"]),
            opens=typed["opens"],
            closes=typed["closes"],
            kind=DutyKind(typed["kind"]),
            staff_id=typed["staff"],
            place=typed["place"],
            named=typed["named"],
            make_up=typed["make_up"],
        )


class CancelForm(FaceForm):
    reason = forms.ChoiceField(label="原因", choices=DutyChangeReason.choices)


class SwapForm(FaceForm):
    to = forms.TypedChoiceField(label="换为", coerce=int)
    reason = forms.ChoiceField(label="原因", choices=DutyChangeReason.choices)

    def __init__(self, *args: Any, officer: Officer, now_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", [each for each in people(officer) if each[0] != now_id])
