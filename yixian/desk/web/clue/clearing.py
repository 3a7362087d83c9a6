"""澄清: proposed with the person's consent, decided by another, carried out, and the letter printed."""

from datetime import date
from typing import Any

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.follow_case import SLOTS, names_of
from yixian.desk.web.clue.base import ClueForm, DecisionForm
from yixian.desk.web.clue.of_row import OfRow
from yixian.desk.web.offering import offer
from yixian.protection.actions import open_seals
from yixian.protection.texts import LONGEST
from yixian.reception.actions import FilledPaper
from yixian.regulations.classes import Truth
from yixian.regulations.outcomes import ClarificationAsked, ClarificationWay
from yixian.resolution.actions import (
    ClarificationFacts,
    carry_out_clarification,
    decide_clarification,
    print_clarification,
    propose_clarification,
)
from yixian.resolution.enums import ClarificationState, ClueState, Decision
from yixian.toolkit.forms import DateInput, HintedRadios, LongText

S = ClarificationState
HINTS = {
    ClarificationWay.WRITTEN.value: "发澄清函给本人所在的党组织或者单位。",
    ClarificationWay.FACE.value: "当面告诉本人，可以请所在党组织负责人在场。",
    ClarificationWay.MEETING.value: "在一定范围的会议上说明结论。",
    ClarificationWay.NOTICE.value: "在一定范围内公开通报结论，有澄清函。",
}


class ProposeClarification(ClueForm):
    slug, act, label, button = (
        "propose_clarification",
        "resolution.propose_clarification",
        "提出澄清",
        "报请审批",
    )
    says = (
        "只为查明不实的人澄清，只说核查结论。不写举报人，不照抄来信，不说由谁反映；系统会检查。",
        "本人同意以后才提出；由提出人以外的负责人审批。",
    )
    person = forms.TypedChoiceField(label="为谁澄清", coerce=int)
    asked = forms.ChoiceField(
        label="由谁提出", choices=ClarificationAsked.choices(), widget=forms.RadioSelect
    )
    consented_on = forms.DateField(label="本人同意日期", widget=DateInput())
    way = forms.ChoiceField(
        label="澄清方式", choices=ClarificationWay.choices(), widget=HintedRadios(hints=HINTS)
    )
    receiver = forms.CharField(label="向谁澄清", max_length=60, help_text="例如本人所在的党组织。")
    finding = LongText("核查结论", LONGEST, rows=4)
    scope = forms.CharField(label="知悉范围", max_length=120, help_text="只在需要知道的范围里澄清。")

    def prepare(self) -> None:
        offer(self, "person", [("", "请选择"), *_to_be_cleared(self.case)])

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.CLOSED and bool(_to_be_cleared(case))

    def do(self) -> str:
        typed: dict[str, Any] = dict(self.cleaned_data)
        facts = ClarificationFacts(
            person_id=typed["person"],
            way=ClarificationWay(typed["way"]),
            asked=ClarificationAsked(typed["asked"]),
            consented_on=typed["consented_on"],
            **{slot: typed[slot] for slot in SLOTS},
        )
        propose_clarification(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return "澄清已报请审批。"


def _to_be_cleared(case: ClueCase) -> list[tuple[int, str]]:
    """Those found not to have done it, for whom nothing has been proposed."""
    known = {each.person_id for each in case.clue.clarifications.all() if each.state != S.RETURNED}
    untrue = {
        each.person_id
        for each in case.outcomes
        if each.decision == Decision.APPROVED and each.truth == Truth.UNTRUE
    }
    return [(person.pk, name) for person, name in case.people if person.pk in untrue - known]


class OfClearing(OfRow):
    relation = "clarifications"


class DecideClarification(DecisionForm, OfClearing):
    slug, act, label = "decide_clarification", "resolution.decide_clarification", "审批澄清"
    states = (S.PROPOSED,)

    @classmethod
    def is_theirs(cls, case: ClueCase, row: Any) -> bool:
        return bool(row.proposed_by_id != case.officer.staff_id)

    def prepare(self) -> None:
        row, by, subject = self.thing, self.case.officer, self.case.clue.trail_subject
        receiver, finding, scope = (
            open_seals(by=by, seals=[row.words], slot=slot, subject=subject).get(row.words, "")
            for slot in SLOTS
        )
        self.says = (
            f"{row.proposed_by.name}提出：为{names_of(self.case).get(row.person_id, '')}{row.get_way_display()}。",
            f"{row.get_asked_display()}，{row.consented_on:%Y-%m-%d}本人同意。",
            f"向{receiver}澄清，知悉范围：{scope}。",
            f"核查结论：{finding}",
        )

    def do(self) -> str:
        decide_clarification(
            by=self.case.officer,
            clarification=self.thing,
            approved=self.approved,
            on=self.case.on,
            note=self.cleaned_data["note"],
        )
        return self.said("澄清")


class CarryOutClarification(OfClearing):
    slug, act, label, button = (
        "carry_out_clarification",
        "resolution.carry_out_clarification",
        "登记已澄清",
        "登记",
    )
    states = (S.APPROVED,)
    says = ("照批准的方式和范围澄清以后登记。澄清时不说、不暗示由谁反映。", "登记以后不能修改。")
    done_on = forms.DateField(label="澄清日期", widget=DateInput())
    note = LongText("澄清经过", LONGEST, rows=4, help_text="在哪里、向谁、谁在场、本人有什么意见。")

    def clean_done_on(self) -> date:
        return self.not_later("done_on")

    def do(self) -> str:
        typed = self.cleaned_data
        carry_out_clarification(
            by=self.case.officer, clarification=self.thing, note=typed["note"], on=typed["done_on"]
        )
        return "已登记澄清。"


class PrintClarification(OfClearing):
    slug, act, label = "print_clarification", "resolution.print_clarification", "打印澄清函"
    prints = True
    states = (S.APPROVED, S.DONE)

    @classmethod
    def wanted(cls, row: Any) -> bool:
        return row.letter is not None

    def paper(self) -> FilledPaper:
        return print_clarification(by=self.case.officer, clarification=self.thing)


OF_CLEARING: tuple[type[OfRow], ...] = (DecideClarification, CarryOutClarification, PrintClarification)
ACTS: tuple[type[ClueForm], ...] = (ProposeClarification, *OF_CLEARING)
