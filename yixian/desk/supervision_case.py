"""One 督办 or 催办 on the desk, on either side of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import read_supervision
from yixian.assessment.enums import SupervisionState
from yixian.protection.officer import Officer
from yixian.toolkit.due import Due

if TYPE_CHECKING:
    from yixian.assessment.models import ArrivalSupervision, Supervision

SOON = 3
"""Days before the last one from which the mark says that it is near."""


@dataclass(frozen=True)
class SupervisionSubject:
    """What the page's address names; permits are asked about ``supervision``."""

    supervision: "Supervision"

    @property
    def pk(self) -> object:
        """The identifier in addresses; the row's number would count."""
        return self.supervision.uid


@dataclass(frozen=True)
class SupervisionCase:
    """Texts are opened once, for either side."""

    officer: Officer
    supervision: "Supervision"
    on: date

    @property
    def subject(self) -> SupervisionSubject:
        return SupervisionSubject(self.supervision)

    @property
    def label(self) -> str:
        return self.supervision.letter_number

    @property
    def home(self) -> str:
        return reverse("desk:supervision", args=[self.supervision.uid])

    @property
    def is_sender(self) -> bool:
        return self.officer.organ_id == self.supervision.organ_id

    @cached_property
    def texts(self) -> dict[str, str]:
        return read_supervision(by=self.officer, supervision=self.supervision)

    def stands(self, *states: SupervisionState) -> bool:
        return self.supervision.state in states


def due_of_supervision(supervision: "Supervision | ArrivalSupervision", on: date) -> Due | None:
    """By when the answer is due, while one is owed; counted in calendar days, as the letter names a day."""
    if not supervision.awaits_answer:
        return None
    left = (supervision.due_on - on).days
    return Due(
        on=supervision.due_on, left=left, unit="天", near=0 < left <= SOON, term="督办函写明的答复期限"
    )
