"""约定回拨: when to speak again with somebody who rang or came."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.interviewing import SPOKEN
from yixian.desk.web.entry.spoken import CALLER_RINGS, OFFICE_RINGS
from yixian.reception.actions import CallbackFacts, agree_callback
from yixian.reception.enums import CallbackState, HalfDay, ReportState
from yixian.toolkit.forms import DateInput


class AgreeCallback(ActForm[Case]):
    goes_along = True
    slug, act, label, button = "callback", "reception.agree_callback", "约定回拨", "记下约定"
    says = (
        "到那天在“今日”提醒承办人。号码在密封的身份里，看号码要申请、批准。",
        "匿名的不留号码，可以约定由来电人再打来。",
    )
    due_on = forms.DateField(label="哪天", widget=DateInput)
    half = forms.ChoiceField(label="上午还是下午", choices=HalfDay.choices, widget=forms.RadioSelect)
    who = forms.ChoiceField(
        label="谁打",
        choices=[(OFFICE_RINGS, "我们打给来电人"), (CALLER_RINGS, "来电人再打来（不留号码）")],
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        known = self.case.report.identity is not None
        self.initial.update(half=HalfDay.MORNING, who=OFFICE_RINGS if known else CALLER_RINGS)
        self.fields["due_on"].widget.attrs["min"] = self.case.on.isoformat()

    @classmethod
    def stands(cls, case: Case) -> bool:
        waits = case.report.callbacks.filter(state=CallbackState.AGREED).exists()
        return case.report.channel in SPOKEN and case.report.state != ReportState.ENVELOPED and not waits

    def do(self) -> str:
        typed: dict[str, Any] = self.cleaned_data
        agreed = agree_callback(
            by=self.case.officer,
            report=self.case.report,
            facts=CallbackFacts(
                due_on=typed["due_on"],
                half=HalfDay(typed["half"]),
                by_office=typed["who"] == OFFICE_RINGS,
            ),
            on=self.case.on,
        )
        return f"已约定：{agreed}。"


ACTS = (AgreeCallback,)
