"""The work of one verification on the desk: its tasks, evidence and gaps, each text opened once for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from yixian.desk.clue_case import ClueCase
from yixian.protection.actions import open_seals
from yixian.protection.queries import may
from yixian.regulations.rough_days import RoughDay, parse_rough_day
from yixian.regulations.rules_library import HeldRule, RuleSubject, rules_in_force
from yixian.resolution.enums import ClueState, CustodyState, GapState, TaskState
from yixian.resolution.queries import evidence_by_fact, evidence_of, facts_of, gaps_of, talks_of, tasks_of

if TYPE_CHECKING:
    from yixian.resolution.models import (
        Custody,
        DatedFact,
        Evidence,
        FactEvidence,
        Gap,
        Talk,
        Task,
        TeamMember,
        Verification,
    )


@dataclass(frozen=True, slots=True)
class ShownTask:
    """``answer`` is what was found, or why it was taken back; ``moves`` who handed it to whom and why."""

    task: "Task"
    questions: str
    answer: str
    moves: list[tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """``held`` and ``offered`` are the rows of custody as they stand; ``hands`` all of them, with what was noted."""

    item: "Evidence"
    title: str
    source: str
    shows: str
    held: "Custody | None"
    offered: "Custody | None"
    hands: "list[tuple[Custody, str]]" = field(default_factory=list)
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ShownGap:
    gap: "Gap"
    wanted: str
    holder: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShownTalk:
    """A record with its words, by slot; ``reason`` why it was not signed."""

    talk: "Talk"
    words: Mapping[str, str]
    corrections: str
    reason: str

    @property
    def is_latest(self) -> bool:
        return not hasattr(self.talk, "corrected_by")


@dataclass(frozen=True, slots=True)
class ShownFact:
    """``rules`` held at the time, of the subject that the fact is measured by; ``reason`` why it was struck."""

    fact: "DatedFact"
    day: RoughDay
    text: str
    subject: RuleSubject | None
    items: "list[FactEvidence]"
    rules: tuple[HeldRule, ...]
    reason: str

    @property
    def stands(self) -> bool:
        """Neither struck nor corrected."""
        return self.fact.struck_on is None and not hasattr(self.fact, "replaced_by")


@dataclass(frozen=True)
class WorkCase(ClueCase):
    """A clue with a team. Its ``home`` is the page of the work."""

    @property
    def home(self) -> str:
        return reverse("desk:work", args=[self.clue.pk])

    @property
    def verification(self) -> "Verification":
        return self.clue.verification

    @property
    def goes_on(self) -> bool:
        return bool(self.clue.state == ClueState.VERIFYING)

    @cached_property
    def takers(self) -> "list[TeamMember]":
        """Who may be given something: those of the team who have declared."""
        return [each for each in self.members if each.declared_on and each.left_on is None]

    @cached_property
    def tasks(self) -> list[ShownTask]:
        found = list(tasks_of(self.verification.pk))
        said = self._opened([each.questions for each in found] + [each.answer for each in found])
        why = self._opened(moved.reason for each in found for moved in each.hand_overs.all())
        return [
            ShownTask(
                each,
                said.get(each.questions, ""),
                said.get(each.answer, ""),
                [(moved, why.get(moved.reason, "")) for moved in each.hand_overs.all()],
            )
            for each in found
        ]

    @cached_property
    def evidence(self) -> list[ShownEvidence]:
        found = list(evidence_of(self.verification.pk))
        words = [each.words for each in found]
        titles, sources, shows = (self._opened(words, slot) for slot in ("title", "source", "shows"))
        files = [each.file for each in found]
        names, sums = (self._opened(files, slot) for slot in ("name", "sha256"))
        notes = self._opened(hand.note for each in found for hand in each.custodies.all())
        return [
            ShownEvidence(
                each,
                titles.get(each.words, ""),
                sources.get(each.words, ""),
                shows.get(each.words, ""),
                in_state(each, CustodyState.HELD),
                in_state(each, CustodyState.OFFERED),
                [(hand, notes.get(hand.note, "")) for hand in each.custodies.all()],
                names.get(each.file, ""),
                sums.get(each.file, ""),
            )
            for each in found
        ]

    @cached_property
    def gaps(self) -> list[ShownGap]:
        found = list(gaps_of(self.verification.pk))
        wanted, holders = (
            self._opened([each.words for each in found], slot) for slot in ("wanted", "holder")
        )
        reasons = self._opened(each.reason for each in found)
        return [
            ShownGap(
                each, wanted.get(each.words, ""), holders.get(each.words, ""), reasons.get(each.reason, "")
            )
            for each in found
        ]

    @cached_property
    def talks(self) -> list[ShownTalk]:
        found = list(talks_of(self.verification.pk))
        seals = [each.words for each in found]
        opened = {slot: self._opened(seals, slot) for slot in ("person", "post", "place", "why", "talk")}
        put_right = self._opened(each.corrections for each in found)
        reasons = self._opened(each.reason for each in found)
        return [
            ShownTalk(
                each,
                {slot: words.get(each.words, "") for slot, words in opened.items()},
                put_right.get(each.corrections, ""),
                reasons.get(each.reason, ""),
            )
            for each in found
        ]

    @cached_property
    def facts(self) -> list[ShownFact]:
        """The facts by the first day on which each can have been."""
        found = list(facts_of(self.verification.pk))
        words = [each.words for each in found]
        days, texts, subjects = (self._opened(words, slot) for slot in ("on", "text", "subject"))
        reasons = self._opened(each.reason for each in found)
        items = evidence_by_fact(self.verification.pk)
        shown = [
            self._fact(
                each,
                parse_rough_day(days[each.words]),
                texts[each.words],
                subjects.get(each.words, ""),
                items.get(each.pk, []),
                reasons.get(each.reason, ""),
            )
            for each in found
        ]
        return sorted(shown, key=lambda each: (each.day.first, each.day.last, each.fact.pk))

    def _fact(
        self,
        fact: "DatedFact",
        day: RoughDay,
        text: str,
        subject: str,
        items: "list[FactEvidence]",
        reason: str,
    ) -> ShownFact:
        about = RuleSubject(subject) if subject else None
        held = rules_in_force(day, about) if about else ()
        return ShownFact(fact, day, text, about, items, held, reason)

    @property
    def open_tasks(self) -> list[ShownTask]:
        return [each for each in self.tasks if each.task.state == TaskState.OPEN]

    @property
    def open_gaps(self) -> list[ShownGap]:
        return [each for each in self.gaps if each.gap.state == GapState.OPEN]

    def _opened(self, seals: Iterable[UUID | None], slot: str = "text") -> Mapping[UUID | None, str]:
        opened = open_seals(by=self.officer, seals=seals, slot=slot, subject=self.clue.trail_subject)
        return dict(opened.items())

    def may_on(self, act: str, row: Any, *, by_hand: bool) -> bool:
        """Asked of the clue once for all its rows; what is done ``by_hand`` also asks whose hands the row is in."""
        if act not in self._asked:
            self._asked[act] = may(self.officer, act, self.clue)
        return self._asked[act] and (not by_hand or row.staff_id == self.officer.staff_id)

    @cached_property
    def _asked(self) -> dict[str, bool]:
        return {}


def in_state(item: "Evidence", state: CustodyState) -> "Custody | None":
    return next((each for each in item.custodies.all() if each.state == state), None)
