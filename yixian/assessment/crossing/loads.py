"""What everybody has done and has in hand, while a batch is given out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from yixian.assessment.crossing.costs import Weights, fit_cost, load_cost
from yixian.assessment.crossing.facts import HandlerFacts, MatterFacts, lead_points, second_points


@dataclass(frozen=True, slots=True)
class Pair:
    """Who leads and who stands second."""

    lead: HandlerFacts
    second: HandlerFacts


class Loads:
    """Points of the year and matters in hand, by handler; ``least`` is where points are counted from."""

    def __init__(self, everyone: Sequence[HandlerFacts]) -> None:
        self.least = min((each.load for each in everyone), default=0)
        self.points = Counter({each.id: each.load for each in everyone})
        self.in_hand = Counter({each.id: each.in_hand for each in everyone})

    def give(self, matter: MatterFacts, pair: Pair, sign: int = 1) -> None:
        """To these two, or back from them with ``sign`` -1."""
        for each, points in ((pair.lead, lead_points), (pair.second, second_points)):
            self.points[each.id] += sign * points(matter)
            self.in_hand[each.id] += sign

    def has_room(self, handler: HandlerFacts) -> bool:
        return self.in_hand[handler.id] < handler.capacity

    def cost(self, matter: MatterFacts, handler: HandlerFacts, weights: Weights, *, leads: bool) -> float:
        """Of one more matter in that role."""
        points = lead_points(matter) if leads else second_points(matter)
        above = self.points[handler.id] - self.least
        return load_cost(above, points, weights) + fit_cost(matter, handler, weights, leads=leads)
