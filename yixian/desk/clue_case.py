"""One clue on the desk: what every page about it starts from. Its texts are opened once, for who may read them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.queries import hidden_matters, people_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.queries import may, why_not
from yixian.protection.texts import read_text
from yixian.resolution.enums import Decision
from yixian.resolution.reviewing import may_ask_review

if TYPE_CHECKING:
    from yixian.reception.models import ReportedPerson
    from yixian.resolution.models import (
        Clue,
        CountyReview,
        Disposal,
        Outcome,
        TeamChange,
        TeamMember,
        VerificationReport,
    )


@dataclass(frozen=True)
class ClueCase:
    """Parts are asked for once, when a page needs them."""

    officer: Officer
    clue: "Clue"
    on: date

    @property
    def subject(self) -> "Clue":
        """What permits are asked about."""
        return self.clue

    @property
    def label(self) -> str:
        return self.clue.code

    @property
    def home(self) -> str:
        return reverse("desk:clue", args=[self.clue.pk])

    @cached_property
    def summary(self) -> str:
        return self.text(self.clue, "summary")

    @cached_property
    def disposals(self) -> "list[Disposal]":
        return list(self.clue.disposals.all())

    @cached_property
    def reports(self) -> "list[VerificationReport]":
        return list(self.clue.reports.all())

    @cached_property
    def outcomes(self) -> "list[Outcome]":
        return list(self.clue.outcomes.all())

    @cached_property
    def members(self) -> "list[TeamMember]":
        team = getattr(self.clue, "verification", None)
        return list(team.members.all()) if team else []

    @cached_property
    def team_changes(self) -> "list[TeamChange]":
        return list(self.clue.verification.team_changes.all()) if self.members else []

    @cached_property
    def people(self) -> "list[tuple[ReportedPerson, str]]":
        """Everyone reported in the matter, with the opened name; one opening for all."""
        people = people_of(self.clue.matter)
        seals = [person.name_seal for person in people]
        names = open_seals(by=self.officer, seals=seals, slot="name", subject=self.clue.trail_subject)
        return [(person, names.get(person.name_seal, "")) for person in people]

    @cached_property
    def meets_the_letters(self) -> bool:
        """Whether this officer meets the reports behind the clue; a member of the team may not."""
        return not hidden_matters(self.officer).filter(matter=self.clue.matter_id).exists()

    @property
    def pending_disposal(self) -> "Disposal | None":
        return next((each for each in self.disposals if each.decision == Decision.PENDING), None)

    @property
    def pending_report(self) -> "VerificationReport | None":
        return next((each for each in self.reports if each.decision == Decision.PENDING), None)

    @property
    def own_membership(self) -> "TeamMember | None":
        """Where this officer still has to say that no ground of recusal applies."""
        waiting = (each for each in self.members if each.declared_on is None and each.left_on is None)
        return next((each for each in waiting if each.staff_id == self.officer.staff_id), None)

    @cached_property
    def report_to_review(self) -> "VerificationReport | None":
        """The report that may be sent to the county now."""
        return next((each for each in reversed(self.reports) if may_ask_review(each)), None)

    @property
    def county_reviews(self) -> "list[CountyReview]":
        return [review for each in self.reports for review in each.county_reviews.all()]

    def text(self, row: object, field: str) -> str:
        return read_text(row, field, by=self.officer, about=self.clue)  # type: ignore[arg-type] # a KnownRow

    def may(self, act: str) -> bool:
        return may(self.officer, act, self.clue)

    def why_not(self, act: str) -> str:
        return why_not(self.officer, act, self.clue)
