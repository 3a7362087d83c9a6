"""Making a plan, revising it, adding, finishing and changing steps: the same small forms as acts on a report."""

from collections.abc import Iterator
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from yixian.assessment.actions import (
    PlanFacts,
    StepFacts,
    add_plan_step,
    change_plan_step,
    finish_plan_step,
    make_plan,
    revise_plan,
)
from yixian.assessment.enums import StepKind, StepState
from yixian.assessment.queries import met_matter, steps_of
from yixian.desk.matter_case import MatterCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.texts import read_text
from yixian.toolkit.forms import DateInput, LongText, speak_plainly
from yixian.toolkit.today import today

LONGEST = 2000
DISCREET = "不写举报人，不抄举报信，用自己的话写。"
STEPS = (1, 2, 3)
"""So many steps may be written in one go; more are added on the page of the plan."""
ONE = "_of"
"""The mark of a form with one step: a bare ``kind`` is how its button looks."""
PARTS = ("kind", "what", "owner", "due")
KINDS = [("", "请选择"), *StepKind.choices]


def matter_case_or_404(officer: Officer, matter_id: UUID) -> MatterCase:
    """A matter that this officer may meet; any other does not exist."""
    matter = met_matter(officer, matter_id)
    if matter is None:
        raise not_theirs(officer, "assessment.read_plan", f"assessment.matter:{matter_id}")
    return MatterCase(officer, matter, today())


class PlanForm(ActForm[MatterCase]):
    """An act whose subject is a matter, while it is open."""

    root: ClassVar[str] = "matters"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> MatterCase:
        return matter_case_or_404(officer, key)

    @classmethod
    def stands(cls, case: MatterCase) -> bool:
        return not cls.about_one and case.is_open and case.plan is not None

    def people(self, *names: str) -> None:
        for name in names:
            offer(self, name, [("", "请选择"), *self.case.owners])

    def add_step_fields(self, mark: str, *, required: bool, before: str = "") -> None:
        """The four fields of one step, under names that end in ``mark``."""
        self.fields[f"kind{mark}"] = forms.ChoiceField(
            label=f"{before}途径", choices=KINDS, required=required
        )
        self.fields[f"what{mark}"] = LongText(
            f"{before}要做什么", LONGEST, rows=2, required=required, help_text=DISCREET
        )
        self.fields[f"owner{mark}"] = forms.TypedChoiceField(
            label=f"{before}责任人", coerce=int, required=required, empty_value=None
        )
        self.fields[f"due{mark}"] = forms.DateField(
            label=f"{before}完成期限", widget=DateInput(), required=required
        )
        self.people(f"owner{mark}")
        for part in PARTS:
            speak_plainly(self.fields[f"{part}{mark}"])

    def check_whole(self, mark: str) -> None:
        """A step that is begun is written out."""
        asked = [f"{part}{mark}" for part in PARTS]
        if any(self.cleaned_data.get(name) for name in asked):
            for name in asked:
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, "写了一步的，途径、内容、责任人、期限都要写明")

    def step(self, mark: str) -> StepFacts | None:
        typed = self.cleaned_data
        if not typed.get(f"what{mark}"):
            return None
        return StepFacts(
            kind=StepKind(typed[f"kind{mark}"]),
            what=typed[f"what{mark}"],
            owner_id=typed[f"owner{mark}"],
            due_on=typed[f"due{mark}"],
        )


class MakePlan(PlanForm):
    slug, act, label, button = "make_plan", "assessment.make_plan", "制定化解方案", "制定方案"
    says = (
        "一事一案：写清要化解到什么程度，分几步走。",
        "步骤的责任人到期前在“今日”看到；以后可以增加、调整步骤。",
    )
    aims = LongText("化解目标", LONGEST, rows=4, help_text=DISCREET)
    responsible = forms.TypedChoiceField(label="方案责任人", coerce=int)

    def prepare(self) -> None:
        self.people("responsible")
        for number in STEPS:
            self.add_step_fields(f"_{number}", required=number == 1, before=f"第{number}步：")

    @classmethod
    def stands(cls, case: MatterCase) -> bool:
        return case.is_open and case.plan is None

    @classmethod
    def leads(cls, case: MatterCase) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for number in STEPS[1:]:
            self.check_whole(f"_{number}")
        return typed

    def do(self) -> str:
        typed = self.cleaned_data
        steps = tuple(step for number in STEPS if (step := self.step(f"_{number}")))
        facts = PlanFacts(aims=typed["aims"], responsible_id=typed["responsible"], steps=steps)
        make_plan(by=self.case.officer, matter=self.case.matter, facts=facts, on=self.case.on)
        return f"化解方案已制定，共{len(steps)}步。"


class RevisePlan(PlanForm):
    slug, act, label, button = "revise_plan", "assessment.revise_plan", "修订化解方案", "修订方案"
    says = ("原来的方案保留，可以查看；步骤照旧，需要改变的另行调整。",)
    aims = LongText("化解目标", LONGEST, rows=4, help_text=DISCREET)
    responsible = forms.TypedChoiceField(label="方案责任人", coerce=int)
    reason = LongText("修订理由", LONGEST, rows=3)

    def prepare(self) -> None:
        self.people("responsible")
        content = self.case.content
        if content is not None:
            self.fields["aims"].initial = content.aims
            self.fields["responsible"].initial = content.plan.responsible_id

    def do(self) -> str:
        typed, plan = self.cleaned_data, self.case.plan
        assert plan is not None  # noqa: S101 - stands only where there is one
        facts = PlanFacts(aims=typed["aims"], responsible_id=typed["responsible"])
        revise_plan(by=self.case.officer, plan=plan, facts=facts, reason=typed["reason"], on=self.case.on)
        return "化解方案已修订，原来的保留。"


class AddStep(PlanForm):
    slug, act, label, button = "add_plan_step", "assessment.add_plan_step", "增加步骤", "增加"
    key = "b"

    def prepare(self) -> None:
        self.add_step_fields(ONE, required=True)

    def do(self) -> str:
        facts = self.step(ONE)
        assert facts is not None  # noqa: S101 - every field is required
        add_plan_step(by=self.case.officer, matter=self.case.matter, facts=facts, on=self.case.on)
        return "步骤已增加，到期前提醒责任人。"


class StepForm(PlanForm):
    """An act about one step that is not done."""

    about_one = True

    @classmethod
    def judged(cls, case: MatterCase) -> Any:
        """The step itself is asked about by the action; whoever owns it need not handle the matter."""
        return None

    @classmethod
    def find(cls, case: MatterCase, key: int) -> Any:
        return steps_of(case.matter).filter(pk=key, state=StepState.PLANNED).first()

    def tell(self, *more: str) -> None:
        what = read_text(self.thing, "what", by=self.case.officer, about=self.case.matter)
        self.says = (f"{self.thing.get_kind_display()}，{self.thing.owner.name}：{what}", *more)


class FinishStep(StepForm):
    slug, act, label, button = "finish_plan_step", "assessment.finish_plan_step", "登记完成", "登记完成"
    result = LongText("办了什么，结果怎样", LONGEST, rows=4, help_text=DISCREET)

    def prepare(self) -> None:
        self.tell("登记后不能修改。")

    def do(self) -> str:
        finish_plan_step(
            by=self.case.officer, step=self.thing, result=self.cleaned_data["result"], on=self.case.on
        )
        return "步骤已登记完成。"


class ChangeStep(StepForm):
    slug, act, label, button = "change_plan_step", "assessment.change_plan_step", "调整", "调整步骤"
    reason = LongText("为什么调整", LONGEST, rows=3, help_text=DISCREET)

    def prepare(self) -> None:
        self.tell("原来的步骤保留，注明已调整。", "改为别的步骤的，写在下面；不再需要的，下面不填。")
        self.add_step_fields(ONE, required=False, before="改为：")

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        self.check_whole(ONE)
        return typed

    def do(self) -> str:
        change_plan_step(
            by=self.case.officer,
            step=self.thing,
            reason=self.cleaned_data["reason"],
            instead=self.step(ONE),
            on=self.case.on,
        )
        return "步骤已调整，原来的保留。"


ACTS: tuple[type[PlanForm], ...] = (MakePlan, AddStep, RevisePlan, FinishStep, ChangeStep)


def ways_of(case: MatterCase, step: Any) -> Iterator[tuple[str, str]]:
    """What this officer may do with one step."""
    if not case.is_open or step.state != StepState.PLANNED:
        return
    for form in (FinishStep, ChangeStep):
        if may(case.officer, form.act, step):
            yield form.label, form.address(case, step.pk)
