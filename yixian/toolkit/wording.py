"""Dates and numbers as the office writes them: 2026年3月12日 (星期四), 4,326, 25.6%."""

from datetime import date, datetime

from django.utils.timezone import is_aware, localtime

WEEKDAYS = "一二三四五六日"


def _local(value: datetime) -> datetime:
    return localtime(value) if is_aware(value) else value


def _day(value: date | datetime) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


def cn_date(value: date | datetime | None) -> str:
    """2026年3月12日; an empty value gives an empty string."""
    if not value:
        return ""
    day = _day(value)
    return f"{day.year}年{day.month}月{day.day}日"


def cn_date_long(value: date | datetime | None) -> str:
    """2026年3月12日 (星期四)."""
    return f"{cn_date(value)} (星期{WEEKDAYS[_day(value).weekday()]})" if value else ""


def cn_date_short(value: date | datetime | None) -> str:
    """3月12日, for tables whose year is plain from the context."""
    return f"{_day(value).month}月{_day(value).day}日" if value else ""


def cn_date_near(value: date | datetime | None, on: date) -> str:
    """3月12日 within the year of ``on``; a day of any other year is said with its year, lest it seem to come."""
    if not value:
        return ""
    return cn_date_short(value) if _day(value).year == on.year else cn_date(value)


def cn_time(value: datetime | None) -> str:
    """2026年3月12日 9:05, in the office's own time."""
    if not value:
        return ""
    local = _local(value)
    return f"{cn_date(local)} {local.hour}:{local.minute:02d}"


def thousands(value: int | float | None) -> str:
    """4,326; nothing known is a dash."""
    return "—" if value is None else f"{value:,}"


def percent(value: float | None, places: int = 1) -> str:
    """0.256 → 25.6%; nothing known is a dash."""
    return "—" if value is None else f"{value * 100:.{places}f}%"
