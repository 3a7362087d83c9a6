"""Who asked somebody to take a report over. The request keeps who is asked; who asked stands in the trail."""

from collections.abc import Iterable

from yixian.reception.models import Handling
from yixian.roster.queries import staff_by_id
from yixian.trail.enums import Outcome
from yixian.trail.queries import entries

PREFIX = "reception.handling:"


def askers_of(handlings: Iterable[Handling]) -> dict[int, str]:
    """Request → the name of whoever made it. Whoever owned the report may not be the one: a chief may ask too."""
    subjects = [f"{PREFIX}{each.pk}" for each in handlings]
    if not subjects:
        return {}
    asked = entries(act="reception.hand_over", outcome=Outcome.DONE).filter(subject__in=subjects)
    told = asked.values_list("subject", "actor")
    return {int(subject.removeprefix(PREFIX)): _name(actor) for subject, actor in told}


def _name(actor: str) -> str:
    staff = staff_by_id(int(actor.removeprefix("staff:")))
    return staff.name if staff else ""
