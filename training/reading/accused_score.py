"""How well the accused are found: names exactly, units by containing one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yixian.language.accused import Accused


@dataclass
class Tally:
    hits: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def name_tally(rows: Sequence[tuple[Sequence[Accused], list[dict[str, Any]]]]) -> Tally:
    tally = Tally()
    for found, wanted in rows:
        names, gold = {one.name for one in found} - {""}, {one["name"] for one in wanted} - {""}
        tally.hits += len(names & gold)
        tally.found += len(names)
        tally.wanted += len(gold)
    return tally


def unit_tally(rows: Sequence[tuple[Sequence[Accused], list[dict[str, Any]]]]) -> Tally:
    tally = Tally()
    for found, wanted in rows:
        units, gold = {one.unit for one in found} - {""}, {one["unit"] for one in wanted} - {""}
        tally.hits += sum(any(unit in one or one in unit for unit in units) for one in gold)
        tally.found += len(units)
        tally.wanted += len(gold)
    return tally
