"""The state machine: a rule for each action, chosen by hypothesis with a throw of the dice for its arguments.

What other libraries call a bundle is here the database itself, read in the order in which its rows were made
(``World.born``): an act meets what nested acts made too, and what another office sent.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.walk.acts import Act
from tests.walk.taking import ACTS, Walking

DICE = st.integers(0, 65_535)
"""Short, so that a walk of a thousand steps fits into what hypothesis remembers of one example."""


class Walk(RuleBasedStateMachine):
    """Each walk begins in a transaction of its own, which is rolled back at its end."""

    every: ClassVar[int] = 100
    """After so many steps the invariants that cost more are asked."""

    def __init__(self) -> None:
        super().__init__()
        self.held = transaction.atomic()
        self.held.__enter__()
        self.walking = Walking.begin()

    @rule(dice=DICE)
    def days_pass(self, dice: int) -> None:
        """And the head of the trail is sealed, as it is each day."""
        self.walking.pass_days(dice)

    def one_step(self, act: Act, dice: int) -> None:
        """A throw of 0 leaves the act to the dice too: hypothesis begins with a walk of the first rule and zeros."""
        self.walking.take(act if dice else self.walking.any_of(ACTS), dice)
        if self.walking.steps % self.every == 0:
            self.walking.pass_days(dice)
            self.walking.look_round()

    def teardown(self) -> None:
        """Not asked again of a walk that ended in a breach: what it left is as it was found."""
        try:
            if not self.walking.is_broken:
                self.walking.look_back()
        finally:
            transaction.set_rollback(True)
            self.held.__exit__(None, None, None)


def _rule_for(act: Act) -> Callable[..., None]:
    def taken(self: Walk, dice: int) -> None:
        self.one_step(act, dice)

    taken.__name__ = taken.__qualname__ = act.name
    return rule(dice=DICE)(taken)


def machine(name: str, **more: Any) -> type[Walk]:
    """With a rule of its name for every act."""
    return type(name, (Walk,), {act.name: _rule_for(act) for act in ACTS} | more)


EveryAction = machine("EveryAction")
LONGEST = 1_000
"""Steps of one walk: so many fit into what hypothesis remembers of one example."""


def profile(steps: int, *, longest: int = LONGEST, derandomize: bool = True) -> settings:
    """So many steps, in walks of equal length."""
    walks = -(-steps // longest)
    return settings(
        max_examples=walks,
        stateful_step_count=-(-steps // walks),
        derandomize=derandomize,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
