"""处理结果与了结: one outcome for each person, decided by another; then the clue is closed."""

from decimal import Decimal
from typing import Any

from django import forms
from django.urls import reverse

from yixian.assessment.enums import MatterState
from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm, DecisionForm
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.regulations.classes import ClosingWay, FourForms, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.sanctions import usual_form
from yixian.resolution.actions import OutcomeFacts, close_clue, decide_outcome, propose_outcome, renew_clue
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.queries import people_without_outcome
from yixian.roster.queries import organ_of
from yixian.toolkit.forms import LongText


class ProposeOutcome(ClueForm):
    slug, act, label, button = "propose_outcome", "resolution.propose_outcome", "提出处理结果", "报请审批"
    key, first = "p", True
    says = (
        "每名被反映人各有一个结果；反映不实的，不作处理，需要的为其澄清。",
        "本机关（乡镇、街道）给予处分的，先“报请县审”，县审同意以后再提出。",
    )
    person = forms.TypedChoiceField(label="被反映人", coerce=int)
    truth = forms.ChoiceField(label="属实程度", choices=Truth.choices(), widget=forms.RadioSelect)
    measure = forms.ChoiceField(label="处理方式", choices=[("", "请选择"), *Measure.choices()])
    form_of_four = forms.ChoiceField(
        label="四种形态", choices=[("", "不适用"), *FourForms.choices()], required=False
    )
    unusual = forms.BooleanField(
        label="四种形态与处理方式的通常对应不同，已核对，理由写在下面",
        required=False,
        widget=forms.HiddenInput(),
    )
    organ = forms.TypedChoiceField(label="决定机关", coerce=int)
    losses = forms.DecimalField(
        label="挽回损失（元）", min_value=Decimal(0), max_digits=14, decimal_places=2, required=False
    )
    reason = LongText("认定与处理理由", LONGEST, rows=6)

    def prepare(self) -> None:
        settled = {each.person_id for each in self.case.outcomes if each.decision != Decision.RETURNED}
        people = [
            (person.pk, f"{name}（{person.get_category_display()}）")
            for person, name in self.case.people
            if person.pk not in settled
        ]
        offer(self, "person", [("", "请选择"), *people])
        own = organ_of(self.case.clue.organ_id)
        organs = [each for each in (own, own.parent) if each is not None]
        offer(self, "organ", [(each.pk, each.name) for each in organs])

    def clean(self) -> dict[str, Any]:
        """The usual forms are from memory (U): another one is asked about once, and never blocked."""
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("measure") and not self._is_usual(typed) and not typed.get("unusual"):
            self.fields["unusual"].widget = forms.CheckboxInput()
            self.add_error("form_of_four", self._usually(typed))
        return typed

    @staticmethod
    def _is_usual(typed: dict[str, Any]) -> bool:
        usual = usual_form(Measure(typed["measure"]))
        return usual is None or typed.get("form_of_four") == usual.value

    @staticmethod
    def _usually(typed: dict[str, Any]) -> str:
        measure = Measure(typed["measure"])
        usual = usual_form(measure)
        return f"{measure.label}通常属于{usual.label if usual else ''}，请核对；确实不同的，请在下面勾选并写明理由。"

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        settled = {each.person_id for each in case.outcomes if each.decision != Decision.RETURNED}
        return case.clue.state == ClueState.CONCLUDING and any(
            person.pk not in settled for person, _ in case.people
        )

    def do(self) -> str:
        typed = self.cleaned_data
        facts = OutcomeFacts(
            person_id=typed["person"],
            truth=Truth(typed["truth"]),
            measure=Measure(typed["measure"]),
            reason=typed["reason"],
            form=FourForms(typed["form_of_four"]) if typed["form_of_four"] else None,
            deciding_organ_id=typed["organ"],
            losses_recovered=typed["losses"] or Decimal(0),
        )
        propose_outcome(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return "处理结果已报请审批。"


class DecideOutcome(DecisionForm):
    slug, act, label = "decide_outcome", "resolution.decide_outcome", "审批处理结果"
    about_one = True

    @classmethod
    def find(cls, case: ClueCase, key: int) -> Any:
        waiting = (each for each in case.outcomes if each.decision == Decision.PENDING)
        return next((each for each in waiting if each.pk == key), None)

    def prepare(self) -> None:
        name = {person.pk: name for person, name in self.case.people}[self.thing.person_id]
        form = f"，{self.thing.get_form_display()}" if self.thing.form else ""
        self.says = (
            f"{name}：{self.thing.get_truth_display()}，{self.thing.get_measure_display()}{form}。",
            f"理由：{self.case.text(self.thing, 'reason')}",
        )

    def do(self) -> str:
        decide_outcome(by=self.case.officer, outcome=self.thing, approved=self.approved, on=self.case.on)
        return self.said("处理结果")


class CloseClue(ClueForm):
    slug, act, label, button = "close_clue", "resolution.close_clue", "了结线索", "了结"
    kind = "final"
    says = (
        "每名被反映人都有经批准的结果之后才能了结。",
        "没有可查内容的是直接了结；查过、查不属实的是查否了结。",
    )
    way = forms.ChoiceField(label="了结方式", choices=ClosingWay.choices(), widget=forms.RadioSelect)

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.clue.state == ClueState.CONCLUDING

    @classmethod
    def is_ready(cls, case: ClueCase) -> bool:
        approved = {each.person_id for each in case.outcomes if each.decision == Decision.APPROVED}
        renews = bool(case.clue.renews_id)
        return (bool(approved) or not renews) and not people_without_outcome(case.clue)

    def do(self) -> str:
        way = ClosingWay(self.cleaned_data["way"])
        close_clue(by=self.case.officer, clue=self.case.clue, way=way, on=self.case.on)
        return "线索已了结。"


class RenewClue(ClueForm):
    slug, act, label, button = "renew_clue", "resolution.renew_clue", "重新核实线索", "重新核实"
    says = (
        "另立一条线索重新核实，原线索和它的处理结果保留不动；事项已办结的，先由纪委书记“重新办理”。",
        "了结以后才补登的被反映人，在这条线索里作出处理结果。",
    )
    questions = LongText("需要核实的问题", LONGEST, rows=6, help_text="只写这次要查清的；不写举报人的信息。")

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        renewed = getattr(case.clue, "renewed_by", None) is not None
        return case.clue.state == ClueState.CLOSED and not renewed

    @classmethod
    def is_ready(cls, case: ClueCase) -> bool:
        return bool(case.clue.matter.state == MatterState.OPEN)

    def do(self) -> str:
        questions = self.cleaned_data["questions"]
        self.renewed = renew_clue(
            by=self.case.officer, clue=self.case.clue, questions=questions, on=self.case.on
        )
        return f"已登记线索（{self.renewed.code}）重新核实，请在期限内提出处置意见。"

    def lands(self) -> str:
        return reverse("desk:clue", args=[self.renewed.pk])


ACTS = (ProposeOutcome, DecideOutcome, CloseClue, RenewClue)
