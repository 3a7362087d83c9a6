"""One 乡案县审 on the desk, on either side of it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from yixian.protection.officer import Officer
from yixian.resolution.actions import read_county_review
from yixian.resolution.enums import ReviewState

if TYPE_CHECKING:
    from yixian.resolution.models import CountyReview


@dataclass(frozen=True)
class ReviewSubject:
    """What the page's address names; permits are asked about ``review``."""

    review: "CountyReview"

    @property
    def pk(self) -> object:
        """The identifier in addresses; the row's number would count."""
        return self.review.uid


@dataclass(frozen=True)
class ReviewCase:
    """Texts are opened once, for the side that may read them."""

    officer: Officer
    review: "CountyReview"
    on: date

    @property
    def subject(self) -> ReviewSubject:
        return ReviewSubject(self.review)

    @property
    def label(self) -> str:
        return f"{self.review.report.clue.organ.name}县审（{self.review.asked_on:%Y-%m-%d}）"

    @property
    def home(self) -> str:
        return reverse("desk:county_review", args=[self.review.uid])

    @property
    def is_asker(self) -> bool:
        return self.officer.organ_id == self.review.organ_id

    @cached_property
    def texts(self) -> dict[str, str]:
        return read_county_review(by=self.officer, review=self.review)

    def stands(self, *states: ReviewState) -> bool:
        return self.review.state in states
