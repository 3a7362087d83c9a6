"""One report that came by a sealed file, on the desk."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import read_arrival
from yixian.assessment.enums import TransferReply
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.assessment.models import Arrival


R = TransferReply
TONES = {
    R.PENDING: "waiting",
    R.OBJECTED: "waiting",
    R.UPHELD: "waiting",
    R.ACCEPTED: "active",
    R.REFUSED: "stopped",
    R.REPORTED: "done",
}
OURS = {
    R.PENDING: "待答复",
    R.OBJECTED: "已提出异议",
    R.UPHELD: "异议不成立",
    R.ACCEPTED: "已接收",
    R.REFUSED: "已退回",
    R.REPORTED: "已报结果",
}
"""As the receiver says it; the labels of the enum are the sender's."""


@dataclass(frozen=True)
class ArrivalSubject:
    """What the page's address names; permits are asked about ``arrival``."""

    arrival: "Arrival"

    @property
    def pk(self) -> object:
        """The identifier in addresses; the row's number would count."""
        return self.arrival.uid


@dataclass(frozen=True)
class ArrivalCase:
    """Texts are opened once, and not of what went back."""

    officer: Officer
    arrival: "Arrival"
    on: date

    @property
    def subject(self) -> ArrivalSubject:
        return ArrivalSubject(self.arrival)

    @property
    def label(self) -> str:
        return self.arrival.letter_number

    @property
    def home(self) -> str:
        return reverse("desk:arrival", args=[self.arrival.uid])

    @cached_property
    def texts(self) -> dict[str, str]:
        return {} if self.arrival.is_gone else read_arrival(by=self.officer, arrival=self.arrival)

    def stands(self, *replies: TransferReply) -> bool:
        return self.arrival.reply in replies
