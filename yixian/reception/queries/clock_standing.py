"""How the running clocks stand, term by term: the sweep over all of them."""

from collections import Counter
from datetime import date

from django.db.models import Count

from yixian.protection.officer import Officer
from yixian.reception.queries.clocks import clocks_due
from yixian.regulations.alerts import AlertGrade, grade


def clock_standing(officer: Officer, on: date) -> dict[str, Counter[AlertGrade]]:
    """Term → how many of the officer's running clocks stand in each grade.

    The grade depends on the first and the last day alone, so a million clocks are graded by some thousands of
    pairs of days, and nothing of what was computed overnight can be stale.
    """
    days = clocks_due(officer).order_by().values("due_on", "term_key", "started_on")
    found: dict[str, Counter[AlertGrade]] = {}
    for row in days.annotate(clocks=Count("pk")).order_by("due_on", "term_key", "started_on"):
        graded = found.setdefault(row["term_key"], Counter())
        graded[grade(row["started_on"], row["due_on"], on)] += row["clocks"]
    return found
