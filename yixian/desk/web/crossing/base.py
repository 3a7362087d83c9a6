"""Acts on a cross-handling: the same small forms as acts on a report, about another subject."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.assessment.queries import crossing_by_uid
from yixian.desk.crossing_case import CrossingCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.officer import Officer
from yixian.toolkit.today import today


def crossing_or_404(officer: Officer, uid: UUID) -> CrossingCase:
    """One that this officer may read, on whichever side; any other does not exist."""
    crossing = crossing_by_uid(officer, uid)
    if crossing is None:
        raise not_theirs(officer, "assessment.read_crossing", f"assessment.crosshandling:{uid}")
    return CrossingCase(officer, crossing, today())


class CrossingForm(ActForm[CrossingCase]):
    """An act whose subject is a cross-handling. ``of_lender`` says whose act it is."""

    root: ClassVar[str] = "crossings"
    of_lender: ClassVar[bool] = True

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> CrossingCase:
        return crossing_or_404(officer, key)

    @classmethod
    def judged(cls, case: CrossingCase) -> Any:
        return case.crossing
