"""An invented year of 片区联动交叉办理: 12 townships in 3 areas, 30 handlers with ties, 1,500 matters in daily batches.

Nothing is taken from any office. Matters fall unevenly over the townships, one in six carries an earlier one on, and
each stays in its handlers' hands for weeks. ``violations`` looks at the ties themselves, not at what the optimiser was
told of them.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from yixian.assessment.crossing import HandlerFacts, MatterFacts, Pair, lead_points, second_points

TOWNSHIPS, AREAS, HANDLERS, UNITS = 12, 3, 30, 8
MATTERS, DAYS, CAPACITY = 1500, 250, 20
SKILLS = ("查账", "工程", "土地", "笔录", "民生", "电子数据")
DIFFICULTIES, OFTEN = (1, 2, 3, 4, 5), (20, 35, 25, 14, 6)


@dataclass(frozen=True)
class Ties:
    """Of one handler: the units of near relatives, the own unit, and where they served before."""

    kin_units: frozenset[int]
    unit: int
    served: frozenset[int]


@dataclass(frozen=True)
class Arrival:
    """One matter as it comes: the reported unit stands for the reported side."""

    number: int
    day: int
    lasts: int
    unit: int
    difficulty: int
    skills: frozenset[str]
    recused: frozenset[int]
    closed: frozenset[int]
    follows: int | None

    @property
    def township(self) -> int:
        return self.unit // UNITS


@dataclass
class Year:
    """The people and the matters of one seed."""

    people: list[HandlerFacts]
    ties: dict[int, Ties]
    days: list[list[Arrival]]


@dataclass
class Given:
    """What a way of giving out has led to so far."""

    pairs: dict[int, Pair] = field(default_factory=dict)
    points: Counter[int] = field(default_factory=Counter)
    in_hand: Counter[int] = field(default_factory=Counter)
    ends: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def begin(self, day: int) -> None:
        """Matters that end today leave the hands."""
        for handler in self.ends.pop(day, []):
            self.in_hand[handler] -= 1

    def give(self, arrival: Arrival, pair: Pair) -> None:
        facts = facts_of(arrival, Year([], {}, []), self)
        self.pairs[arrival.number] = pair
        for each, points in ((pair.lead, lead_points), (pair.second, second_points)):
            self.points[each.id] += points(facts)
            self.in_hand[each.id] += 1
            self.ends[arrival.day + arrival.lasts].append(each.id)


def invented_year(seed: int, matters: int = MATTERS, days: int = DAYS) -> Year:
    draw = random.Random(seed)  # noqa: S311 - a repeatable year, no secret
    people = [_person(draw, number) for number in range(HANDLERS)]
    ties = {each.id: _ties(draw, each) for each in people}
    often = [draw.uniform(0.5, 1.5) for _ in range(TOWNSHIPS)]
    arrivals: list[list[Arrival]] = [[] for _ in range(days)]
    units: list[int] = []
    for number, day in enumerate(sorted(draw.randrange(days) for _ in range(matters))):
        follows = draw.randrange(number) if number and draw.random() < 1 / 6 else None
        township = draw.choices(range(TOWNSHIPS), often)[0]
        units.append(units[follows] if follows is not None else township * UNITS + draw.randrange(UNITS))
        arrivals[day].append(_arrival(draw, number, day, units[-1], follows))
    return Year(people, ties, arrivals)


def _person(draw: random.Random, number: int) -> HandlerFacts:
    township = number % TOWNSHIPS
    return HandlerFacts(
        id=number,
        name=f"人员{number + 1}",
        township=township,
        township_name=f"第{township + 1}镇",
        area=township * AREAS // TOWNSHIPS,
        skills=frozenset(draw.sample(SKILLS, draw.randint(1, 3))),
        capacity=CAPACITY,
    )


def _ties(draw: random.Random, person: HandlerFacts) -> Ties:
    near = [unit for unit in range(TOWNSHIPS * UNITS) if unit // UNITS * AREAS // TOWNSHIPS == person.area]
    unit = person.township * UNITS + draw.randrange(UNITS)
    return Ties(
        kin_units=frozenset(draw.sample(near, draw.randint(1, 4))),
        unit=unit,
        served=frozenset(draw.sample(near, draw.randint(0, 2))),
    )


def _arrival(draw: random.Random, number: int, day: int, unit: int, follows: int | None) -> Arrival:
    difficulty = draw.choices(DIFFICULTIES, OFTEN)[0]
    return Arrival(
        number=number,
        day=day,
        lasts=draw.randint(10, 20) + 6 * difficulty,
        unit=unit,
        difficulty=difficulty,
        skills=frozenset(draw.sample(SKILLS, draw.randint(0, 2))),
        recused=frozenset(each for each in range(HANDLERS) if draw.random() < 0.03),
        closed=frozenset(each for each in range(TOWNSHIPS) if draw.random() < 0.03),
        follows=follows,
    )


def facts_of(arrival: Arrival, year: Year, given: Given) -> MatterFacts:
    """What the optimiser is told."""
    earlier = given.pairs.get(arrival.follows) if arrival.follows is not None else None
    unit = arrival.unit
    return MatterFacts(
        id=f"{arrival.number:05}",
        township=arrival.township,
        area=arrival.township * AREAS // TOWNSHIPS,
        difficulty=arrival.difficulty,
        skills=arrival.skills,
        previous=frozenset({earlier.lead.id, earlier.second.id}) if earlier else frozenset(),
        recused=arrival.recused,
        related=frozenset(each for each, ties in year.ties.items() if unit in ties.kin_units),
        of_unit=frozenset(each for each, ties in year.ties.items() if unit == ties.unit),
        served=frozenset(each for each, ties in year.ties.items() if unit in ties.served),
        closed_townships=arrival.closed,
    )


def violations(arrival: Arrival, year: Year, pair: Pair) -> int:
    """How many of the two should never have met this matter."""
    return sum(not is_clean(arrival, year, each) for each in (pair.lead, pair.second))


def is_clean(arrival: Arrival, year: Year, person: HandlerFacts) -> bool:
    ties = year.ties[person.id]
    tied = arrival.unit in ties.kin_units | ties.served | {ties.unit} or person.id in arrival.recused
    return not tied and person.township != arrival.township and person.township not in arrival.closed
