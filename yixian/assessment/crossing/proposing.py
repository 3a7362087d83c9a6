"""From facts to proposals: who is barred, what is best for all together, what came next, and why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yixian.assessment.crossing.bars import bar_of
from yixian.assessment.crossing.costs import WEIGHTS, Weights
from yixian.assessment.crossing.facts import HandlerFacts, MatterFacts
from yixian.assessment.crossing.loads import Loads, Pair
from yixian.assessment.crossing.reasons import reasons_for, why_none, why_not_first
from yixian.assessment.crossing.solving import best_pairs, ranked_pairs

NOBODY_ELSE = "没有其他可选的人员。"


@dataclass(frozen=True, slots=True)
class Proposal:
    """``runner_up`` is the best pair of another township, so that a refusal is no dead end; where there is none, the
    best under another lead of the same. All other matters stay as proposed.
    """

    matter: MatterFacts
    pair: Pair
    reasons: tuple[str, ...]
    runner_up: Pair | None
    why_second: str


@dataclass(frozen=True, slots=True)
class NoProposal:
    """Nobody may take it, or nobody has room; ``reasons`` say for how many handlers what stood in the way."""

    matter: MatterFacts
    reasons: tuple[str, ...]


def propose(
    matters: Iterable[MatterFacts], handlers: Iterable[HandlerFacts], weights: Weights = WEIGHTS
) -> list[Proposal | NoProposal]:
    """One answer for each matter, by the order of their ids. A single new matter is a batch of one."""
    asked = sorted(matters, key=lambda each: each.id)
    everyone = sorted(handlers, key=lambda each: each.id)
    free = [free_for(matter, everyone) for matter in asked]
    loads = Loads(everyone)
    pairs = best_pairs(asked, free, loads, weights)
    return [
        NoProposal(matter, why_none(matter, everyone))
        if pair is None
        else _proposal(matter, pair, some, loads, weights)
        for matter, pair, some in zip(asked, pairs, free, strict=True)
    ]


def free_for(matter: MatterFacts, everyone: Sequence[HandlerFacts]) -> list[HandlerFacts]:
    """Whom nothing bars, in townships where two are left: nobody handles a matter alone."""
    unbarred = [each for each in everyone if bar_of(matter, each) is None]
    left = Counter(each.township for each in unbarred)
    return [each for each in unbarred if left[each.township] >= 2]


def _proposal(
    matter: MatterFacts, pair: Pair, free: Sequence[HandlerFacts], loads: Loads, weights: Weights
) -> Proposal:
    """The loads are looked at as if this matter alone had not been given to anybody yet."""
    loads.give(matter, pair, -1)
    other = _runner_up(matter, pair, free, loads, weights)
    reasons = reasons_for(matter, pair, free, loads.points)
    why = why_not_first(matter, pair, other, loads.points) if other else NOBODY_ELSE
    loads.give(matter, pair)
    return Proposal(matter, pair, reasons, other, why)


def _runner_up(
    matter: MatterFacts, pair: Pair, free: Sequence[HandlerFacts], loads: Loads, weights: Weights
) -> Pair | None:
    ready = [each for each in free if loads.has_room(each)]
    found = []
    for township in sorted({each.township for each in ready}):
        there = [each for each in ready if each.township == township]
        for price, each in ranked_pairs(matter, there, loads, weights):
            if each.lead.id != pair.lead.id:
                same = township == pair.lead.township
                found.append((same, price, each.lead.id, each.second.id, each))
    return min(found)[-1] if found else None
