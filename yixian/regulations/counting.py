"""The counting of a due date in one Chinese sentence, with the rest days that were passed over."""

from datetime import date

from yixian.regulations.calendar import WorkingCalendar
from yixian.regulations.civil_code import FIRST_DAY, LAST_DAY, first_counted_day
from yixian.regulations.limits import Term, Unit


def basis_of(term: Term, event_on: date, end: date, on: date, calendar: WorkingCalendar) -> str:
    """How the end was reached: from which day, how long, what was skipped, moved or unsure."""
    parts = [opening(term, event_on), skipped(term, event_on, end, calendar), closing(end, on, calendar)]
    doubt = provisional_note(event_on, on, calendar)
    return "，".join(part for part in parts if part) + f"（{term.source.cite()}）" + doubt + "。"


def opening(term: Term, event_on: date) -> str:
    """当日不计入 is 民法典 201."""
    return (
        f"{written(event_on)}（{term.counted_from}）当日不计入（参照{FIRST_DAY.cite()}），"
        f"自{written(first_counted_day(event_on))}起算{term.span}"
    )


def skipped(term: Term, event_on: date, end: date, calendar: WorkingCalendar) -> str:
    """Only a working-day term skips: rest days by their holidays, and the weekend days worked."""
    if term.unit is not Unit.WORKING_DAY:
        return ""
    first = first_counted_day(event_on)
    rest = (end - event_on).days - calendar.working_days_between(event_on, end)
    worked = [f"{day.month}月{day.day}日" for day, _ in calendar.made_up_between(first, end)]
    text = f"其间休息日{rest}天不计{including(calendar.holidays_between(first, end))}"
    return text + (f"，调休上班的{'、'.join(worked)}计入" if worked else "")


def closing(end: date, on: date, calendar: WorkingCalendar) -> str:
    if end == on:
        return f"于{written(on)}届满"
    why = calendar.holiday(end) or "周末"
    return f"于{written(end)}届满，该日为{why}休息日，顺延至{written(on)}（参照{LAST_DAY.cite()}）"


def including(holidays: list[tuple[date, str]]) -> str:
    names = list(dict.fromkeys(name for _, name in holidays))
    return f"（含{'、'.join(names)}假期）" if names else ""


def provisional_note(event_on: date, on: date, calendar: WorkingCalendar) -> str:
    unknown = [year for year in range(event_on.year, on.year + 1) if not calendar.is_published(year)]
    if not unknown:
        return ""
    years = "、".join(f"{year}年" for year in unknown)
    return f"；{years}节假日安排尚未公布或者录入，暂按周末和固定日期的法定节日推算"


def written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
