"""Days that are known to the day, to the month or only to the year, as old facts and old rules are."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
SPOKEN = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")


class NotARoughDay(ValueError):
    """What was written is no day, month or year, with a Chinese sentence."""


@dataclass(frozen=True, slots=True)
class RoughDay:
    """From the first day that it can be to the last; both the same for a day."""

    first: date
    last: date
    written: str

    def __str__(self) -> str:
        """1998年, 1998年5月, 1998年5月3日."""
        parts = [str(int(each)) for each in self.written.split("-")]
        return "".join(f"{each}{unit}" for each, unit in zip(parts, "年月日", strict=False))

    @property
    def is_a_day(self) -> bool:
        return self.first == self.last


def parse_rough_day(text: str) -> RoughDay:
    """1998, 1998-05, 1998-05-03, or the same with 年月日."""
    plain = text.strip()
    found = WRITTEN.fullmatch(plain) or SPOKEN.fullmatch(plain)
    if found is None:
        raise NotARoughDay("日期写成 1998、1998-05 或者 1998-05-03，知道到哪里就写到哪里。")
    year, month, day = (int(each) if each else 0 for each in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise NotARoughDay(f"没有“{plain}”这一天，请核对。") from None
    return RoughDay(first, _last(first, month, day), _written(year, month, day))


def _last(first: date, month: int, day: int) -> date:
    if day:
        return first
    if month:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first.replace(month=12, day=31)


def _written(year: int, month: int, day: int) -> str:
    return "-".join([f"{year:04d}", *(f"{each:02d}" for each in (month, day) if each)])
