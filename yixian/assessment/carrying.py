"""What the files between two installations say of a transfer: states and not events, so that a file that is lost, comes
twice or comes late does no harm. ``docs/parcel.md`` states the facts one by one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4, uuid5

from yixian.assessment.enums import TransferKind, TransferReply
from yixian.protection.actions import ParcelRefused
from yixian.protection.enums import PartnerRelation
from yixian.reception.enums import SourceKind
from yixian.regulations.deadlines import due
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.roster.queries import working_calendar

if TYPE_CHECKING:
    from yixian.assessment.models import Arrival, Transfer

TRANSFER, WORD, RECEIPT = "transfer", "word", "receipt"
ENDING = ".yxf"
WAYS = {
    PartnerRelation.BELOW: (TransferKind.FORWARD, TransferKind.ASSIGN),
    PartnerRelation.BESIDE: (TransferKind.HAND_OVER,),
    PartnerRelation.ABOVE: (),
}
"""How something goes to an office, by where it stands to us; what belongs to the level above goes as an envelope."""
CAME_AS = {
    TransferKind.FORWARD: (PartnerRelation.ABOVE, SourceKind.PASSED_BY_SUPERIOR),
    TransferKind.ASSIGN: (PartnerRelation.ABOVE, SourceKind.ASSIGNED_BY_SUPERIOR),
    TransferKind.HAND_OVER: (PartnerRelation.BESIDE, SourceKind.OTHER_DEPARTMENT),
}
R = TransferReply
STEPS: dict[TransferReply, dict[TransferReply, tuple[TransferReply, ...]]] = {
    R.OBJECTED: {R.PENDING: (R.OBJECTED,)},
    R.ACCEPTED: {R.PENDING: (R.ACCEPTED,), R.UPHELD: (R.ACCEPTED,)},
    R.REPORTED: {
        R.PENDING: (R.ACCEPTED, R.REPORTED),
        R.UPHELD: (R.ACCEPTED, R.REPORTED),
        R.ACCEPTED: (R.REPORTED,),
    },
}
"""What the receiver says → where it stands with us → the states that it passes through. Anything else is known already
or cannot be.
"""
KNOWN: dict[TransferReply, frozenset[TransferReply]] = {
    R.PENDING: frozenset(R),
    R.OBJECTED: frozenset({R.OBJECTED, R.UPHELD, R.REFUSED}),
    R.UPHELD: frozenset({R.UPHELD}),
    R.REFUSED: frozenset({R.REFUSED}),
    R.ACCEPTED: frozenset({R.ACCEPTED}),
    R.REPORTED: frozenset({R.REPORTED}),
}
"""Where it may stand with us when a receipt says nothing new."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """One file to be carried over. Its name is made up: it tells nothing."""

    name: str
    content: bytes


def sealed_file(content: bytes) -> SealedFile:
    return SealedFile(f"{uuid4().hex[:12]}{ENDING}", content)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: a sentence for the screen and the record that it is about."""

    says: str
    about: "Arrival | Transfer"
    is_new: bool = True

    @property
    def is_of_ours(self) -> bool:
        """Whether it is about what this office sent, and not about what came to it."""
        return hasattr(self.about, "sent_by_id")

    @property
    def trail_subject(self) -> str:
        return self.about.trail_subject


def copy_id_of(transfer: UUID) -> UUID:
    """The receiver's row of the report, known to both sides by the transfer's own name."""
    return uuid5(transfer, "copy")


def day(told: Mapping[str, Any], name: str, *, since: date, until: date) -> date:
    """A day that can be: not before what it follows, nor after today."""
    on = date.fromisoformat(str(told[name]))
    if not since <= on <= until:
        raise ParcelRefused(
            f"加封文件里的日期（{on.isoformat()}）不合情理，可能有一边的电脑日期不对。核对日期以后，请对方重新导出。"
        )
    return on


def last_day_of(arrival: "Arrival") -> date:
    """Until when this office may object: counted from the day on which the file was taken in."""
    return due(OBJECTION_TERM, arrival.arrived_on, working_calendar()).on
