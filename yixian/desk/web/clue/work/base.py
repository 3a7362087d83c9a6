"""Acts on the work of a verification: met by its team and the chief, never by a member who must stay away."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.clue.base import clue_case_or_404
from yixian.desk.web.frame import not_theirs
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.resolution.queries import is_recused_from
from yixian.toolkit.today import today


def work_case_or_404(officer: Officer, clue_id: UUID) -> WorkCase:
    """The work of a clue that this officer may meet and that has a team; any other does not exist."""
    clue = clue_case_or_404(officer, clue_id).clue
    if not clue.team_ids() or is_recused_from(clue, officer.staff_id):
        raise not_theirs(officer, "resolution.read_verification", clue.trail_subject)
    return WorkCase(officer, clue, today())


class WorkForm(ActForm[WorkCase]):
    """An act in a verification that goes on."""

    root: ClassVar[str] = "clues"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> WorkCase:
        return work_case_or_404(officer, key)

    @classmethod
    def stands(cls, case: WorkCase) -> bool:
        return not cls.about_one and case.goes_on

    def offer_takers(self, name: str, *, but: int = 0) -> None:
        people = [(each.staff_id, each.staff.name) for each in self.case.takers if each.staff_id != but]
        offer(self, name, [("", "请选择"), *people])


class OfOne(WorkForm):
    """An act on one task, one piece of evidence, one gap; the door asks about the clue, the action about the row.
    What is done ``by_hand`` is for whoever has the task or the evidence.
    """

    about_one: ClassVar[bool] = True
    by_hand: ClassVar[bool] = False

    @classmethod
    def found(cls, rows: list[Any], key: int) -> Any:
        return next((each for each in rows if each.pk == key), None)
