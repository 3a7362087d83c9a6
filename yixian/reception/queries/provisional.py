"""Clocks whose last day leans on a year that had no notice when they began."""

from django.db.models import Count
from django.db.models.functions import ExtractYear

from yixian.protection.officer import Officer
from yixian.reception.models import Clock


def provisional_years(officer: Officer) -> dict[int, int]:
    """Year → how many running clocks of the office end there, as computed and never changed by approval."""
    waiting = Clock.objects.filter(
        organ_id=officer.organ_id, provisional=True, met_on__isnull=True, extended=0, changes__isnull=True
    )
    counted = waiting.order_by().annotate(year=ExtractYear("due_on")).values("year")
    return {row["year"]: row["clocks"] for row in counted.annotate(clocks=Count("pk")).order_by("year")}
