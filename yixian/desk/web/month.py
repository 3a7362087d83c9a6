"""A month in an address: ``?month=2026-03``, with the months beside it. What cannot be read is this month."""

from dataclasses import dataclass
from datetime import date, timedelta

from yixian.reception.duty import month_of

EARLIEST, LATEST = 2000, 2100
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Month:
    first: date
    last: date

    @classmethod
    def read(cls, typed: str, on: date) -> "Month":
        try:
            day = date.fromisoformat(f"{typed}-01")
        except ValueError:
            day = on
        return cls(*month_of(day if EARLIEST <= day.year <= LATEST else on))

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def label(self) -> str:
        return f"{self.first.year}年{self.first.month}月"

    @property
    def before(self) -> str:
        return f"{self.first - ONE_DAY:%Y-%m}"

    @property
    def after(self) -> str:
        return f"{self.last + ONE_DAY:%Y-%m}"

    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday, with the days of the neighbouring months at both ends."""
        start = self.first - timedelta(days=self.first.weekday())
        count = (self.last - start).days // 7 + 1
        return [[start + timedelta(days=7 * week + day) for day in range(7)] for week in range(count)]
