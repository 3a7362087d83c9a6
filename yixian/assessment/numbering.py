"""Numbers of matters: one after the other within an organ and a year."""

from datetime import date

from yixian.reception.numbering import next_number

SERIES = "matter"


def next_matter_number(organ_id: int, on: date) -> str:
    """事2026-0012, by the year in which the matter was opened."""
    return f"事{on.year}-{next_number(organ_id=organ_id, series=SERIES, year=on.year):04d}"
