"""Invented reports, one line each."""

import datetime as dt

from yixian.insight.figures import FigureRow, Period

HALF_YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 6, 30))


def row(id, day="2026-03-01", **said):
    return FigureRow(id=str(id), received_on=dt.date.fromisoformat(day) if day else None, **said)


def day(text):
    return dt.date.fromisoformat(text)
