"""What a person writes of evidence and of a gap, before it is sealed."""

from dataclasses import dataclass
from datetime import date

from yixian.resolution.enums import EvidenceKind, Originality
from yixian.toolkit.files import WholeFile


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """``shows`` says what it bears out; ``task_id`` the task whose questions it answers, if one. ``file`` is kept
    to the byte.
    """

    kind: EvidenceKind
    originality: Originality
    title: str
    source: str
    shows: str
    pages: int
    taken_by_id: int
    taken_on: date
    task_id: int | None = None
    file: WholeFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFacts:
    """``holder`` is from whom it is wanted."""

    wanted: str
    holder: str
    due_on: date
