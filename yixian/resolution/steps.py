"""Taking one step of a clue's table, on the locked row."""

from yixian.resolution.models import Clue
from yixian.resolution.workflow import CLUE


def take_step(act: str, clue: Clue, **columns: object) -> Clue:
    """Move the clue, or refuse by the table; ``columns`` is what the new state needs."""
    locked = Clue.objects.select_for_update().select_related("matter").get(pk=clue.pk)
    locked.state = CLUE.after(act, locked.state)
    for name, value in columns.items():
        setattr(locked, name, value)
    locked.save(update_fields=["state", *columns])
    return locked
