"""证据缺口: note one, fill it by an item of the list, or say why it is given up."""

from typing import Any

from django import forms

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.clue.work.base import OfOne, WorkForm
from yixian.desk.web.offering import offer
from yixian.resolution.actions import GapFacts, drop_gap, fill_gap, note_gap
from yixian.toolkit.forms import DateInput, LongText


class NoteGap(WorkForm):
    slug, act, label, button = "note_gap", "resolution.note_gap", "登记证据缺口", "登记"
    says = ("还缺什么、向谁要、什么时候要到。没有补上又没有说明原因的，不能提交核查报告。",)
    wanted = LongText("缺什么", 1000, rows=3)
    holder = forms.CharField(label="向谁要", max_length=200, help_text="单位或者人；不写举报人。")
    due_on = forms.DateField(label="补齐期限", widget=DateInput())

    def do(self) -> str:
        typed = self.cleaned_data
        facts = GapFacts(wanted=typed["wanted"], holder=typed["holder"], due_on=typed["due_on"])
        note_gap(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return "证据缺口已登记。"


class OfGap(OfOne):
    @classmethod
    def find(cls, case: WorkCase, key: int) -> Any:
        return cls.found([each.gap for each in case.open_gaps], key)


class FillGap(OfGap):
    slug, act, label, button = "fill_gap", "resolution.fill_gap", "补上缺口", "已补上"
    says = ("要来的材料先登记为证据，再在这里选它。",)
    item = forms.TypedChoiceField(label="哪份证据", coerce=int)

    def prepare(self) -> None:
        items = [(each.item.pk, f"{each.item} {each.title}") for each in self.case.evidence]
        offer(self, "item", [("", "请选择"), *items])

    def do(self) -> str:
        chosen = next(each.item for each in self.case.evidence if each.item.pk == self.cleaned_data["item"])
        fill_gap(by=self.case.officer, gap=self.thing, evidence=chosen, on=self.case.on)
        return f"缺口已由{chosen}补上。"


class DropGap(OfGap):
    slug, act, label, button = "drop_gap", "resolution.drop_gap", "不再补", "不再补"
    says = ("例如账册已经灭失、持有人已经去世，或者其他证据已经足够。原因随案保留，打印在证据目录里。",)
    reason = LongText("不再补的原因", 1000)

    def do(self) -> str:
        drop_gap(by=self.case.officer, gap=self.thing, reason=self.cleaned_data["reason"], on=self.case.on)
        return "已写明原因，这处缺口不再补。"


ACTS = (NoteGap, FillGap, DropGap)
