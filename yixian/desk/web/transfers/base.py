"""Acts on a transfer: the same small forms as acts on a report, about another subject."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.assessment.queries import transfer_by_uid
from yixian.desk.transfer_case import TransferCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.officer import Officer
from yixian.toolkit.today import today


def transfer_or_404(officer: Officer, uid: UUID) -> TransferCase:
    """One that this officer may read, on whichever side; any other does not exist."""
    found = transfer_by_uid(officer, uid)
    if found is None:
        raise not_theirs(officer, "assessment.read_transfer", f"assessment.transfer:{uid}")
    return TransferCase(officer, found, today())


class TransferForm(ActForm[TransferCase]):
    """An act whose subject is a transfer. ``of_sender`` says whose act it is."""

    root: ClassVar[str] = "transfers"
    of_sender: ClassVar[bool] = True

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> TransferCase:
        return transfer_or_404(officer, key)

    @classmethod
    def judged(cls, case: TransferCase) -> Any:
        return case.transfer
