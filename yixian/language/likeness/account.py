"""What goes in and what comes out: a report's account, the likeness of two, and its reasons."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

Progress = Callable[[int, int], None]  # done, total


class Evidence(Enum):
    """The kinds of reason a clerk is shown, in the order in which they are shown at equal weight."""

    PLACE = "place", "地点"
    UNIT = "unit", "单位"
    PERSON = "person", "人员"
    POST = "post", "职务"
    CONDUCT = "conduct", "事由"
    AMOUNT = "amount", "金额"
    DATE = "date", "时间"
    WORDING = "wording", "文字"
    SENDER = "sender", "同一反映人"
    CONTACT = "contact", "联系方式"

    def __init__(self, key: str, label: str) -> None:
        self.key = key
        self.label = label


@dataclass(frozen=True, slots=True)
class Account:
    """One report as its sender told it. `sender` is any stable mark of who sent it, never shown."""

    id: str
    subject: str
    detail: str
    sender: str | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: its weight in log-odds (negative speaks against) and the shared words."""

    evidence: Evidence
    weight: float
    words: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.evidence.label


@dataclass(frozen=True, slots=True)
class Likeness:
    """How probably two reports are about one matter, and why."""

    id_a: str
    id_b: str
    probability: float
    reasons: tuple[Reason, ...] = ()
