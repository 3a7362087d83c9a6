"""How figures are said in official Chinese."""

from collections.abc import Sequence

from yixian.insight.figures import Breakdown, Figure, Line
from yixian.insight.figures.counting import Change

LEAST_FOR_SHARE = 10
"""Below this many reports a share would look more exact than it is: only counts are said."""


def percent(share: float | None) -> str:
    return "—" if share is None else f"{share:.1%}"


def points(later: float, earlier: float) -> str:
    return f"{abs(later - earlier) * 100:.1f}个百分点"


def changed(change: Change) -> str:
    """同比上升3.2%; empty where there is nothing to compare with."""
    if change.ratio is None:
        return ""
    if change.ratio == 0:
        return f"与{'上年同期' if change.against == '同比' else '上期'}持平"
    word = "上升" if change.ratio > 0 else "下降"
    return f"{change.against}{word}{abs(change.ratio):.1%}"


def counted(line: Line, *, base: int) -> str:
    """检举控告185件、占4.3%."""
    share = f"，占{percent(line.share)}" if base >= LEAST_FOR_SHARE else ""
    return f"{line.label}{line.count}件{share}"


def listed(breakdown: Breakdown, *, most: int = 0) -> str:
    """The lines as one clause: those of most weight first, at most ``most`` of them."""
    lines = breakdown.largest(most or len(breakdown.lines))
    return "；".join(counted(line, base=breakdown.base) for line in lines)


def names(lines: Sequence[Line]) -> str:
    return "、".join(f"“{line.label}”" for line in lines)


def value(figure: Figure) -> str:
    """A figure with its unit, as it stands in a sentence or a table."""
    if figure.value is None:
        return "—"
    if figure.unit == "%":
        return percent(figure.value)
    number = f"{figure.value:.0f}" if float(figure.value).is_integer() else f"{figure.value:.2f}"
    return f"{number}{figure.unit}"


def unknown(breakdown: Breakdown, what: str) -> str:
    """A clause for the rows that do not say; empty where all do."""
    return f"另有{breakdown.unknown}件{what}，未计入占比。" if breakdown.unknown else ""
