"""陪访、代办."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.meeting.base import NO_NAME, MeetingForm, RecordForm, colleagues
from yixian.desk.web.offering import offer
from yixian.reception.actions import (
    LIMITS,
    AccompanimentPlan,
    OfficeAnswer,
    drop_accompaniment,
    note_answer_view,
    note_office_answer,
    plan_accompaniment,
    record_accompaniment,
)
from yixian.reception.enums import AccompanimentKind, AnswerView, ConsentWay
from yixian.reception.queries import accompaniments_of
from yixian.toolkit.forms import DateInput, LongText


class PlanAccompaniment(MeetingForm):
    slug, act, label, button = (
        "plan_accompaniment",
        "reception.plan_accompaniment",
        "陪访代办",
        "登记陪访代办",
    )
    says = (
        "陪着本人，或者替本人，到能解决问题的单位去问、去查、去办。",
        "先要本人同意；没有本人同意说明身份的，不向对方单位说是谁。",
        "来件反映的就是那个单位的，不能去。",
    )
    way = forms.ChoiceField(label="方式", choices=AccompanimentKind.choices, widget=forms.RadioSelect)
    consented_on = forms.DateField(label="本人哪天同意的", widget=DateInput())
    consent_way = forms.ChoiceField(label="怎么同意的", choices=ConsentWay.choices)
    may_name = forms.BooleanField(label="本人同意向对方单位说明自己是谁", required=False)
    office = forms.CharField(label="去哪个单位", max_length=LIMITS["unit"])
    task = LongText("去办什么", LIMITS["text"], rows=3, help_text=NO_NAME)
    goer = forms.TypedChoiceField(label="谁去", coerce=int)

    def prepare(self) -> None:
        offer(self, "goer", [("", "请选择"), *colleagues(self.case)])
        self.fields["goer"].initial = self.case.officer.staff_id
        self.fields["consented_on"].initial = self.case.on

    def do(self) -> str:
        typed = self.cleaned_data
        plan = AccompanimentPlan(
            kind=AccompanimentKind(typed["way"]),
            consented_on=typed["consented_on"],
            consent_way=ConsentWay(typed["consent_way"]),
            may_name=typed["may_name"],
            goer_id=typed["goer"],
            office=typed["office"],
            task=typed["task"],
        )
        plan_accompaniment(by=self.case.officer, report=self.case.report, plan=plan, on=self.case.on)
        return "已登记本人同意。去办以后请记录。"


class OfAccompaniment(MeetingForm):
    about_one = True

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return accompaniments_of(case.report).filter(pk=key).first()


class RecordAccompaniment(OfAccompaniment):
    slug, act, label, button = (
        "record_accompaniment",
        "reception.record_accompaniment",
        "记录去办",
        "记录",
    )
    says = ("写清到了哪里、问了什么、查了什么、复制了什么。密封保存。",)
    went_on = forms.DateField(label="哪天去的", widget=DateInput())
    asked = LongText("查询、复制了什么", LIMITS["text"], rows=5, help_text=NO_NAME)

    def prepare(self) -> None:
        self.fields["went_on"].initial = self.case.on

    def do(self) -> str:
        typed = self.cleaned_data
        record_accompaniment(
            by=self.case.officer,
            accompaniment=self.thing,
            went_on=typed["went_on"],
            asked=typed["asked"],
            on=self.case.on,
        )
        return "已记录，等对方单位答复。"


class NoteOfficeAnswer(RecordForm, OfAccompaniment):
    slug, act, label, button = (
        "office_answer",
        "reception.note_office_answer",
        "登记对方单位答复",
        "登记答复",
    )
    says = ("答复的日期、答复的人、原话，照实登记。密封保存，登记后不能修改。",)
    answered_on = forms.DateField(label="哪天答复的", widget=DateInput())
    answered_by = forms.CharField(label="谁答复的", max_length=LIMITS["unit"], help_text="科室、职务、姓名。")
    answer = LongText("答复内容", LIMITS["text"], rows=6, help_text=NO_NAME)
    field_order = ("answered_on", "answered_by", "answer")

    def prepare(self) -> None:
        super().prepare()
        self.fields["answered_on"].initial = self.case.on

    def record(self) -> Any:
        typed = self.cleaned_data
        answer = OfficeAnswer(
            answered_on=typed["answered_on"],
            answered_by=typed["answered_by"],
            answer=typed["answer"],
            taken=self.taken(),
        )
        return note_office_answer(
            by=self.case.officer, accompaniment=self.thing, answer=answer, on=self.case.on
        )


class NoteAnswerView(OfAccompaniment):
    slug, act, label, button = (
        "answer_view",
        "reception.note_answer_view",
        "登记本人意见",
        "登记",
    )
    says = (
        "把对方单位的答复告诉本人，登记本人接受不接受。不接受的，可以再约访、再陪访，对本人没有任何影响。",
    )
    view = forms.ChoiceField(label="本人意见", choices=AnswerView.choices, widget=forms.RadioSelect)

    def do(self) -> str:
        view = AnswerView(self.cleaned_data["view"])
        note_answer_view(by=self.case.officer, accompaniment=self.thing, view=view, on=self.case.on)
        return "本人意见已登记。"


class DropAccompaniment(OfAccompaniment):
    slug, act, label, button, kind = (
        "drop_accompaniment",
        "reception.drop_accompaniment",
        "不再办理",
        "确定，不再办理",
        "plain",
    )
    says = ("本人改变主意，或者已经不需要了，都这样结束，不写原因。",)

    def do(self) -> str:
        drop_accompaniment(by=self.case.officer, accompaniment=self.thing, on=self.case.on)
        return "已登记，不再陪访代办。"


ACTS = (
    PlanAccompaniment,
    RecordAccompaniment,
    NoteOfficeAnswer,
    NoteAnswerView,
    DropAccompaniment,
)
