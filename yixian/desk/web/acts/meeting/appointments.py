"""约访."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.meeting.base import NO_NAME, MeetingForm, RecordForm, colleagues
from yixian.desk.web.offering import offer
from yixian.reception.actions import (
    LIMITS,
    MeetingRecord,
    Offer,
    Said,
    close_appointment,
    move_appointment,
    note_answer,
    offer_appointment,
    record_appointment,
)
from yixian.reception.enums import AppointmentState, AppointmentWay, HalfDay
from yixian.reception.queries import appointments_of
from yixian.toolkit.forms import DateInput, LongText

FREE = "来不来由本人决定。不来、不回答，都不影响办理，也不留下是谁不来的记录。"
S = AppointmentState


class OfferAppointment(MeetingForm):
    slug, act, label, button = "offer_appointment", "reception.offer_appointment", "约访", "提出约访"
    says = ("请举报人来当面谈一谈。", FREE)
    way = forms.ChoiceField(label="怎么邀请", widget=forms.RadioSelect)
    meets_on = forms.DateField(label="哪天见面", widget=DateInput())
    half = forms.ChoiceField(label="上午还是下午", choices=HalfDay.choices)
    host = forms.TypedChoiceField(label="谁来接待", coerce=int)
    place = forms.CharField(
        label="地点", max_length=LIMITS["place"], help_text="可以约在对方方便、不显眼的地方。"
    )
    words = LongText(
        "对举报人说", LIMITS["note"], rows=4, help_text=f"写明几点钟、谈什么、要不要带材料。{NO_NAME}"
    )

    def prepare(self) -> None:
        report = self.case.report
        ways = list(AppointmentWay)
        if report.counts_as_anonymous:
            ways = [AppointmentWay.MAILBOX]
            self.fields["way"].help_text = "匿名和署名未核实的，只通过查询码信箱邀请，不得查找举报人。"
        elif report.receipt is None:
            ways.remove(AppointmentWay.MAILBOX)
        offer(self, "way", [(each.value, each.label) for each in ways])
        self.fields["way"].initial = ways[0].value
        offer(self, "host", [("", "请选择"), *colleagues(self.case)])
        self.fields["host"].initial = self.case.officer.staff_id

    @classmethod
    def stands(cls, case: Case) -> bool:
        return super().stands(case) and not any(each.is_open for each in appointments_of(case.report))

    def do(self) -> str:
        typed = self.cleaned_data
        made = Offer(
            way=AppointmentWay(typed["way"]),
            meets_on=typed["meets_on"],
            half=HalfDay(typed["half"]),
            host_id=typed["host"],
            place=typed["place"],
            words=typed["words"],
        )
        offer_appointment(by=self.case.officer, report=self.case.report, offer=made, on=self.case.on)
        if made.way == AppointmentWay.MAILBOX:
            return "约访已放进举报人的信箱，等对方答复。"
        return "约访已登记。请按所选方式告诉举报人，对方怎么说，再来登记。"


class OfAppointment(MeetingForm):
    about_one = True

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        return appointments_of(case.report).filter(pk=key).first()


class NoteAnswer(OfAppointment):
    slug, act, label, button = "note_answer", "reception.note_answer", "登记对方答复", "登记"
    says = ("对方在电话里、当面或者来信怎么说的，就怎么登记。", FREE)
    to = forms.ChoiceField(
        label="对方说",
        choices=[(S.AGREED.value, "可以"), (S.COUNTERED.value, "换个时间"), (S.CLOSED.value, "不约了")],
        widget=forms.RadioSelect,
    )
    day = forms.DateField(label="换到哪天", required=False, widget=DateInput())
    half = forms.ChoiceField(
        label="上午还是下午", required=False, choices=[("", "不换时间"), *HalfDay.choices]
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("to") == S.COUNTERED and not (typed.get("day") and typed.get("half")):
            self.add_error("day", "换个时间的，请写明哪天、上午还是下午")
        return typed

    def do(self) -> str:
        typed = self.cleaned_data
        half = HalfDay(typed["half"]) if typed["half"] else None
        said = Said(to=S(typed["to"]), day=typed["day"], half=half)
        note_answer(by=self.case.officer, appointment=self.thing, said=said, on=self.case.on)
        return "已登记。"


class MoveAppointment(OfAppointment):
    slug, act, label, button = "move_appointment", "reception.move_appointment", "约访改期", "改期"
    says = ("照对方提的时间改，就算约定；换成别的时间，再请对方答复。",)
    day = forms.DateField(label="改到哪天", widget=DateInput())
    half = forms.ChoiceField(label="上午还是下午", choices=HalfDay.choices)

    def prepare(self) -> None:
        self.fields["day"].initial = self.thing.proposed_on or self.thing.meets_on
        self.fields["half"].initial = self.thing.proposed_half or self.thing.half

    def do(self) -> str:
        typed = self.cleaned_data
        moved = move_appointment(
            by=self.case.officer,
            appointment=self.thing,
            day=typed["day"],
            half=HalfDay(typed["half"]),
            on=self.case.on,
        )
        return "已约定。" if moved.state == S.AGREED else "已改期，等对方答复。"


class RecordAppointment(RecordForm, OfAppointment):
    slug, act, label, button = "record_appointment", "reception.record_appointment", "记录见面", "记录"
    says = ("写清谈了什么、商定了什么。全部密封保存，记录后不能修改。",)
    held_on = forms.DateField(label="哪天见的面", widget=DateInput())
    notes = LongText("谈话记录", LIMITS["text"], rows=6, help_text=NO_NAME)
    agreed = LongText("商定的办法", LIMITS["text"], rows=2, required=False)
    field_order = ("held_on", "notes", "agreed")

    def prepare(self) -> None:
        super().prepare()
        self.fields["held_on"].initial = min(self.thing.meets_on, self.case.on)

    def record(self) -> Any:
        typed = self.cleaned_data
        record = MeetingRecord(
            held_on=typed["held_on"], notes=typed["notes"], agreed=typed["agreed"], taken=self.taken()
        )
        return record_appointment(
            by=self.case.officer, appointment=self.thing, record=record, on=self.case.on
        )


class CloseAppointment(OfAppointment):
    slug, act, label, button, kind = (
        "close_appointment",
        "reception.close_appointment",
        "没有约成",
        "结束这次约访",
        "plain",
    )
    says = ("对方不来、没有回答、机关改变安排，都这样结束，不写原因，也不影响办理。",)

    def do(self) -> str:
        close_appointment(by=self.case.officer, appointment=self.thing, on=self.case.on)
        return "这次约访已结束。"


ACTS = (
    OfferAppointment,
    NoteAnswer,
    MoveAppointment,
    RecordAppointment,
    CloseAppointment,
)
