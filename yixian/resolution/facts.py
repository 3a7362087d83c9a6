"""What a person writes of evidence, a gap, a fact, a document, before it is sealed."""

from dataclasses import dataclass
from datetime import date

from yixian.regulations.outcomes import Advice, ClarificationAsked, ClarificationWay, PetitionRound
from yixian.regulations.rough_days import RoughDay
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution.enums import EvidenceKind, Originality, ReplyExplains, ReplySigned
from yixian.toolkit.files import CleanFile, WholeFile


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFacts:
    """``on`` as far as it is known; ``subject`` says which rules are asked for that time."""

    on: RoughDay
    text: str
    subject: RuleSubject | None = None
    evidence_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRuleFacts:
    """``until`` is None while the document holds."""

    subject: RuleSubject
    title: str
    number: str
    since: RoughDay
    until: RoughDay | None = None
    note: str = ""
    file: CleanFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryFacts:
    """``unit`` is the party organisation whose main leader signs the reply; ``questions`` go out as written."""

    person_id: int
    unit: str
    questions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryReplyFacts:
    """What came back: ``text`` is the account in the office's words or the person's, ``files`` the papers."""

    replied_on: date
    signed: ReplySigned
    explains: ReplyExplains
    text: str
    files: tuple[CleanFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationFacts:
    """``found`` is what was seen, ``advice`` what the unit is asked to do; both go out as they are written."""

    kind: Advice
    unit: str
    found: str
    advice: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationFacts:
    """``receiver`` is whom it is told, ``scope`` who is to know of it; ``consented_on`` when the person agreed."""

    person_id: int
    way: ClarificationWay
    asked: ClarificationAsked
    receiver: str
    finding: str
    scope: str
    consented_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFacts:
    """``receiver`` is the office that files the case; ``handed`` what was handed over."""

    person_id: int
    receiver: str
    number: str
    handed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionReviewFacts:
    """``organ`` decides; ``served_on`` is when the opinion before it reached the petitioner."""

    round: PetitionRound
    organ: str
    request: str
    served_on: date
    asked_on: date
