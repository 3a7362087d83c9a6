"""联席会诊: quarters, who makes a meeting able to decide, and the months in which a duty is asked after.

No national rule says how many must be there. Half of those invited, with whoever presides, is what ordinary
meetings of a township's bodies ask for; the office's own rules of procedure may ask for more. Standard library only.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from yixian.regulations.articles import Article, Grade, Instrument, chinese_number

CONSULTATION = Article(Instrument.LOCAL_PRACTICE, 0, Grade.UNVERIFIED)
"""每季度会同综治办等单位联席会诊，逐项提出意见、定任务、定期限，按月跟踪到办结。"""
QUORUM = Fraction(1, 2)
"""Of those invited, so many at least must be there."""
MONTHS = 3
"""In a quarter."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """``first`` and ``last`` are its days."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    @property
    def last(self) -> date:
        return next_month(date(self.year, self.number * MONTHS, 1)) - timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.year}年第{chinese_number(self.number)}季度"


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def is_quorate(*, invited: int, present: int, headed: bool) -> bool:
    """Half of those invited, and whoever presides or the deputy among them."""
    return headed and invited > 0 and present >= QUORUM * invited


def quorum_sentence() -> str:
    return "应到单位过半数到会（含半数），并且主持人或者副主持人到会，方可会诊"


def next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def months_to_follow(decided_on: date, on: date) -> list[date]:
    """The first day of each month in which a duty is asked after: from the month after the decision to this one."""
    month, months = next_month(decided_on.replace(day=1)), []
    while month <= on:
        months.append(month)
        month = next_month(month)
    return months
