"""Acts on a list of destruction: the same small forms as acts on a report, about another subject."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.desk.destruction_case import DestructionCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.officer import Officer
from yixian.resolution.enums import DestructionState
from yixian.resolution.queries.destruction import list_by_uid
from yixian.toolkit.today import today


def list_or_404(officer: Officer, uid: UUID) -> DestructionCase:
    """One that this officer may meet; any other does not exist."""
    listing = list_by_uid(officer, uid)
    if listing is None:
        raise not_theirs(officer, "resolution.see_destruction", f"resolution.destructionlist:{uid}")
    return DestructionCase(officer, listing, today())


class DestructionForm(ActForm[DestructionCase]):
    """An act whose subject is a list; ``states`` are those in which it stands."""

    root: ClassVar[str] = "archive/destruction"
    states: ClassVar[tuple[DestructionState, ...]]

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> DestructionCase:
        return list_or_404(officer, key)

    @classmethod
    def stands(cls, case: DestructionCase) -> bool:
        return case.is_in(*cls.states)

    @classmethod
    def judged(cls, case: DestructionCase) -> Any:
        return case.listing
