"""内容抽象化: how many reports leave out who, what, when, where or any lead to evidence."""

from collections.abc import Callable, Sequence

from yixian.insight.figures.characteristics.shape import Characteristic
from yixian.insight.figures.characteristics.trend import trend
from yixian.insight.figures.counting import Figure, share, tally
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import ELEMENTS, FigureRow

ABSTRACT_FROM = 2
_DEFINITION = (
    "逐件判断是否写明反映对象、具体事实、发生时间、发生地点和证据线索五项要素，"
    f"以缺少{ABSTRACT_FROM}项及以上的占比衡量抽象程度"
)
_LACKING = "没有五项要素的判断，无法测算"


def content(rows: Sequence[FigureRow], period: Period) -> Characteristic:
    headline = share(
        "content.abstract",
        f"缺少{ABSTRACT_FROM}项及以上占比",
        _DEFINITION,
        rows,
        _is_abstract,
        lacking=_LACKING,
    )
    figures = tuple(_lacks(name, label, rows) for name, label in ELEMENTS.items())
    missing = tally(
        "missing",
        "缺少要素的项数",
        "每件缺少的要素项数",
        rows,
        _count,
        labels={str(n): f"缺{n}项" for n in range(6)},
    )
    movement = trend(rows, period, _is_abstract)
    return Characteristic("content", "内容抽象化", _DEFINITION, headline, figures, (missing,), movement)


def _is_abstract(row: FigureRow) -> bool | None:
    lacking = row.lacking()
    return None if lacking is None else lacking >= ABSTRACT_FROM


def _count(row: FigureRow) -> Sequence[str]:
    lacking = row.lacking()
    return () if lacking is None else (str(lacking),)


def _lacks(name: str, label: str, rows: Sequence[FigureRow]) -> Figure:
    return share(
        f"content.{name}",
        f"未写明{label}",
        f"未写明{label}的件数占比",
        rows,
        _unstated(name),
        lacking=_LACKING,
    )


def _unstated(name: str) -> Callable[[FigureRow], bool | None]:
    def unstated(row: FigureRow) -> bool | None:
        stated: bool | None = getattr(row, name)
        return None if stated is None else not stated

    return unstated
