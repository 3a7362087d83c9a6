"""How hot a matter is, by a stated formula, and why it ranks where it does.

Heat counts people before papers: ten reporters once outweigh one reporter ten times (which also keeps a
single sender from making a matter hot). Support votes count by their logarithm, because one popular page
can draw two thousand clicks. What is spread over a longer time has lasted; what is dense is urgent; half
the count rests on each.

    heat = 3·ln(1 + reporters) + 1·ln(1 + reports) + 0.5·ln(1 + supporters)
         + 0.5·ln(1 + days from first to last / 30) + 0.5·ln(1 + reports in the densest 30 days)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p

WINDOW = 30  # days


@dataclass(frozen=True, slots=True)
class Report:
    """What heat needs of one report; an unknown sender counts as a reporter of its own."""

    id: str
    sender: str | None = None
    received_on: date | None = None
    supporters: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One term of the formula."""

    label: str
    count: float
    points: float


@dataclass(frozen=True, slots=True)
class Heat:
    """A matter's place in the ranking (1 is hottest) and the terms that put it there."""

    matter: str
    rank: int
    heat: float
    parts: tuple[Part, ...]
    first_on: date | None
    last_on: date | None

    @property
    def explanation(self) -> str:
        """One Chinese line for the screen and the report."""
        told = "，".join(f"{part.label}{part.count:g}（{part.points:.2f}分）" for part in self.parts)
        return f"热度{self.heat:.2f}：{told}"


def parts(reports: Sequence[Report]) -> tuple[Part, ...]:
    """The terms of the formula for the reports of one matter."""
    days = sorted(report.received_on for report in reports if report.received_on is not None)
    counts: list[tuple[str, float, float]] = [
        ("反映人数", _reporters(reports), 3.0),
        ("反映件数", len(reports), 1.0),
        ("支持数", sum(max(report.supporters, 0) for report in reports), 0.5),
        ("持续月数", round(_span(days) / WINDOW, 1), 0.5),
        ("三十日内最多件数", _densest(days), 0.5),
    ]
    return tuple(Part(label, count, round(weight * log1p(count), 4)) for label, count, weight in counts)


def rank(reports: Iterable[Report], matter_of: Mapping[str, str]) -> list[Heat]:
    """Every matter, hottest first; equal heat goes by the later last report, then by the matter's name."""
    members: dict[str, list[Report]] = {}
    for report in reports:
        members.setdefault(matter_of[report.id], []).append(report)
    heats = sorted((_heat(matter, inside) for matter, inside in members.items()), key=_order)
    return [
        Heat(one.matter, place, one.heat, one.parts, one.first_on, one.last_on)
        for place, one in enumerate(heats, start=1)
    ]


def _heat(matter: str, reports: Sequence[Report]) -> Heat:
    terms = parts(reports)
    days = [report.received_on for report in reports if report.received_on is not None]
    heat = round(sum(part.points for part in terms), 4)
    return Heat(matter, 0, heat, terms, min(days, default=None), max(days, default=None))


def _order(one: Heat) -> tuple[float, int, str]:
    return -one.heat, -(one.last_on.toordinal() if one.last_on else 0), one.matter


def _reporters(reports: Sequence[Report]) -> int:
    known = {report.sender for report in reports if report.sender}
    return len(known) + sum(1 for report in reports if not report.sender)


def _span(days: Sequence[date]) -> int:
    return (days[-1] - days[0]).days if days else 0


def _densest(days: Sequence[date]) -> int:
    """The most reports within any WINDOW days, by two fingers over the sorted days."""
    most = start = 0
    for end, day in enumerate(days):
        while (day - days[start]).days >= WINDOW:
            start += 1
        most = max(most, end - start + 1)
    return most
