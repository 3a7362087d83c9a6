"""A workflow as one table. A step is named by the act that takes it, which is also its permit and its line
in the trail; each cites the article that it follows. Pure: no database.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import TextChoices

from yixian.trail.refusal import Refusal


class NotInThisState(Refusal):
    """A step was asked of a thing that stands elsewhere; the message names both and quotes the article."""

    key = "not_in_this_state"


class Citable(Protocol):
    """An article of the regulations, or an approved term that names one."""

    def cite(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Step:
    """``from_states`` is empty for a step that makes the thing."""

    act: str
    label: str
    from_states: frozenset[Any]
    to_state: Any
    article: Citable


@dataclass(frozen=True, slots=True)
class Table:
    """The whole life of one kind of thing: ``thing`` is its Chinese name, ``states`` its vocabulary."""

    thing: str
    states: type[TextChoices]
    steps: tuple[Step, ...]
    final: frozenset[Any]

    def step(self, act: str, to: Any = None) -> Step:
        """The step that this act takes, ``to`` where one act leads to several; one not in the table is our mistake."""
        return next(step for step in self.steps if step.act == act and to in (None, step.to_state))

    def steps_from(self, state: str) -> tuple[Step, ...]:
        """What may follow, in the order of the table, whoever may do it."""
        return tuple(step for step in self.steps if state in step.from_states)

    def after(self, act: str, state: str, to: Any = None) -> Any:
        """The state to which the act leads, or a refusal that says where the thing stands."""
        taken = self.step(act, to)
        if state in taken.from_states:
            return taken.to_state
        wanted = "、".join(each.label for each in self.states if each in taken.from_states)
        here = self.states(state).label
        raise NotInThisState(
            f"{self.thing}目前是“{here}”，只有“{wanted}”的{self.thing}可以{taken.label}（{taken.article.cite()}）。"
        )
