"""One step: choose the arguments, ask the oracle, act, and hold what was written and recorded to the invariants."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from django.conf import settings

from tests.moulds import poured
from tests.walk import changes, far, oracle
from tests.walk.acts import Act, NothingHere
from tests.walk.houses import ACTS
from tests.walk.invariants import Step, breaches, last_hash
from tests.walk.lived import a_lived_world
from tests.walk.world import World
from yixian.protection.officer import SYSTEM
from yixian.protection.permits import NotPermitted
from yixian.trail.actions import seal_head
from yixian.trail.models import Entry
from yixian.trail.refusal import Refusal

__all__ = ["ACTS", "TALLY", "Breach", "Walking"]


class Breach(AssertionError):
    """An invariant does not hold."""


@dataclass
class Tally:
    """What was tried, and how it went, by the name of the action; ``met`` are acts that others did in passing."""

    tried: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    idle: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    why: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


TALLY = Tally()
"""Of every walk of this process."""


@dataclass
class Walking:
    """One walk. The steps are numbered, so that the same dice fall otherwise in another step."""

    world: World
    steps: int = 0
    is_broken: bool = False

    @classmethod
    def begin(cls) -> "Walking":
        world = poured(a_lived_world)
        for who in world.people():
            world.officer(who)
        changes.watch()
        settings.YIXIAN_HEADS = Path(mkdtemp(dir=settings.YIXIAN_HEADS.parent))
        return cls(world)

    def take(self, act: Act, dice: int) -> None:
        """``is_broken`` while a step is under way: whatever ends it otherwise leaves it so."""
        self.is_broken = True
        self._take(act, dice)
        self.is_broken = False

    def _take(self, act: Act, dice: int) -> None:
        self._throw(dice)
        try:
            given = act.arguments(self.world)
        except NothingHere:
            TALLY.idle[act.name] += 1
            return
        self.world.learn(changes.take())
        by, seen = given["by"], last_hash()
        allowed = oracle.may(by, act.permit, act.about(given))
        TALLY.tried[act.name] += 1
        key = self._done(act, given)
        written = changes.take()
        self.world.learn(written)
        entries = list(Entry.objects.filter(seq__gt=seen[0]).order_by("seq"))
        about = f"{act.name} by {by.actor}, {given}"
        self._hold(
            Step(by.actor, act.act, not key, key, allowed, written, entries, seen[1], act.through, about)
        )

    def any_of(self, acts: list[Act]) -> Act:
        return Random(self.steps).choice(acts)  # noqa: S311 - a walk, no secret

    def _throw(self, dice: int) -> None:
        self.steps += 1
        self.world.dice = Random(f"{self.steps}:{dice}")  # noqa: S311 - a walk, no secret

    def _done(self, act: Act, given: dict) -> str:
        """Empty when it was done, or the key of the refusal; anything else that goes wrong is not caught."""
        try:
            result = act.action(**given)
        except Refusal as refusal:
            TALLY.refused[act.name] += 1
            TALLY.why[act.name][_why(refusal)] += 1
            return refusal.key
        TALLY.done[act.name] += 1
        self.world.keep_code(result)
        return ""

    def _hold(self, step: Step) -> None:
        TALLY.met.update(each.act for each in step.entries if step.done)
        found = breaches(step)
        if found:
            raise Breach(f"{'；'.join(found)}（{step.about}）")

    def pass_days(self, dice: int) -> None:
        self._throw(dice)
        self.world.today += timedelta(days=self.world.dice.choice([1, 1, 2, 3, 7, 20]))
        seal_head(by=SYSTEM, on=self.world.today)

    def look_round(self) -> None:
        """The invariants that cost more than a step."""
        self._all(far.now(self.world))

    def look_back(self) -> None:
        """The invariants of the whole walk."""
        self._all([*far.now(self.world), *far.ever(self.world)])

    def _all(self, found: list[str]) -> None:
        if found:
            raise Breach("；".join(found[:5]))


def _why(refusal: Refusal) -> str:
    return f"{refusal.key} {refusal}"[:60] if not isinstance(refusal, NotPermitted) else "not_permitted"
