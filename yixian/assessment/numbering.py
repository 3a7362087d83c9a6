"""Numbers of matters: one after the other within an organ and a year."""

from collections.abc import Sequence
from datetime import date

from yixian.reception.numbering import next_number, next_numbers

SERIES = "matter"


def next_matter_number(organ_id: int, on: date) -> str:
    """事2026-0012, by the year in which the matter was opened."""
    return f"事{on.year}-{next_number(organ_id=organ_id, series=SERIES, year=on.year):04d}"


def next_matter_numbers(organ_id: int, days: Sequence[date]) -> list[str]:
    """The same for very many at once, by the day on which each was opened."""
    years = [day.year for day in days]
    numbers = next_numbers(organ_id=organ_id, series=SERIES, years=years)
    return [f"事{year}-{number:04d}" for year, number in zip(years, numbers, strict=True)]
