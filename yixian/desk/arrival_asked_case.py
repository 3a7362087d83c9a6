"""One 督办 or 催办 that came by a sealed file, on the desk of its receiver."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import read_arrival_supervision
from yixian.assessment.enums import SupervisionState
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.assessment.models import ArrivalSupervision


@dataclass(frozen=True)
class AskedSubject:
    """What the page's address names; permits are asked about ``asked``."""

    asked: "ArrivalSupervision"

    @property
    def pk(self) -> object:
        """The identifier in addresses; the row's number would count."""
        return self.asked.uid


@dataclass(frozen=True)
class ArrivalAskedCase:
    """Texts are opened once."""

    officer: Officer
    asked: "ArrivalSupervision"
    on: date

    @property
    def subject(self) -> AskedSubject:
        return AskedSubject(self.asked)

    @property
    def label(self) -> str:
        return self.asked.letter_number

    @property
    def home(self) -> str:
        return reverse("desk:arrival_asked", args=[self.asked.uid])

    @cached_property
    def texts(self) -> dict[str, str]:
        return read_arrival_supervision(by=self.officer, asked=self.asked)

    def stands(self, *states: SupervisionState) -> bool:
        return self.asked.state in states
