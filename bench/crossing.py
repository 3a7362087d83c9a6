"""片区联动交叉办理 over a simulated year: the proposals against chance and against taking turns.

Chance and turns come twice: as offices do it on paper (regarding nothing), and passing over whoever must not handle the
matter. Both may take the two people from two townships, which the proposals may not: a report is sealed to one organ.
Medians over five seeds. Run: python -m bench.crossing
"""

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle

from bench.crossing_year import Arrival, Given, Year, facts_of, invented_year, is_clean, violations
from yixian.assessment.crossing import HandlerFacts, Pair, Proposal, propose

SEEDS = (1, 2, 3, 4, 5)
Way = Callable[[Year, Given, Sequence[Arrival]], list[Pair | None]]


def measure() -> dict[str, object]:
    """Each figure is the median over the seeds; ``spread_to_turns`` compares within each seed first."""
    runs = [one_year(invented_year(seed), seed) for seed in SEEDS]
    ways = list(runs[0])
    medians: dict[str, object] = {
        way: {name: statistics.median(run[way][name] for run in runs) for name in runs[0][way]}
        for way in ways
    }
    for against in ("turns", "turns_passing_over"):
        medians[f"spread_to_{against}"] = {
            name: round(statistics.median(run["proposed"][name] / run[against][name] for run in runs), 3)
            for name in ("load_range", "load_deviation")
        }
    return medians


def one_year(year: Year, seed: int) -> dict[str, dict[str, float]]:
    """The figures of every way of giving out the same year."""
    ways: dict[str, Way] = {
        "proposed": proposed,
        "chance": chance(seed, passing_over=False),
        "chance_passing_over": chance(seed, passing_over=True),
        "turns": turns(year.people, passing_over=False),
        "turns_passing_over": turns(year.people, passing_over=True),
    }
    return {name: figures(year, *given_out(year, way)) for name, way in ways.items()}


def given_out(year: Year, way: Way) -> tuple[Given, float]:
    """The whole year by one way, and the milliseconds of the slowest day."""
    given, slowest = Given(), 0.0
    for day, arrivals in enumerate(year.days):
        given.begin(day)
        started = time.perf_counter()
        pairs = way(year, given, arrivals)
        slowest = max(slowest, time.perf_counter() - started)
        for arrival, pair in zip(arrivals, pairs, strict=True):
            if pair is not None:
                given.give(arrival, pair)
    return given, slowest * 1000


def proposed(year: Year, given: Given, arrivals: Sequence[Arrival]) -> list[Pair | None]:
    now = [replace(each, load=given.points[each.id], in_hand=given.in_hand[each.id]) for each in year.people]
    answers = propose([facts_of(each, year, given) for each in arrivals], now)
    return [answer.pair if isinstance(answer, Proposal) else None for answer in answers]


def chance(seed: int, *, passing_over: bool) -> Way:
    draw = random.Random(seed)  # noqa: S311 - repeatable, no secret

    def way(year: Year, given: Given, arrivals: Sequence[Arrival]) -> list[Pair | None]:
        some = [_possible(each, year, passing_over) for each in arrivals]
        return [Pair(*draw.sample(people, 2)) for people in some]

    return way


def turns(people: Sequence[HandlerFacts], *, passing_over: bool) -> Way:
    """At its fairest: one circle of leads and another of seconds, half a round apart."""
    half = len(people) // 2
    leads, seconds = cycle(people), cycle([*people[half:], *people[:half]])

    def way(year: Year, given: Given, arrivals: Sequence[Arrival]) -> list[Pair | None]:
        some = [_possible(each, year, passing_over) for each in arrivals]
        return [_next_two(leads, seconds, possible) for possible in some]

    return way


def _possible(arrival: Arrival, year: Year, passing_over: bool) -> list[HandlerFacts]:
    return [each for each in year.people if not passing_over or is_clean(arrival, year, each)]


def _next_two(
    leads: Iterator[HandlerFacts], seconds: Iterator[HandlerFacts], possible: Sequence[HandlerFacts]
) -> Pair:
    lead = next(each for each in leads if each in possible)
    return Pair(lead, next(each for each in seconds if each in possible and each != lead))


def figures(year: Year, given: Given, slowest: float) -> dict[str, float]:
    """Loads are points of the year over all thirty handlers; shares are of the matters that could show it."""
    arrivals = [each for day in year.days for each in day]
    loads = [given.points[each.id] for each in year.people]
    done = [(each, given.pairs[each.number]) for each in arrivals if each.number in given.pairs]
    asking = [(each, pair) for each, pair in done if each.skills]
    following = [(each, pair) for each, pair in done if _could_go_on(each, year, given)]
    return {
        "violations": sum(violations(each, year, pair) for each, pair in done),
        "without_anybody": len(arrivals) - len(done),
        "load_range": max(loads) - min(loads),
        "load_deviation": round(statistics.pstdev(loads), 2),
        "skilled_share": _share(
            each.skills <= pair.lead.skills | pair.second.skills for each, pair in asking
        ),
        "continued_share": _share(_goes_on(each, given) for each, _ in following),
        "one_township_share": _share(pair.lead.township == pair.second.township for _, pair in done),
        "own_area_share": _share(pair.lead.area == facts_of(each, year, given).area for each, pair in done),
        "slowest_day_ms": round(slowest, 1),
    }


def _could_go_on(arrival: Arrival, year: Year, given: Given) -> bool:
    """Somebody handled the earlier matter who may handle this one as well."""
    earlier = given.pairs.get(arrival.follows) if arrival.follows is not None else None
    return earlier is not None and any(
        is_clean(arrival, year, each) for each in (earlier.lead, earlier.second)
    )


def _goes_on(arrival: Arrival, given: Given) -> bool:
    now, earlier = given.pairs[arrival.number], given.pairs[arrival.follows or 0]
    return bool({now.lead.id, now.second.id} & {earlier.lead.id, earlier.second.id})


def _share(hits: Iterator[bool]) -> float:
    found = list(hits)
    return round(sum(found) / len(found), 3) if found else 0.0


if __name__ == "__main__":
    print(json.dumps(measure(), ensure_ascii=False, indent=2))
