"""A date by which something must be done, ready to be shown: the words, the grade, and why that day.

The counting itself is done once, in ``regulations``, by the action that saw the event. This is only
what a screen needs to say it: how much is left, in which unit, and on what ground.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

GRADES = {
    "met": "已按时完成",
    "paused": "已中止计时",
    "early": "期限内",
    "near": "临近到期",
    "due": "今日到期",
    "late": "已超期",
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """``left`` is counted in ``unit`` from today to ``on``: 0 is today, negative is past.

    ``term``, ``article`` and ``basis`` are shown when asked why; ``holidays`` are the days skipped.
    """

    on: date
    left: int
    unit: str = "个工作日"
    near: bool = False
    paused: bool = False
    met_on: date | None = None
    provisional: bool = False
    term: str = ""
    article: str = ""
    basis: str = ""
    holidays: Sequence[str] = ()

    @property
    def grade(self) -> str:
        """Which of GRADES; what is met or paused no longer presses."""
        if self.met_on:
            return "met"
        if self.paused:
            return "paused"
        if self.left < 0:
            return "late"
        if self.left == 0:
            return "due"
        return "near" if self.near else "early"

    @property
    def words(self) -> str:
        """还有 5 个工作日 / 今天到期 / 已超期 3 个工作日."""
        if self.met_on:
            late = "（逾期）" if self.met_on > self.on else ""
            return f"{self.met_on.month}月{self.met_on.day}日已完成{late}"
        return GRADES["paused"] if self.paused else remaining(self.left, self.unit)

    @property
    def grounds(self) -> list[tuple[str, str]]:
        """What the tooltip lists, in reading order, leaving out what is not known."""
        rows = [("期限", self.term), ("依据", self.article), ("计算", self.basis)]
        rows.append(("已扣除", "、".join(self.holidays)))
        rows.append(("说明", "次年放假安排尚未公布，此日期为暂定" if self.provisional else ""))
        return [row for row in rows if row[1]]


def remaining(left: int, unit: str = "个工作日") -> str:
    """How much is left, in words."""
    if left == 0:
        return "今天到期"
    return f"还有 {left} {unit}" if left > 0 else f"已超期 {-left} {unit}"
