"""下访."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.siblings import sibling_reports
from yixian.desk.web.acts.meeting.base import NO_NAME, MeetingForm, RecordForm, colleagues
from yixian.desk.web.offering import offer
from yixian.reception.actions import (
    LIMITS,
    OutingPlan,
    OutingRecord,
    cancel_outing,
    plan_outing,
    record_outing,
)
from yixian.reception.enums import OutingResult
from yixian.reception.queries import outings_of
from yixian.toolkit.forms import DateInput, LongText


class PlanOuting(MeetingForm):
    slug, act, label, button = "plan_outing", "reception.plan_outing", "安排下访", "安排下访"
    says = (
        "疑难的、拖得久的，到现场去听、去看。",
        "被反映的人、他的近亲属和所在单位的人不能去；核实情况的，两个人以上一起去。",
        "地点和要办的事密封保存；当地干部不必知道是谁反映的。",
    )
    goes_on = forms.DateField(label="哪天去", widget=DateInput())
    goers = forms.TypedMultipleChoiceField(
        label="谁去",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请选择下访人员"},
    )
    verifies = forms.BooleanField(label="这次去核实情况（两人以上）", required=False)
    place = forms.CharField(label="去哪里", max_length=LIMITS["place"])
    purpose = LongText("去办什么", LIMITS["text"], rows=3, help_text=NO_NAME)
    also = forms.MultipleChoiceField(
        label="同一事项的其他来件，一并下访", widget=forms.CheckboxSelectMultiple, required=False
    )

    def prepare(self) -> None:
        offer(self, "goers", colleagues(self.case))
        self._siblings = {str(each.pk): each for each in sibling_reports(self.case)}
        offer(self, "also", [(key, each.number) for key, each in self._siblings.items()])
        if not self._siblings:
            del self.fields["also"]

    def do(self) -> str:
        typed = self.cleaned_data
        plan = OutingPlan(
            goes_on=typed["goes_on"],
            goer_ids=frozenset(typed["goers"]),
            verifies=typed["verifies"],
            place=typed["place"],
            purpose=typed["purpose"],
            also_about=tuple(self._siblings[key] for key in typed.get("also", ())),
        )
        plan_outing(by=self.case.officer, report=self.case.report, plan=plan, on=self.case.on)
        return "下访已安排，去过以后请记录。"


class OfOuting(MeetingForm):
    about_one = True

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return outings_of(case.report).filter(pk=key, report=case.report).first()


class RecordOuting(RecordForm, OfOuting):
    slug, act, label, button = "record_outing", "reception.record_outing", "记录下访", "记录"
    says = ("写清见到谁、说了什么、商定了什么。全部密封保存，记录后不能修改。",)
    went_on = forms.DateField(label="哪天去的", widget=DateInput())
    result = forms.ChoiceField(label="结果", choices=OutingResult.choices, widget=forms.RadioSelect)
    people = LongText("见到的人", LIMITS["text"], rows=2, help_text=NO_NAME)
    notes = LongText("谈话和现场情况", LIMITS["text"], rows=6)
    agreed = LongText("商定的办法", LIMITS["text"], rows=2, required=False)
    field_order = ("went_on", "result", "people", "notes", "agreed")

    def prepare(self) -> None:
        super().prepare()
        self.fields["went_on"].initial = min(self.thing.goes_on, self.case.on)

    def record(self) -> Any:
        typed = self.cleaned_data
        record = OutingRecord(
            went_on=typed["went_on"],
            result=OutingResult(typed["result"]),
            people=typed["people"],
            notes=typed["notes"],
            agreed=typed["agreed"],
            taken=self.taken(),
        )
        return record_outing(by=self.case.officer, outing=self.thing, record=record, on=self.case.on)


class CancelOuting(OfOuting):
    slug, act, label, button, kind = (
        "cancel_outing",
        "reception.cancel_outing",
        "没有成行",
        "确定，没有成行",
        "plain",
    )
    says = ("安排留在记录里。要改日期的，取消以后另行安排。",)

    def do(self) -> str:
        cancel_outing(by=self.case.officer, outing=self.thing, on=self.case.on)
        return "已登记，这次下访没有成行。"


ACTS = (PlanOuting, RecordOuting, CancelOuting)
