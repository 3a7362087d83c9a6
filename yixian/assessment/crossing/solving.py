"""The one place that knows the solver: ``scipy.optimize.linear_sum_assignment``, in rounds.

A round gives each township at most one matter, so no two choices of a round touch the same handler and their
costs simply add up: an assignment problem, solved exactly. A matter may also wait for the next round, at the
price of coming after another matter where it fits best. Loads are then brought up to date and the next round
begins. Matters with the fewest possible handlers go first, and where room is short nothing waits, so that the
last free hands are not taken from a matter that has no others.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from scipy.optimize import linear_sum_assignment

from yixian.assessment.crossing.costs import Weights
from yixian.assessment.crossing.facts import HandlerFacts, MatterFacts, lead_points
from yixian.assessment.crossing.loads import Loads, Pair

IMPOSSIBLE = 1e9
"""Dearer than all else together; what is assigned at this price is not assigned."""
Priced = tuple[float, Pair]


def best_pairs(
    matters: Sequence[MatterFacts],
    free: Sequence[Sequence[HandlerFacts]],
    loads: Loads,
    weights: Weights,
) -> list[Pair | None]:
    """For each matter a pair out of ``free``, whom nothing bars from it; ``loads`` are brought up to date."""
    chosen: list[Pair | None] = [None] * len(matters)
    waiting = sorted(range(len(matters)), key=lambda place: (len(free[place]), place))
    townships = sorted({each.township for some in free for each in some})
    while waiting and townships:
        turn, later = waiting[: len(townships)], waiting[len(townships) :]
        offers = [_offers(matters[place], free[place], loads, weights) for place in turn]
        waits = [
            _wait(matters[place], free[place], offer, loads, len(waiting), weights)
            for place, offer in zip(turn, offers, strict=True)
        ]
        given = _round([[offer.get(each) for each in townships] for offer in offers], waits)
        for place, pair in zip(turn, given, strict=True):
            chosen[place] = pair
            if pair is not None:
                loads.give(matters[place], pair)
        waiting = [
            place for place, offer in zip(turn, offers, strict=True) if offer and not chosen[place]
        ] + later
    return chosen


def _round(offers: Sequence[Sequence[Priced | None]], waits: Sequence[float]) -> list[Pair | None]:
    """The cheapest way to give each township at most one matter of this round; a column for each to wait in."""
    prices = np.full((len(offers), len(offers[0]) + len(offers)), IMPOSSIBLE)
    for row, some in enumerate(offers):
        prices[row, len(some) + row] = waits[row]
        for column, offer in enumerate(some):
            if offer is not None:
                prices[row, column] = offer[0]
    rows, columns = linear_sum_assignment(prices)
    given: list[Pair | None] = [None] * len(offers)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        offer = offers[row][column] if column < len(offers[row]) else None
        given[row] = offer[1] if offer is not None else None
    return given


def _wait(
    matter: MatterFacts,
    free: Sequence[HandlerFacts],
    offers: dict[int, Priced],
    loads: Loads,
    waiting: int,
    weights: Weights,
) -> float:
    """The price of coming after another matter. Dearer than the best offer, so some matter is given each round."""
    room = sum(max(each.capacity - loads.in_hand[each.id], 0) for each in free)
    if not offers or room < 2 * waiting:
        return IMPOSSIBLE / 2
    best = min(price for price, _ in offers.values())
    return best + weights.load * lead_points(matter) ** 2


def _offers(
    matter: MatterFacts, free: Sequence[HandlerFacts], loads: Loads, weights: Weights
) -> dict[int, Priced]:
    """The cheapest pair of each township that can form one now."""
    ready = [each for each in free if loads.has_room(each)]
    found = {}
    for township in sorted({each.township for each in ready}):
        there = [each for each in ready if each.township == township]
        ranked = ranked_pairs(matter, there, loads, weights)
        if ranked:
            found[township] = ranked[0]
    return found


def ranked_pairs(
    matter: MatterFacts, there: Sequence[HandlerFacts], loads: Loads, weights: Weights
) -> list[Priced]:
    """The few pairs of one township that can be the best, cheapest first: with the two best of each role."""

    def price(handler: HandlerFacts, leads: bool) -> tuple[float, int]:
        return loads.cost(matter, handler, weights, leads=leads), handler.id

    leads = sorted(there, key=lambda each: price(each, True))[:2]
    seconds = sorted(there, key=lambda each: price(each, False))[:2]
    pairs = [
        (price(lead, True)[0] + price(second, False)[0], Pair(lead, second))
        for lead, second in product(leads, seconds)
        if lead.id != second.id
    ]
    return sorted(pairs, key=lambda priced: (priced[0], priced[1].lead.id, priced[1].second.id))
