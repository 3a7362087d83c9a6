"""后续事项."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.meeting.base import NO_NAME, MeetingForm, owners
from yixian.desk.web.offering import offer
from yixian.protection.actions import open_seal
from yixian.reception.actions import LIMITS, FollowUpFacts, add_follow_up, finish_follow_up
from yixian.reception.queries import follow_ups_of
from yixian.toolkit.forms import DateInput, LongText


class AddFollowUp(MeetingForm):
    slug, act, label, button = "add_follow_up", "reception.add_follow_up", "增加后续事项", "增加"
    says = ("答应了群众、还没有办的事，写清由谁、什么时候办完；到期在“今日”和承诺日历提醒。",)
    what = LongText("要办什么", LIMITS["text"], rows=3, help_text=NO_NAME)
    owner = forms.TypedChoiceField(label="由谁负责", coerce=int)
    due_on = forms.DateField(label="什么时候办完", widget=DateInput())

    def prepare(self) -> None:
        offer(self, "owner", [("", "请选择"), *owners(self.case)])

    def do(self) -> str:
        typed = self.cleaned_data
        facts = FollowUpFacts(owner_id=typed["owner"], due_on=typed["due_on"], what=typed["what"])
        add_follow_up(by=self.case.officer, report=self.case.report, facts=facts, on=self.case.on)
        return "后续事项已增加，到期会提醒。"


class FinishFollowUp(MeetingForm):
    about_one = True
    slug, act, label, button = "finish_follow_up", "reception.finish_follow_up", "完成后续事项", "登记完成"
    result = LongText("办了什么，结果怎样", LIMITS["text"], rows=4, help_text=NO_NAME)

    def prepare(self) -> None:
        opened = open_seal(by=self.case.officer, seal=self.thing.what, about=self.case.report)
        self.says = (f"要办的事：{opened['text']}", "登记后不能修改。")

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return follow_ups_of(case.report).filter(pk=key).first()

    def do(self) -> str:
        finish_follow_up(
            by=self.case.officer,
            follow_up=self.thing,
            result=self.cleaned_data["result"],
            on=self.case.on,
        )
        return "后续事项已完成。"


ACTS = (AddFollowUp, FinishFollowUp)
