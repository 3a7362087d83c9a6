"""One matter on the desk: what the pages of its plan start from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import PlanContent, read_plan
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import plan_of, possible_owners, state_label
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.protection.texts import read_text

if TYPE_CHECKING:
    from yixian.assessment.models import Matter, Plan


@dataclass(frozen=True)
class MatterCase:
    """Parts are asked for once, when a page needs them. Opening the plan leaves its line in the trail."""

    officer: Officer
    matter: "Matter"
    on: date

    @property
    def subject(self) -> "Matter":
        """What permits are asked about."""
        return self.matter

    @property
    def label(self) -> str:
        return self.matter.number

    @property
    def home(self) -> str:
        return reverse("desk:plan", args=[self.matter.pk])

    @property
    def is_open(self) -> bool:
        return self.matter.state == MatterState.OPEN

    @cached_property
    def state(self) -> str:
        return state_label(self.matter)

    @cached_property
    def plan(self) -> "Plan | None":
        return plan_of(self.matter)

    @cached_property
    def content(self) -> PlanContent | None:
        return read_plan(by=self.officer, matter=self.matter)

    @cached_property
    def title(self) -> str:
        return read_text(self.matter, "title", by=self.officer, about=self.matter)

    @cached_property
    def owners(self) -> list[tuple[int, str]]:
        """Whoever may answer for the plan or a step."""
        return [(each.pk, each.name) for each in possible_owners(self.matter)]

    def may(self, act: str) -> bool:
        return may(self.officer, act, self.matter)
