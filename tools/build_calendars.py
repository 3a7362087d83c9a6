"""Write yixian/regulations/calendars/YYYY.csv from the well-kept package ``holidays`` (decision 0002).

    python tools/build_calendars.py 2020 2026

Run it when a new release of ``holidays`` knows a further year's notice; the tests then compare every day of
every file with ``holidays`` and ``chinesecalendar``.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

import holidays

from yixian.regulations.calendar_file import FESTIVALS, CalendarYear, render_year

FOLDER = Path(__file__).resolve().parent.parent / "yixian" / "regulations" / "calendars"
NEARBY = sorted(range(-10, 11), key=abs)


def arrange(year: int) -> CalendarYear:
    """The weekdays off, the named days, and the worked weekend days of one year."""
    china = holidays.country_holidays("CN", years=range(year - 1, year + 2), language="zh_CN")
    off = [day for day in sorted(china) if day.year == year]
    worked = [day for day in sorted(china.weekend_workdays) if day.year == year]
    return CalendarYear(
        year,
        {day: festival(china, day) for day in off},
        {day: made_up_for(china, day) for day in worked},
    )


def festival(china: holidays.HolidayBase, day: date) -> str:
    """The festival of a day off: its own name, else that of the nearest named day of the same holiday."""
    for offset in NEARBY:
        name = china.get(day + timedelta(days=offset), "")
        names = [each for each in FESTIVALS if each in name or (each == "春节" and "除夕" in name)]
        if names:
            return "、".join(names)
    raise SystemExit(f"{day}: no festival nearby")


def made_up_for(china: holidays.HolidayBase, worked: date) -> str:
    """The festival of the day off for which this weekend day is worked."""
    written = f"{worked:%Y-%m-%d}"
    for day in sorted(china):
        if written in china[day]:
            return festival(china, day)
    return festival(china, worked)


def main(first: int, last: int) -> None:
    for year in range(first, last + 1):
        (FOLDER / f"{year}.csv").write_text(render_year(arrange(year)), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
