"""Tables and pictures of a report with their running captions: 表1, 图1."""

from collections.abc import Sequence

from yixian.insight.figures import Breakdown, Line
from yixian.insight.report.words import percent
from yixian.toolkit.documents import Paper, bar_chart

_MOST = 12
_WIDTH = 12.6
"""Centimetres. At the full width of the text a picture leaves the foot of many a page empty."""


def table_of(paper: Paper, breakdown: Breakdown, *, first: str, most: int = _MOST, small: int = 0) -> None:
    """A breakdown as 类别 | 件数 | 占比 with its sum; lines beyond ``most`` or under ``small`` are joined as 其余."""
    lines = [line for line in breakdown.lines if line.count >= small or line.is_joined][:most]
    rest = [line for line in breakdown.lines if line not in lines]
    rows = [[line.label, f"{line.count}", percent(line.share)] for line in lines]
    if rest:
        rows.append([f"其余{len(rest)}项", f"{sum(line.count for line in rest)}", "—"])
    if breakdown.unknown:
        rows.append(["未登记或无法判断", f"{breakdown.unknown}", "—"])
    paper.caption(f"{paper.number('表')}  {breakdown.title}")
    paper.table([first, "件数", "占比"], rows, widths=[8.4, 3.4, 3.4])


def bars_of(paper: Paper, breakdown: Breakdown, *, most: int = _MOST, small: int = 0) -> None:
    """A breakdown as lying bars, largest on top."""
    lines = [line for line in breakdown.largest(most) if line.count >= max(small, 1)]
    if not lines:
        return
    png = bar_chart([line.label for line in lines], [line.count for line in lines])
    picture(paper, png, breakdown.title, _said(lines))


def picture(paper: Paper, png: bytes, title: str, alt: str) -> None:
    paper.picture(png, alt=f"{title}：{alt}", width=_WIDTH)
    paper.caption(f"{paper.number('图')}  {title}", below=True)


def _said(lines: Sequence[Line]) -> str:
    return "；".join(f"{line.label}{line.count}件" for line in lines)
