"""What is handed over when the office goes out, invites somebody, or goes along with them; and how it is sealed.

Every text is sealed to the office. Who reports is never written into them: ``seal_words`` refuses a text that names
the reporter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.protection.actions import seal
from yixian.protection.officer import Officer
from yixian.reception.attaching import put
from yixian.reception.discretion import require_discreet
from yixian.reception.enums import (
    AccompanimentKind,
    AppointmentState,
    AppointmentWay,
    AttachmentKind,
    ConsentWay,
    HalfDay,
    OutingResult,
    ReportState,
)
from yixian.reception.facts import LIMITS, Missing, TooLong
from yixian.reception.models import Attachment, Report
from yixian.reception.sealing import context_of
from yixian.toolkit.files import CleanFile
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Accompaniment, Appointment, Outing

MOST_GOERS = 10
LONGEST = {"place": LIMITS["place"], "office": LIMITS["unit"], "answered_by": LIMITS["unit"]}
LABELS = {
    "place": "地点",
    "purpose": "要办的事",
    "people": "见到的人",
    "notes": "谈话记录",
    "agreed": "商定的办法",
    "words": "约访内容",
    "office": "去哪个单位",
    "task": "要办的事",
    "asked": "查询、复制的内容",
    "answered_by": "答复人",
    "answer": "答复内容",
    "what": "后续事项",
    "result": "完成情况",
}


class NotTakenUp(Refusal):
    """The report is not accepted, passed on or answered yet."""

    key = "not_taken_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Files that came out of a meeting. ``identifies`` keeps them with the identity of who reported."""

    files: tuple[CleanFile, ...] = ()
    identifies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutingPlan:
    goes_on: date
    goer_ids: frozenset[int]
    place: str
    purpose: str
    verifies: bool = False
    also_about: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutingRecord:
    went_on: date
    result: OutingResult
    people: str
    notes: str
    agreed: str = ""
    taken: Taken = Taken()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An invitation. ``words`` say the hour and what it is about, to the person."""

    way: AppointmentWay
    meets_on: date
    half: HalfDay
    host_id: int
    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the person said to an invitation: ``to`` is AGREED, COUNTERED with another day, or CLOSED."""

    to: AppointmentState
    day: date | None = None
    half: HalfDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    held_on: date
    notes: str
    agreed: str = ""
    taken: Taken = Taken()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccompanimentPlan:
    kind: AccompanimentKind
    consented_on: date
    consent_way: ConsentWay
    goer_id: int
    office: str
    task: str
    may_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeAnswer:
    answered_on: date
    answered_by: str
    answer: str
    taken: Taken = Taken()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpFacts:
    """A duty, with the meeting that it comes from, if any."""

    owner_id: int
    due_on: date
    what: str
    of: "Outing | Appointment | Accompaniment | None" = None


def seal_words(
    by: Officer, report: Report, field: str, words: Mapping[str, str], *, to_reporter: bool = False
) -> UUID:
    """Seal the slots of one field; a text that names the reporter, or is too long, is refused."""
    for slot, text in words.items():
        longest = LONGEST.get(slot, LIMITS["text"])
        if len(text) > longest:
            raise TooLong(f"“{LABELS.get(slot, '正文')}”最多{longest}个字，现在有{len(text)}个字，请精简。")
    require_discreet(by=by, reports=[report], text="\n".join(words.values()), what="这段文字")
    return seal(
        organ_id=report.organ_id,
        context=context_of(report.pk, field),
        slots={slot: text.strip() for slot, text in words.items()},
        receipt=report.receipt if to_reporter else None,
    )


def require_taken_up(report: Report) -> None:
    """Before it is decided whose a report is, nobody is met about it."""
    if report.state in (ReportState.RECEIVED, ReportState.REGISTERED, ReportState.ENVELOPED):
        raise NotTakenUp("来件受理、转出或者答复以后，才下访、约访、陪访。请先决定是否受理。")


def require_words(words: Mapping[str, str]) -> None:
    """Each must be there."""
    missing = [LABELS[slot] for slot, text in words.items() if not text.strip()]
    if missing:
        raise Missing(f"请写明{'、'.join(missing)}。")


def keep_files(by: Officer, report: Report, taken: Taken, kind: AttachmentKind, on: date) -> list[Attachment]:
    """Seal the files of a meeting beside its report."""
    if not taken.files:
        return []
    locked = Report.objects.select_for_update().get(pk=report.pk)
    return put(locked, taken.files, kind, on, by, taken.identifies)
