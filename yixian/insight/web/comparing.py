"""同比 and 环比 as the page says them; a period that the records do not reach back to is said to be so."""

from dataclasses import dataclass

from yixian.insight.figures import BasicFacts
from yixian.insight.figures.counting import Change


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison: its name, ↑3.2%, and with how many it was compared."""

    label: str
    words: str
    note: str


def changes(basics: BasicFacts) -> list[Compared]:
    return [_compared("同比", basics.year_before), _compared("环比", basics.before)]


def _compared(label: str, change: Change) -> Compared:
    if change.then is None:
        return Compared(label, "—", "没有当时的记录")
    if change.ratio is None:
        return Compared(label, "—", "当时没有收件")
    arrow = "↑" if change.ratio > 0 else "↓" if change.ratio < 0 else "→"
    return Compared(label, f"{arrow}{abs(change.ratio):.1%}", f"当时 {change.then} 件")
