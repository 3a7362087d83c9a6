"""Taking a number: one after the other within an organ, a year and a series, with no gap and no double.

The series' row is locked until the caller's transaction ends; a number taken by work that fails goes back.
SQLite serialises writers by itself (IMMEDIATE), PostgreSQL by the row lock.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yixian.reception.enums import Series
from yixian.reception.models import NumberSeries
from yixian.roster.queries import organ_of
from yixian.toolkit.numbering import PaperNumber

BOX_STEM = "开箱"


def next_number(*, organ_id: int, series: str, year: int) -> int:
    """The next number of the series, inside the transaction of the row that bears it. Later work names its own."""
    with transaction.atomic():
        row, _ = NumberSeries.objects.get_or_create(organ_id=organ_id, year=year, series=series)
        locked = NumberSeries.objects.select_for_update().get(pk=row.pk)
        locked.last += 1
        locked.save(update_fields=["last"])
    return locked.last


def report_number(year: int, serial: int) -> str:
    """2026-0012."""
    return f"{year}-{serial:04d}"


def years_of_reports(organ_id: int) -> list[int]:
    """The years in which this organ has given numbers to reports."""
    series = NumberSeries.objects.filter(organ_id=organ_id, series=Series.REPORT)
    return list(series.order_by("year").values_list("year", flat=True))


def next_report_number(organ_id: int, on: date) -> str:
    """By the year of registration."""
    return report_number(on.year, next_number(organ_id=organ_id, series=Series.REPORT, year=on.year))


def next_numbers(*, organ_id: int, series: str, years: Sequence[int]) -> list[int]:
    """A number for each of these years, each following what its year already has, in the order given."""
    last = {year: _moved_on(organ_id, series, year, years.count(year)) for year in sorted(set(years))}
    numbers = []
    for year in years:
        last[year] += 1
        numbers.append(last[year])
    return numbers


def _moved_on(organ_id: int, series: str, year: int, more: int) -> int:
    """The last number given so far; the series is moved on by as many as are taken now."""
    with transaction.atomic():
        row, _ = NumberSeries.objects.get_or_create(organ_id=organ_id, year=year, series=series)
        locked = NumberSeries.objects.select_for_update().get(pk=row.pk)
        before = locked.last
        locked.last += more
        locked.save(update_fields=["last"])
    return before


def next_report_numbers(organ_id: int, days: Sequence[date]) -> list[str]:
    """A report's number for each day of registration: what is imported of 2024 follows the numbers of 2024."""
    years = [day.year for day in days]
    numbers = next_numbers(organ_id=organ_id, series=Series.REPORT, years=years)
    return [report_number(year, number) for year, number in zip(years, numbers, strict=True)]


def next_paper_number(organ_id: int, on: date) -> str:
    """青纪信〔2026〕12号: the organ's stem, the year, the number."""
    number = next_number(organ_id=organ_id, series=Series.NOTICE, year=on.year)
    return str(PaperNumber(organ_of(organ_id).short_name, on.year, number))


def next_supervision_number(organ_id: int, on: date) -> str:
    """云纪信督〔2026〕3号: 督办 and 催办 have a series of their own."""
    number = next_number(organ_id=organ_id, series=Series.PRESSING, year=on.year)
    return str(PaperNumber(f"{organ_of(organ_id).short_name}督", on.year, number))


def next_inquiry_number(organ_id: int, on: date) -> str:
    """青纪函询〔2026〕1号: the organ's stem without its 信, and a series of its own."""
    number = next_number(organ_id=organ_id, series=Series.INQUIRY, year=on.year)
    return str(PaperNumber(f"{organ_of(organ_id).short_name.removesuffix('信')}函询", on.year, number))


def next_box_number(organ_id: int, on: date) -> str:
    """开箱〔2026〕3号: a record that stays in the office has its own series."""
    return str(
        PaperNumber(BOX_STEM, on.year, next_number(organ_id=organ_id, series=Series.BOX, year=on.year))
    )
