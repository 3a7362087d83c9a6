"""What a visit or a call hands over besides the report: who came along, what was said in sections, when to ring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yixian.reception.enums import CareNeed, HalfDay, LanguageHelp, Section
from yixian.reception.facts import NotPlausible, check_length

if TYPE_CHECKING:
    from yixian.reception.models import Interview

MOST_COMPANIONS = 20
INTERVIEW, TRANSCRIPT = "interview", "transcript"
INTERVIEW_CORRECTIONS, INTERVIEW_REASON = "interview_corrections", "interview_reason"
"""To what of its report a seal belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """``companions`` are counted here; who they are goes with the identity (``ReporterFacts.note``)."""

    companions: int = 0
    language_help: LanguageHelp = LanguageHelp.NONE
    needs: tuple[CareNeed, ...] = ()

    def check(self) -> None:
        if not 0 <= self.companions <= MOST_COMPANIONS:
            raise NotPlausible(f"陪同人数应在0到{MOST_COMPANIONS}之间，请核对。")


@dataclass(frozen=True, slots=True)
class InterviewWords:
    """The sections as written, and the questions and answers if the office wants them word for word."""

    sections: Mapping[Section, str] = field(default_factory=dict)
    talk: str = ""

    def check(self) -> None:
        for words in self.sections.values():
            check_length("section", words)
        check_length("talk", self.talk)

    @property
    def is_empty(self) -> bool:
        return not any(each.strip() for each in (*self.sections.values(), self.talk))

    @property
    def text(self) -> str:
        return "\n".join((*self.sections.values(), self.talk))

    def slots(self) -> dict[str, str]:
        written = {section.value: self.sections.get(section, "").strip() for section in Section}
        return {**written, "talk": self.talk.strip()}

    @classmethod
    def of(cls, slots: Mapping[str, str]) -> "InterviewWords":
        return cls({section: slots.get(section, "") for section in Section}, slots.get("talk", ""))


@dataclass(frozen=True, slots=True)
class OpenedInterview:
    """A record, opened for one request: for the screen or for a paper."""

    interview: "Interview"
    words: InterviewWords
    corrections: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackFacts:
    """``by_office`` is false where the caller rings again: the only way for one who stays unknown."""

    due_on: date
    half: HalfDay
    by_office: bool = True
