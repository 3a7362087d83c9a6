"""Taking one step of a table, on the locked row."""

from typing import Any, TypeVar

from yixian.resolution.models import (
    Clarification,
    Clue,
    Custody,
    Gap,
    Inquiry,
    PetitionReview,
    Recommendation,
    Referral,
    Task,
)
from yixian.resolution.workflow import CLUE
from yixian.trail.steps import Table

Moving = TypeVar(
    "Moving", Task, Gap, Custody, Inquiry, Recommendation, Referral, Clarification, PetitionReview
)


def take_step(act: str, clue: Clue, **columns: object) -> Clue:
    """Move the clue, or refuse by the table; ``columns`` is what the new state needs."""
    locked = Clue.objects.select_for_update().select_related("matter").get(pk=clue.pk)
    locked.state = CLUE.after(act, locked.state)
    for name, value in columns.items():
        setattr(locked, name, value)
    locked.save(update_fields=["state", *columns])
    return locked


def move(table: Table, act: str, row: Moving, to: Any = None, **columns: Any) -> Moving:
    """The same for what belongs to a clue; the row in hand is left as it was. ``to`` where the act leads to several."""
    locked = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    locked.state = table.after(act, locked.state, to)
    for name, value in columns.items():
        setattr(locked, name, value)
    locked.save(update_fields=["state", *columns])
    return locked
