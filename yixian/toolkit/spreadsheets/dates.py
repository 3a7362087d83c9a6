"""Dates as offices write them. What is ambiguous or incomplete is not guessed: the answer is None."""

import datetime as dt
import re
import unicodedata

from yixian.toolkit.spreadsheets.book import Cell

_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(10_959, 73_416)
"""Excel serial days for 1930 to 2100; a number outside is not a date."""
_YEARS = range(1930, 2101)

_YEAR_FIRST = re.compile(
    r"(\d{4})\s*(?:[年/.．\-—－–]|\s)\s*(\d{1,2})\s*(?:[月/.．\-—－–]|\s)\s*(\d{1,2})\s*[日号]?(?!\d)"
)
_YEAR_LAST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(?!\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_DATE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?"
)


def read_day(value: Cell | None) -> dt.date | None:
    """The day a cell names, or None: from a date cell, a serial number or text in a usual form."""
    if isinstance(value, dt.datetime):
        return _within(value.date())
    if isinstance(value, dt.date):
        return _within(value)
    if isinstance(value, bool) or value is None or isinstance(value, dt.time | dt.timedelta):
        return None
    if isinstance(value, float | int):
        return _from_number(value)
    return _from_text(unicodedata.normalize("NFKC", value).strip())


def _within(day: dt.date) -> dt.date | None:
    return day if day.year in _YEARS else None


def _from_number(value: float | int) -> dt.date | None:
    whole = int(value)
    if whole in _SERIALS:
        return _EPOCH + dt.timedelta(days=whole)
    return _from_text(str(whole))


def _from_text(text: str) -> dt.date | None:
    if match := _YEAR_FIRST.match(text) or _COMPACT.match(text):
        return _day(match[1], match[2], match[3])
    if match := _YEAR_LAST.match(text):
        return _year_last(match)
    if match := _HAN_DATE.match(text):
        return _day(match[1].translate(_HAN), _han_number(match[2]), _han_number(match[3]))
    if match := _SERIAL.fullmatch(text):
        return _from_number(int(match[1])) if int(match[1]) in _SERIALS else None
    return None


def _year_last(match: re.Match[str]) -> dt.date | None:
    """3/15/2026 and 15/3/2026 have one reading; 3/4/2026 has two and is refused."""
    readings = {_day(match[3], match[1], match[2]), _day(match[3], match[2], match[1])} - {None}
    return readings.pop() if len(readings) == 1 else None


def _han_number(text: str) -> str:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return text.translate(_HAN)
    return (tens.translate(_HAN) or "1") + (ones.translate(_HAN) or "0")


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        return _within(dt.date(int(year), int(month), int(day)))
    except ValueError:
        return None
