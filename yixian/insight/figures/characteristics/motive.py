"""动机单一化: how far reports pursue the reporter's own interest alone."""

from collections.abc import Sequence

from yixian.insight.figures.characteristics.shape import Characteristic
from yixian.insight.figures.characteristics.trend import trend
from yixian.insight.figures.counting import share, tally
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow

MOTIVES = {"self": "维护个人利益", "mixed": "个人与公共利益兼有", "public": "维护公共利益"}
_DEFINITION = "以诉求指向区分维护个人利益、维护公共利益和两者兼有，以单纯维护个人利益的占比衡量动机单一程度"
_LACKING = "没有诉求动机的判断，无法测算"


def motive(rows: Sequence[FigureRow], period: Period) -> Characteristic:
    headline = share("motive.self", "单纯维护个人利益占比", _DEFINITION, rows, _is_self, lacking=_LACKING)
    involved = share(
        "motive.involved",
        "涉及个人利益占比",
        "单纯维护个人利益与两者兼有之和",
        rows,
        lambda row: row.motive in ("self", "mixed") if row.motive else None,
        lacking=_LACKING,
    )
    motives = tally("motives", "诉求动机", _DEFINITION, rows, _motive, labels=MOTIVES)
    return Characteristic(
        *("motive", "动机单一化", _DEFINITION, headline, (involved,), (motives,)),
        trend(rows, period, _is_self),
    )


def _is_self(row: FigureRow) -> bool | None:
    return row.motive == "self" if row.motive else None


def _motive(row: FigureRow) -> Sequence[str]:
    return (row.motive,) if row.motive else ()
