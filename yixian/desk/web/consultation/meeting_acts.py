"""Acts on a meeting: whom to invite, the letters, the agenda, who came, its end."""

from typing import Any
from uuid import UUID

from django import forms

from yixian.assessment.actions import (
    call_consultation,
    cancel_consultation,
    close_consultation,
    invite_unit,
    list_items,
    open_consultation,
    print_invitation,
    print_minutes,
    uninvite_unit,
)
from yixian.assessment.enums import ConsultationState as C
from yixian.assessment.queries import items_waiting
from yixian.desk.consultation_case import MeetingCase
from yixian.desk.web.consultation.base import CHOOSE, LONGEST, GuestLines, MeetingForm, members
from yixian.desk.web.offering import offer
from yixian.protection.actions import open_seals
from yixian.protection.texts import SLOT
from yixian.regulations.consultation import quorum_sentence
from yixian.toolkit.forms import LongText
from yixian.toolkit.wording import cn_date_short


class InviteUnit(MeetingForm):
    slug, act, label, button = "invite_unit", "assessment.invite_unit", "增加参会单位", "增加"
    states = (C.PLANNED,)
    says = ("有账号的成员在系统里看材料、提意见；没有账号的，用纸质通知和材料。",)
    member = forms.TypedChoiceField(label="成员账号", coerce=int, required=False, empty_value=None)
    guests = GuestLines(required=False)

    def prepare(self) -> None:
        seated = [each.staff_id for each in self.case.seats]
        offer(self, "member", [CHOOSE, *members(self.case.officer, seated)])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not typed.get("member") and not typed.get("guests"):
            self.add_error("member", "请选择成员账号，或者写明来宾的单位和姓名。")
        return typed

    def do(self) -> str:
        typed, case = self.cleaned_data, self.case
        held = case.consultation
        added = [
            invite_unit(by=case.officer, consultation=held, guest=each, on=case.on)
            for each in typed["guests"]
        ]
        if typed["member"]:
            added.append(
                invite_unit(by=case.officer, consultation=held, staff_id=typed["member"], on=case.on)
            )
        return f"已增加：{'、'.join(str(each) for each in added)}。"


class UninviteUnit(MeetingForm):
    slug, act, label, button = "uninvite_unit", "assessment.uninvite_unit", "撤下参会单位", "撤下"
    states, about_one, kind = (C.PLANNED,), True, "danger"

    def do(self) -> str:
        told = str(self.thing)
        uninvite_unit(by=self.case.officer, invitee=self.thing)
        return f"已撤下：{told}。"


class ListItems(MeetingForm):
    slug, act, label, button = "list_items", "assessment.list_items", "列入议程", "列入议程"
    states = (C.PLANNED, C.CALLED, C.SITTING)
    says = ("勾选等待上会的事项，按提请的先后编号。列入以后，由承办人起草会诊材料。",)
    items = forms.TypedMultipleChoiceField(
        label="等待上会的事项", coerce=UUID, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        waiting = list(items_waiting(self.case.officer))
        titles = open_seals(by=self.case.officer, seals=[each.matter.title for each in waiting], slot=SLOT)
        offer(
            self,
            "items",
            [(str(each.pk), _told(each, titles.get(each.matter.title, ""))) for each in waiting],
        )

    @classmethod
    def stands(cls, case: MeetingCase) -> bool:
        return super().stands(case) and items_waiting(case.officer).exists()

    @classmethod
    def leads(cls, case: MeetingCase) -> bool:
        return case.state is C.PLANNED and not case.items

    def do(self) -> str:
        case, ids = self.case, self.cleaned_data["items"]
        done = list_items(by=case.officer, consultation=case.consultation, item_ids=ids, on=case.on)
        return f"{len(done)} 个事项已列入议程，请承办人起草会诊材料。"


def _told(item: Any, title: str) -> str:
    return f"{item.matter.number}　{title}（{item.get_source_display()}，{cn_date_short(item.asked_on)}）"


class CallConsultation(MeetingForm):
    slug, act, label, button = "call_consultation", "assessment.call_consultation", "发出会诊通知", "编号发出"
    states = (C.PLANNED,)
    says = (
        "每个参会单位一份通知，按顺序编文号，密封留存，可以打印。",
        "已经审定的材料同时交给有账号的成员；后来审定的，审定时交给。",
        "发出以后，参会名单不再增减。",
    )

    @classmethod
    def leads(cls, case: MeetingCase) -> bool:
        return case.state is C.PLANNED and bool(case.items)

    def do(self) -> str:
        call_consultation(by=self.case.officer, consultation=self.case.consultation, on=self.case.on)
        return f"{len(self.case.seats)} 份通知已编号发出，没有账号的请打印送达。"


class PrintInvitation(MeetingForm):
    slug, act, label = "print_invitation", "assessment.print_invitation", "打印会诊通知"
    states, about_one, prints = (C.CALLED, C.SITTING, C.CLOSED, C.CANCELLED), True, True

    def paper(self) -> Any:
        return print_invitation(by=self.case.officer, invitee=self.thing)


class OpenConsultation(MeetingForm):
    slug, act = "open_consultation", "assessment.open_consultation"
    label, button = "登记到会、开始会诊", "开始会诊"
    states = (C.CALLED,)
    says = (f"{quorum_sentence()}。对某个议题回避的，那个议题另行计算。",)
    present = forms.TypedMultipleChoiceField(
        label="到会的", coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )

    def prepare(self) -> None:
        told = [(each.pk, f"{each}（{each.get_seat_display()}）") for each in self.case.seats]
        offer(self, "present", told)

    @classmethod
    def leads(cls, case: MeetingCase) -> bool:
        return case.on >= case.consultation.held_on

    def do(self) -> str:
        case, present = self.case, self.cleaned_data["present"]
        open_consultation(by=case.officer, consultation=case.consultation, present_ids=present, on=case.on)
        return f"会诊开始：应到 {len(case.seats)}，实到 {len(present)}。"


class CloseConsultation(MeetingForm):
    slug, act, label, button = "close_consultation", "assessment.close_consultation", "结束会诊", "结束会诊"
    states = (C.SITTING,)
    says = ("每个议题都要有决定，或者留待下次再议。", "结束时自动写成会议纪要，密封保存，可以打印。")
    note = LongText(
        "其他事项",
        LONGEST,
        rows=4,
        required=False,
        help_text="写进纪要：总的要求、下次会诊的安排。不写举报人。",
    )

    @classmethod
    def leads(cls, case: MeetingCase) -> bool:
        return all(each.decided_on or each.ended_on for each in case.items)

    def do(self) -> str:
        case, note = self.case, self.cleaned_data["note"]
        close_consultation(by=case.officer, consultation=case.consultation, note=note, on=case.on)
        return "会诊已结束，纪要已密封保存，可以打印。任务从下个月起按月跟踪。"


class CancelConsultation(MeetingForm):
    slug, act, label, button = "cancel_consultation", "assessment.cancel_consultation", "取消会诊", "取消会诊"
    states, kind = (C.PLANNED, C.CALLED), "danger"
    says = ("取消以后，议程里的事项重新等待下次会诊；已经发出通知的，请另行告知参会单位。",)
    reason = LongText("取消的理由", LONGEST, rows=3)

    def do(self) -> str:
        case, reason = self.case, self.cleaned_data["reason"]
        cancel_consultation(by=case.officer, consultation=case.consultation, reason=reason, on=case.on)
        return "会诊已取消，议程里的事项重新等待上会。"


class PrintMinutes(MeetingForm):
    slug, act, label = "print_minutes", "assessment.print_minutes", "打印会议纪要"
    states, prints = (C.CLOSED,), True

    @classmethod
    def leads(cls, case: MeetingCase) -> bool:
        return True

    def paper(self) -> Any:
        return print_minutes(by=self.case.officer, consultation=self.case.consultation)


ACTS: tuple[type[MeetingForm], ...] = (
    ListItems,
    InviteUnit,
    CallConsultation,
    OpenConsultation,
    CloseConsultation,
    PrintMinutes,
    CancelConsultation,
    UninviteUnit,
    PrintInvitation,
)
