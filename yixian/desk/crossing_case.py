"""One cross-handling on the desk: what every page about it starts from, on either side of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import read_crossing
from yixian.assessment.enums import CrossingState
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.assessment.models import CrossHandling


@dataclass(frozen=True)
class CrossingSubject:
    """What the page's address names; permits are asked about ``crossing``."""

    crossing: "CrossHandling"

    @property
    def pk(self) -> object:
        """The identifier in addresses: the row's number would count the county's cross-handlings."""
        return self.crossing.uid


@dataclass(frozen=True)
class CrossingCase:
    """Texts are opened once, for the side to which they are sealed."""

    officer: Officer
    crossing: "CrossHandling"
    on: date

    @property
    def subject(self) -> CrossingSubject:
        return CrossingSubject(self.crossing)

    @property
    def label(self) -> str:
        return f"交叉办理（{self.crossing.proposed_on:%Y-%m-%d}）"

    @property
    def home(self) -> str:
        return reverse("desk:crossing", args=[self.crossing.uid])

    @property
    def is_lender(self) -> bool:
        return self.officer.organ_id == self.crossing.organ_id

    @cached_property
    def texts(self) -> dict[str, str]:
        return read_crossing(by=self.officer, crossing=self.crossing)

    def stands(self, *states: CrossingState) -> bool:
        return self.crossing.state in states
