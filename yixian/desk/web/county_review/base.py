"""Acts on a review: the same small forms as acts on a clue, about another subject."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.desk.review_case import ReviewCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.officer import Officer
from yixian.resolution.queries import review_by_uid
from yixian.toolkit.today import today


def review_or_404(officer: Officer, uid: UUID) -> ReviewCase:
    """One that this officer may read, on whichever side; any other does not exist."""
    review = review_by_uid(officer, uid)
    if review is None:
        raise not_theirs(officer, "resolution.read_county_review", f"resolution.countyreview:{uid}")
    return ReviewCase(officer, review, today())


class ReviewForm(ActForm[ReviewCase]):
    """An act whose subject is a review. ``of_asker`` says whose act it is."""

    root: ClassVar[str] = "county-reviews"
    of_asker: ClassVar[bool] = False

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> ReviewCase:
        return review_or_404(officer, key)

    @classmethod
    def judged(cls, case: ReviewCase) -> Any:
        return case.review
