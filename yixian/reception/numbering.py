"""Taking a number: one after the other within an organ, a year and a series, with no gap and no double.

The series' row is locked until the caller's transaction ends; a number taken by work that fails goes back.
SQLite serialises writers by itself (IMMEDIATE), PostgreSQL by the row lock.
"""

from datetime import date

from django.db import transaction

from yixian.reception.enums import Series
from yixian.reception.models import NumberSeries
from yixian.roster.queries import organ_of
from yixian.toolkit.numbering import PaperNumber


def next_number(*, organ_id: int, series: str, year: int) -> int:
    """The next number of the series, inside the transaction of the row that bears it. Later work names its own."""
    with transaction.atomic():
        row, _ = NumberSeries.objects.get_or_create(organ_id=organ_id, year=year, series=series)
        locked = NumberSeries.objects.select_for_update().get(pk=row.pk)
        locked.last += 1
        locked.save(update_fields=["last"])
    return locked.last


def next_report_number(organ_id: int, on: date) -> str:
    """2026-0012: by the year of registration."""
    return f"{on.year}-{next_number(organ_id=organ_id, series=Series.REPORT, year=on.year):04d}"


def next_paper_number(organ_id: int, on: date) -> str:
    """青纪信〔2026〕12号: the organ's stem, the year, the number."""
    number = next_number(organ_id=organ_id, series=Series.NOTICE, year=on.year)
    return str(PaperNumber(organ_of(organ_id).short_name, on.year, number))
