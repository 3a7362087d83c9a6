"""Acts on an item: its material, who stays away, what guests say, opening the opinions, and leaving it."""

from typing import Any

from django import forms

from yixian.assessment.actions import (
    OpinionFacts,
    defer_item,
    draft_material,
    issue_material,
    note_seat_recusal,
    open_opinions,
    print_material,
    record_opinion,
    take_off_item,
    write_material,
)
from yixian.assessment.enums import ItemState as S
from yixian.desk.consultation_case import ItemCase
from yixian.desk.web.consultation.base import DISCREET, LONGEST, ItemForm
from yixian.desk.web.offering import offer
from yixian.regulations.recusal import RecusalGround
from yixian.toolkit.forms import LongText

GROUNDS = [(each.value, each.label) for each in RecusalGround if each is not RecusalGround.REPORTER_KIN]
"""A member does not know who reports and is never asked."""
SAYS, DECLINES = "say", "decline"


class OpinionFields(forms.Form):
    """An opinion, or that none is given."""

    way = forms.ChoiceField(
        label="意见", choices=[(SAYS, "提出意见"), (DECLINES, "不提意见")], widget=forms.RadioSelect
    )
    words = LongText(
        "意见内容", LONGEST, rows=6, required=False, help_text="写本单位的意见。不写、不猜举报人。"
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        said = typed.get("words", "").strip()
        if typed.get("way") == SAYS and not said and "words" not in self.errors:
            self.add_error("words", "请填写意见；不提意见的，请选择“不提意见”。")
        if typed.get("way") == DECLINES and said:
            self.add_error("way", "写了意见的，请选择“提出意见”；不提意见的，请清空意见内容。")
        return typed

    def facts(self) -> OpinionFacts:
        typed = self.cleaned_data
        return OpinionFacts(words=typed["words"], declined=typed["way"] == DECLINES)


class WriteMaterial(ItemForm):
    slug, act, label, button = "write_material", "assessment.write_material", "起草会诊材料", "保存材料"
    states = (S.LISTED, S.ISSUED)
    says = (
        "草稿由系统从登记的情况写成，请补充、修改，把“请写明”“请概括”的提示写完删去。",
        "材料给参会单位看：不写举报人，不抄举报信。保存时逐句核对，会暴露举报人的不保存。",
        "审定以后又改的，需要重新审定；已经有单位提了意见的，不能再改。",
    )
    text = LongText("会诊材料", 6000, rows=18, help_text=DISCREET)

    def prepare(self) -> None:
        if not self.is_bound:
            case = self.case
            self.fields["text"].initial = draft_material(by=case.officer, item=case.item, on=case.on)

    @classmethod
    def leads(cls, case: ItemCase) -> bool:
        return case.content.material is None

    def do(self) -> str:
        case, text = self.case, self.cleaned_data["text"]
        kept = write_material(by=case.officer, item=case.item, text=text, on=case.on)
        return f"会诊材料第{kept.version}版已保存，请主持人或者记录人审定。"


class IssueMaterial(ItemForm):
    slug, act, label, button = "issue_material", "assessment.issue_material", "审定会诊材料", "审定"
    states = (S.LISTED,)
    says = ("审定的版本固定下来，交给应邀参加、不需要回避的成员。", "审定时再核对一遍，不让材料暴露举报人。")

    @classmethod
    def stands(cls, case: ItemCase) -> bool:
        return super().stands(case) and case.content.material is not None

    @classmethod
    def leads(cls, case: ItemCase) -> bool:
        return True

    def do(self) -> str:
        issue_material(by=self.case.officer, item=self.case.item, on=self.case.on)
        return "会诊材料已审定。"


class PrintMaterial(ItemForm):
    slug, act, label = "print_material", "assessment.print_material", "打印会诊材料"
    states, prints = (S.ISSUED, S.OPENED, S.DECIDED, S.SETTLED), True
    says = ("给没有账号的来宾，会后收回。",)

    def paper(self) -> Any:
        return print_material(by=self.case.officer, item=self.case.item)


class NoteSeatRecusal(ItemForm):
    slug, act, label, button = "note_seat_recusal", "assessment.note_seat_recusal", "登记成员回避", "登记回避"
    states = (S.LISTED, S.ISSUED)
    says = (
        "名册能对上的，系统已经自动登记；会前、会上提出的在这里登记。",
        "回避的单位看不到这个议题，不提意见，也不计入这个议题的应到。",
    )
    invitee = forms.TypedChoiceField(label="回避的单位", coerce=int)
    ground = forms.ChoiceField(label="事由", choices=[("", "请选择"), *GROUNDS])

    def prepare(self) -> None:
        told = [(each.pk, str(each)) for each in self.case.sitting]
        offer(self, "invitee", [("", "请选择"), *told])

    def do(self) -> str:
        case, typed = self.case, self.cleaned_data
        seat = next(each for each in case.sitting if each.pk == typed["invitee"])
        ground = RecusalGround(typed["ground"])
        note_seat_recusal(by=case.officer, item=case.item, invitee=seat, ground=ground, on=case.on)
        return f"{seat}对这个议题回避，已登记。"


class RecordOpinion(OpinionFields, ItemForm):
    slug, act, label, button = "record_opinion", "assessment.record_opinion", "代录来宾意见", "封存意见"
    states, about_one = (S.ISSUED,), True
    says = ("只代录没有账号的来宾当场说的意见。", "封存以后，公开以前谁也不能看，提交以后不能更改。")

    @classmethod
    def find(cls, case: ItemCase, key: int) -> Any:
        open_now = case.item.state in cls.states
        guests = (each for each in case.sitting if open_now and each.staff_id is None)
        return next((each for each in guests if each.pk == key), None)

    def do(self) -> str:
        case = self.case
        record_opinion(by=case.officer, item=case.item, invitee=self.thing, facts=self.facts(), on=case.on)
        return f"{self.thing}的意见已封存。"


class OpenOpinions(ItemForm):
    slug, act, label, button = "open_opinions", "assessment.open_opinions", "公开意见", "公开意见"
    states, in_session = (S.ISSUED,), True
    says = ("到会的都提了意见或者表示不提意见以后，才能公开。", "公开以后，不再收意见，也不再改动。")

    @classmethod
    def leads(cls, case: ItemCase) -> bool:
        return True

    def do(self) -> str:
        open_opinions(by=self.case.officer, item=self.case.item, on=self.case.on)
        return "意见已公开，请议决。"


class DeferItem(ItemForm):
    slug, act, label, button = "defer_item", "assessment.defer_item", "留待下次再议", "留待下次再议"
    states = (S.LISTED, S.ISSUED, S.OPENED)
    in_session = True
    says = ("到会人数不够、意见不一致的，可以留待下次；事项重新等待上会。",)
    reason = LongText("理由", LONGEST, rows=3, help_text=DISCREET)

    def do(self) -> str:
        case, reason = self.case, self.cleaned_data["reason"]
        defer_item(by=case.officer, item=case.item, reason=reason, on=case.on)
        return "已留待下次再议，事项重新等待上会。"


class TakeOffItem(ItemForm):
    slug, act, label, button = "take_off_item", "assessment.take_off_item", "撤回议题", "撤回"
    states, kind = (S.WAITING, S.LISTED, S.ISSUED), "danger"
    says = ("撤回以后不再上会；以后需要的，可以重新提请。",)
    reason = LongText("理由", LONGEST, rows=3, help_text=DISCREET)

    def do(self) -> str:
        take_off_item(
            by=self.case.officer, item=self.case.item, reason=self.cleaned_data["reason"], on=self.case.on
        )
        return "议题已撤回。"
