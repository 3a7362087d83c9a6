"""A year's arrangement of holidays (年度节假日安排) as a small text that staff can write.

One line a day or a span: ``2027-02-05至2027-02-11,放假,春节`` or ``2027-02-14,上班,春节``. Blank lines,
lines that begin with # and the heading are passed over; the comma may be Chinese. Everything wrong is
told at once, by line. The State Council's notice itself may be pasted instead (``calendar_notice``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from yixian.regulations.calendar_notice import arrangements, notice_year

REST, WORK = "放假", "上班"
FESTIVALS = ("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节")
HEADING = "日期,安排,名称"
LONGEST_SPAN = 15
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The days off and the worked Saturdays and Sundays of one year's notice, each with its holiday's name.

    A notice may reach back into the December before (元旦), never beyond its own year.
    """

    year: int
    rest_days: Mapping[date, str]
    work_days: Mapping[date, str]


class CalendarYearInvalid(ValueError):
    """A yearly file that cannot be used; ``problems`` holds one Chinese sentence for each fault."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Line:
    """One arrangement as read: its line number, its days, 放假 or 上班, and the holiday."""

    number: int
    days: tuple[date, ...]
    arrangement: str
    holiday: str


def parse_year(text: str) -> CalendarYear:
    """The year that the text arranges; ``CalendarYearInvalid`` names every line at fault."""
    lines, problems = read_lines(text)
    if not lines and not problems:
        raise CalendarYearInvalid(["文件中没有任何节假日安排"])
    problems += faults(lines)
    if problems:
        raise CalendarYearInvalid(problems)
    return CalendarYear(year_of(lines), days_arranged(lines, REST), days_arranged(lines, WORK))


def render_year(year: CalendarYear) -> str:
    """The same year as text, one line a day, in order: what the shipped files hold."""
    arranged = [(day, REST, name) for day, name in year.rest_days.items()]
    arranged += [(day, WORK, name) for day, name in year.work_days.items()]
    rows = [f"{day.isoformat()},{arrangement},{name}" for day, arrangement, name in sorted(arranged)]
    return "\n".join([f"# {year.year}年节假日安排", HEADING, *rows]) + "\n"


def read_lines(text: str) -> tuple[list[Line], list[str]]:
    """The lines that could be read, and a sentence for each that could not."""
    lines: list[Line] = []
    problems: list[str] = []
    year = notice_year(text)
    for number, raw in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        try:
            entries = arrangements(raw, year) if year else written(raw)
            lines += [read_line(number, entry) for entry in entries]
        except ValueError as fault:
            problems.append(f"第{number}行：{fault}")
    return lines, problems


def written(raw: str) -> list[str]:
    """The line itself, with Chinese commas made plain; nothing for blanks, comments and the heading."""
    bare = raw.strip().replace("，", ",")
    return [] if not bare or bare.startswith("#") or bare == HEADING else [bare]


def read_line(number: int, bare: str) -> Line:
    cells = [cell.strip() for cell in bare.split(",")]
    if len(cells) != 3 or not all(cells):
        raise ValueError(f"应当是“日期,{REST}或{WORK},节日名称”三项，现在是“{bare}”")
    if cells[1] not in (REST, WORK):
        raise ValueError(f"安排只能写“{REST}”或“{WORK}”，现在是“{cells[1]}”")
    return Line(number, read_span(cells[0]), cells[1], cells[2])


def read_span(cell: str) -> tuple[date, ...]:
    """One day, or all days of a span written with 至."""
    first, _, last = cell.partition("至")
    start = read_day(first)
    end = read_day(last) if last else start
    length = (end - start).days + 1
    if not 1 <= length <= LONGEST_SPAN:
        raise ValueError(f"“{cell}”的起止日期不合理")
    return tuple(start + timedelta(days=offset) for offset in range(length))


def read_day(cell: str) -> date:
    found = DAY.fullmatch(cell.strip())
    if not found:
        raise ValueError(f"看不懂日期“{cell.strip()}”，请写成 2027-01-01 的样子")
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"没有“{cell.strip()}”这一天") from None


def year_of(lines: list[Line]) -> int:
    """The year that the notice is for: the latest that it names, since it may begin in December before."""
    return max(day.year for line in lines for day in line.days)


def days_arranged(lines: list[Line], arrangement: str) -> dict[date, str]:
    chosen = [line for line in lines if line.arrangement == arrangement]
    return dict(sorted((day, line.holiday) for line in chosen for day in line.days))


def faults(lines: list[Line]) -> list[str]:
    """What is wrong with the year as a whole: strange years, weekdays, double days, missing festivals."""
    if not lines:
        return []
    year = year_of(lines)
    problems = [fault for line in lines for fault in line_faults(line, year)]
    return problems + double_days(lines) + missing_festivals(lines)


def line_faults(line: Line, year: int) -> list[str]:
    found = []
    for day in line.days:
        if day.year != year and (day.year, day.month) != (year - 1, 12):
            found.append(f"第{line.number}行：{day.isoformat()}不属于{year}年的安排")
        if line.arrangement == WORK and day.weekday() < 5:
            found.append(f"第{line.number}行：{day.isoformat()}不是星期六或者星期日，不用写“{WORK}”")
    return found


def double_days(lines: list[Line]) -> list[str]:
    seen: dict[date, int] = {}
    found = []
    for line in lines:
        for day in line.days:
            if day in seen:
                found.append(f"第{line.number}行：{day.isoformat()}与第{seen[day]}行重复")
            seen.setdefault(day, line.number)
    return found


def missing_festivals(lines: list[Line]) -> list[str]:
    named = "、".join(line.holiday for line in lines if line.arrangement == REST)
    missing = [festival for festival in FESTIVALS if festival not in named]
    return [f"缺少{'、'.join(missing)}的放假安排"] if missing else []
