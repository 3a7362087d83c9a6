"""What the optimiser is told of a matter and of a handler: numbers and kinds, never a word of the report."""

from dataclasses import dataclass

HARDEST = 5
"""Difficulty runs from 1 to this."""
LEAD_POINTS, SECOND_POINTS = 2, 1
NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFacts:
    """``township`` and ``area`` are those of the reported side. The sets name handlers by their ids.

    ``closed_townships`` take no part: the reported side leads there too, or the township refused this matter.
    """

    id: str
    township: int
    area: int
    difficulty: int = 2
    skills: frozenset[str] = frozenset()
    previous: frozenset[int] = NOBODY
    recused: frozenset[int] = NOBODY
    related: frozenset[int] = NOBODY
    of_unit: frozenset[int] = NOBODY
    served: frozenset[int] = NOBODY
    declined: frozenset[int] = NOBODY
    closed_townships: frozenset[int] = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlerFacts:
    """``load`` counts the points of the year so far, ``in_hand`` the matters now, of at most ``capacity``."""

    id: int
    name: str
    township: int
    township_name: str
    area: int
    skills: frozenset[str] = frozenset()
    load: int = 0
    in_hand: int = 0
    capacity: int = 12


def lead_points(matter: MatterFacts) -> int:
    """The work of whoever leads, by which loads are compared."""
    return LEAD_POINTS * matter.difficulty


def second_points(matter: MatterFacts) -> int:
    """The work of whoever stands beside the lead."""
    return SECOND_POINTS * matter.difficulty
