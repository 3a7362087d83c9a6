"""Who works on a story, and what the steps of one story hand on to each other."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yixian.config.demo.cast import Cast
from yixian.config.demo.scripts import Script, Telling
from yixian.protection.officer import Officer

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import Report

CLERKS, HANDLERS = ("jiefang1", "jiefang2"), ("chengban1", "chengban2", "chengban3")
AWAY = {"蒋麦香": ("jiefang2",), "王开渠": ("chengban2",), "喻算盘": ("chengban3",)}
"""Relatives and colleagues: whoever is here would be refused by the house, as in an office."""


@dataclass
class Taken:
    """A report in hand. Those who work never learn the code; the play keeps it to act the reporter.

    The code is empty where the county holds the receipt. ``on`` is the day of registration.
    """

    report: "Report"
    code: str
    telling: Telling
    on: date


@dataclass
class Work:
    """One story on its way. ``number`` is its place in the year and spreads the work evenly."""

    cast: Cast
    script: Script
    number: int
    taken: list[Taken] = field(default_factory=list)
    matter: "Matter | None" = None

    @property
    def chief(self) -> Officer:
        return self.cast["shuji"]

    @property
    def clerk(self) -> Officer:
        return self.cast[self._turn(CLERKS)[0]]

    @property
    def handler_name(self) -> str:
        return self._turn(HANDLERS)[0]

    @property
    def handler(self) -> Officer:
        return self.cast[self.handler_name]

    @property
    def second(self) -> Officer:
        return self.cast[self._turn(HANDLERS)[1]]

    def _turn(self, names: tuple[str, ...]) -> list[str]:
        """Whose turn it is, without those who must stay away."""
        away = {name for each in self.script.reported for name in AWAY.get(each.name, ())}
        free = [name for name in names if name not in away]
        return [free[(self.number + step) % len(free)] for step in range(len(free))]
