"""事项时间线: record, correct and strike facts."""

from typing import Any

from django import forms

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.clue.work.base import OfOne, WorkForm
from yixian.desk.web.offering import offer
from yixian.desk.web.rules.forms import RoughDayField
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution.actions import FactFacts, correct_fact, record_fact, strike_fact
from yixian.toolkit.forms import LongText


class FactForm(WorkForm):
    """What happened, when, by which evidence."""

    when = RoughDayField(label="什么时候")
    text = LongText("发生了什么", 2000, rows=3, help_text="一条写一件事；不写举报人。")
    subject = forms.ChoiceField(
        label="对照哪个领域的规定",
        choices=[("", "不对照"), *RuleSubject.choices()],
        required=False,
        help_text="时间线上会列出当时施行的规定。",
    )
    items = forms.TypedMultipleChoiceField(
        label="哪些证据证明", coerce=int, required=False, widget=forms.CheckboxSelectMultiple()
    )

    def prepare(self) -> None:
        offer(self, "items", [(each.item.pk, f"{each.item} {each.title}") for each in self.case.evidence])
        if not self.case.evidence:
            del self.fields["items"]

    def facts(self) -> FactFacts:
        typed = self.cleaned_data
        return FactFacts(
            on=typed["when"],
            text=typed["text"],
            subject=RuleSubject(typed["subject"]) if typed["subject"] else None,
            evidence_ids=tuple(typed.get("items", ())),
        )


class RecordFact(FactForm):
    slug, act, label, button = "record_fact", "resolution.record_fact", "记录事实", "记录"
    key = "f"
    says = ("记事情本身的经过，不记我们怎么办的。日期知道到哪里写到哪里。",)

    def do(self) -> str:
        record_fact(by=self.case.officer, clue=self.case.clue, facts=self.facts(), on=self.case.on)
        return "事实已记在时间线上。"


class OfFact(OfOne):
    @classmethod
    def find(cls, case: WorkCase, key: int) -> Any:
        return cls.found([each.fact for each in case.facts if each.stands], key)

    @property
    def shown(self) -> Any:
        return next(each for each in self.case.facts if each.fact.pk == self.thing.pk)


class CorrectFact(OfFact, FactForm):
    slug, act, label, button = "correct_fact", "resolution.correct_fact", "更正事实", "更正"
    says = ("原来的一条保留，标明已更正。",)

    def prepare(self) -> None:
        super().prepare()
        shown = self.shown
        self.initial.update(
            when=shown.day.written,
            text=shown.text,
            subject=shown.subject or "",
            items=[each.evidence_id for each in shown.items],
        )

    def do(self) -> str:
        correct_fact(by=self.case.officer, fact=self.thing, facts=self.facts(), on=self.case.on)
        return "已更正。"


class StrikeFact(OfFact):
    slug, act, label, button = "strike_fact", "resolution.strike_fact", "划去事实", "划去"
    says = ("查实没有这回事、重复记录的划去；原文和原因都保留。",)
    reason = LongText("划去的原因", 500, rows=2)

    def do(self) -> str:
        strike_fact(
            by=self.case.officer, fact=self.thing, reason=self.cleaned_data["reason"], on=self.case.on
        )
        return "已划去。"


ACTS = (RecordFact, CorrectFact, StrikeFact)
