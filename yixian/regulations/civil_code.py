"""民法典 200–203 (A, applied by analogy): how a period is counted, in whole days."""

import calendar
from datetime import date, timedelta

from yixian.regulations.articles import Article, Grade, Instrument

GREGORIAN = Article(Instrument.CIVIL_CODE, 200, Grade.OFFICIAL)
FIRST_DAY = Article(Instrument.CIVIL_CODE, 201, Grade.OFFICIAL)
CORRESPONDING_DAY = Article(Instrument.CIVIL_CODE, 202, Grade.OFFICIAL)
LAST_DAY = Article(Instrument.CIVIL_CODE, 203, Grade.OFFICIAL)


def first_counted_day(event_on: date) -> date:
    """第二百零一条 (A): the day of the event is not counted; counting begins on the next day."""
    return event_on + timedelta(days=1)


def end_by_days(event_on: date, days: int) -> date:
    """第二百零一条 (A): the last of ``days`` days, the first being the day after the event."""
    return event_on + timedelta(days=days)


def end_by_months(event_on: date, months: int) -> date:
    """第二百零二条 (A): the corresponding day of the last month, or else its last day."""
    years, month = divmod(event_on.month - 1 + months, 12)
    year, month = event_on.year + years, month + 1
    return date(year, month, min(event_on.day, calendar.monthrange(year, month)[1]))
