"""One report on the desk with its matter: what every page about it starts from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.assessment.queries import (
    classification_of,
    decisions_on,
    matter_of,
    rests_elsewhere,
    transfers_of,
)
from yixian.protection.officer import Officer
from yixian.protection.queries import may, why_not
from yixian.reception.actions import ReportContent, read_report
from yixian.reception.queries import clocks_of, put_away_reports
from yixian.resolution.queries import clues_of

if TYPE_CHECKING:
    from yixian.assessment.models import Classification, JurisdictionDecision, Matter, Transfer
    from yixian.reception.models import Clock, Handling, Report
    from yixian.resolution.models import Clue


@dataclass(frozen=True)
class Case:
    """Parts are asked for once, when a page needs them. Opening the content leaves its line in the trail."""

    officer: Officer
    report: "Report"
    on: date

    @property
    def subject(self) -> "Report":
        """What permits are asked about."""
        return self.report

    @property
    def label(self) -> str:
        return self.report.number or ""

    @property
    def home(self) -> str:
        """The page to which every act on it returns."""
        return reverse("desk:dossier", args=[self.report.pk])

    @cached_property
    def matter(self) -> "Matter | None":
        return matter_of(self.report.pk)

    @cached_property
    def content(self) -> ReportContent:
        return read_report(by=self.officer, report=self.report)

    @cached_property
    def classification(self) -> "Classification | None":
        return classification_of(self.report.pk)

    @cached_property
    def decisions(self) -> "list[JurisdictionDecision]":
        return list(decisions_on(self.report.pk))

    @cached_property
    def transfers(self) -> "list[Transfer]":
        return list(transfers_of(self.report.pk))

    @cached_property
    def clues(self) -> "list[Clue]":
        return list(clues_of(self.matter.pk)) if self.matter else []

    @cached_property
    def clocks(self) -> "list[Clock]":
        return list(clocks_of(self.report))

    @cached_property
    def is_put_away(self) -> bool:
        """Archived with its matter: read, and its reporter answered, but not changed."""
        return put_away_reports().filter(report=self.report.pk).exists()

    @cached_property
    def rests_elsewhere(self) -> bool:
        """Sent to another office, which handles it now."""
        return rests_elsewhere(self.report)

    @property
    def handlings(self) -> "list[Handling]":
        return list(self.report.handlings.all())

    @property
    def owner(self) -> "Handling | None":
        return next((each for each in self.handlings if each.is_current), None)

    @property
    def asked(self) -> "Handling | None":
        """Who has been asked to take it over and has not answered."""
        return next((each for each in self.handlings if each.is_asked), None)

    def may(self, act: str) -> bool:
        return may(self.officer, act, self.report)

    def why_not(self, act: str) -> str:
        return why_not(self.officer, act, self.report)
