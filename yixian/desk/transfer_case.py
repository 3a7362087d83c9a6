"""One transfer between organs on the desk: what every page about it starts from, on either side of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.actions import read_transfer
from yixian.assessment.enums import TransferReply
from yixian.protection.officer import Officer
from yixian.reception.queries import one_report

if TYPE_CHECKING:
    from yixian.assessment.models import Transfer
    from yixian.reception.models import Report


@dataclass(frozen=True)
class TransferSubject:
    """What the page's address names; permits are asked about ``transfer``."""

    transfer: "Transfer"

    @property
    def pk(self) -> object:
        """The identifier in addresses: the row's number would count the installation's transfers."""
        return self.transfer.uid


@dataclass(frozen=True)
class TransferCase:
    """Texts are opened once, and only where the own row of the report may be met."""

    officer: Officer
    transfer: "Transfer"
    on: date

    @property
    def subject(self) -> TransferSubject:
        return TransferSubject(self.transfer)

    @property
    def label(self) -> str:
        return self.transfer.letter_number

    @property
    def home(self) -> str:
        return reverse("desk:transfer_one", args=[self.transfer.uid])

    @property
    def is_sender(self) -> bool:
        return self.officer.organ_id == self.transfer.organ_id

    @cached_property
    def own_row(self) -> "Report | None":
        """The report as it lies in this office, where this officer may meet it; not what went back."""
        found = self.transfer
        gone = not self.is_sender and found.reply == TransferReply.REFUSED
        own = found.report_id if self.is_sender else found.copy_id
        return one_report(self.officer, own) if own and not gone else None

    @cached_property
    def texts(self) -> dict[str, str]:
        return read_transfer(by=self.officer, transfer=self.transfer)

    def stands(self, *replies: TransferReply) -> bool:
        return self.transfer.reply in replies
