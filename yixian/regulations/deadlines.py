"""Due dates: computed once, by the action that sees the event, and stored with the term's key.

The counting is written out in one Chinese sentence, so that a clerk can check it on a wall calendar.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from yixian.regulations.alerts import AlertGrade, grade
from yixian.regulations.calendar import WorkingCalendar
from yixian.regulations.civil_code import end_by_days, end_by_months
from yixian.regulations.counting import basis_of, written
from yixian.regulations.limits import Term, Unit

__all__ = [
    "AlertGrade",
    "DueDate",
    "ExtensionRefused",
    "due",
    "extend",
    "grade",
    "suspend",
    "working_days_left",
]


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last day, whether a year without its notice was leant on, by which term, and how it was counted."""

    on: date
    provisional: bool
    term_key: str
    basis: str


class ExtensionRefused(ValueError):
    """An extension that the article does not give; the message quotes it."""


def due(term: Term, event_on: date, calendar: WorkingCalendar) -> DueDate:
    """The last day of the term. The event's own day is not counted; an end on a rest day moves on."""
    end = end_of(term.length, term.unit, event_on, calendar)
    on = calendar.next_working_day(end)
    provisional = calendar.is_provisional(event_on, on)
    return DueDate(on, provisional, term.key, basis_of(term, event_on, end, on, calendar))


def end_of(length: int, unit: Unit, event_on: date, calendar: WorkingCalendar) -> date:
    """The end by plain counting, before a rest day moves it (民法典 201, 202)."""
    if unit is Unit.WORKING_DAY:
        return calendar.add_working_days(event_on, length)
    if unit is Unit.CALENDAR_DAY:
        return end_by_days(event_on, length)
    return end_by_months(event_on, length)


def extend(
    current: DueDate,
    term: Term,
    calendar: WorkingCalendar,
    *,
    extended_before: int = 0,
    until: date | None = None,
) -> DueDate:
    """The due date after one more approved extension, counted from the current due date.

    ``until`` is the approved day: required where the article sets no figure, and where it sets one, a
    day within it (less than the longest extension).
    """
    longest = longest_extension(current, term, calendar, extended_before)
    if until is None and longest is None:
        raise ExtensionRefused(f"“{term.name}”延长没有固定期限，请填写批准的届满日（{term.source.cite()}）")
    chosen = until or longest
    if chosen is None or chosen <= current.on:
        raise ExtensionRefused(f"延长后的届满日应当晚于原届满日{written(current.on)}")
    if longest is not None and chosen > longest:
        raise ExtensionRefused(f"“{term.name}”最迟可以延长至{written(longest)}（{term.source.cite()}）")
    on = calendar.next_working_day(chosen)
    basis = f"{current.basis}经批准延长，届满日由{written(current.on)}改为{written(on)}。"
    return DueDate(on, current.provisional or calendar.is_provisional(current.on, on), term.key, basis)


def longest_extension(
    current: DueDate, term: Term, calendar: WorkingCalendar, extended_before: int
) -> date | None:
    """The latest day that an extension may reach; None where the article leaves it to the approval."""
    allowed = term.extension
    if allowed is None:
        raise ExtensionRefused(f"“{term.name}”没有延长的规定（{term.source.cite()}）")
    if extended_before >= allowed.times:
        raise ExtensionRefused(f"“{term.name}”只能延长{allowed.times}次，已经延长过（{term.source.cite()}）")
    if allowed.length is None:
        return None
    return calendar.next_working_day(end_of(allowed.length, allowed.unit, current.on, calendar))


def suspend(
    current: DueDate, term: Term, calendar: WorkingCalendar, *, stopped_on: date, resumed_on: date
) -> DueDate:
    """The due date after a stop: days from the one it stopped on, up to the day before it resumed, are
    not counted.

    A working-day term gets back the working days of the stop, any other the calendar days.
    """
    if resumed_on <= stopped_on:
        raise ValueError("恢复计算的日期应当晚于停止计算的日期")
    eve, last = stopped_on - timedelta(days=1), resumed_on - timedelta(days=1)
    if term.unit is Unit.WORKING_DAY:
        stopped = calendar.working_days_between(eve, last)
        on = calendar.add_working_days(current.on, stopped)
    else:
        stopped = (resumed_on - stopped_on).days
        on = calendar.next_working_day(current.on + timedelta(days=stopped))
    unit = Unit.WORKING_DAY if term.unit is Unit.WORKING_DAY else Unit.CALENDAR_DAY
    basis = (
        f"{current.basis}自{written(stopped_on)}起停止计算，{written(resumed_on)}恢复，"
        f"不计入{stopped}{unit.label}，届满日改为{written(on)}。"
    )
    return DueDate(on, current.provisional or calendar.is_provisional(current.on, on), term.key, basis)


def working_days_left(today: date, due_on: date, calendar: WorkingCalendar) -> int:
    """Working days after today up to the due date; negative once it has passed."""
    if today <= due_on:
        return calendar.working_days_between(today, due_on)
    return -calendar.working_days_between(due_on, today)
