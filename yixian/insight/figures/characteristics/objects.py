"""对象集中化: how far accusations gather on a few kinds of post, and reports on a few places."""

from collections.abc import Callable, Sequence

from yixian.insight.figures.characteristics.shape import Characteristic
from yixian.insight.figures.characteristics.trend import trend
from yixian.insight.figures.counting import Breakdown, Figure, share, tally
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow

LARGEST_POSTS = 3
LARGEST_PLACES = 5
_DEFINITION = (
    f"以被反映对象的职务类别计，反映最集中的前{LARGEST_POSTS}类所涉件数占有被反映对象的件数的比重衡量集中程度；"
    f"属地以件数最多的前{LARGEST_PLACES}个乡镇（街道）、村（社区）的占比衡量"
)


def objects(rows: Sequence[FigureRow], period: Period) -> Characteristic:
    posts = tally(
        "posts",
        "被反映对象",
        "按职务、单位归入的类别，无法归类的不计；一件涉及多类对象的分别计入",
        rows,
        _posts,
    )
    places = tally("places", "属地", "每件取一处", rows, lambda row: (row.place,) if row.place else ())
    headline = _held_by_largest(rows, posts)
    figures = (_places_share(rows, places), _spread(posts))
    movement = trend(rows, period, _about(posts))
    return Characteristic("objects", "对象集中化", _DEFINITION, headline, figures, (posts, places), movement)


def _posts(row: FigureRow) -> Sequence[str]:
    return row.posts


def _about(posts: Breakdown) -> Callable[[FigureRow], bool | None]:
    largest = {line.key for line in posts.largest(LARGEST_POSTS) if not line.is_joined}
    return lambda row: bool(largest & set(row.posts)) if row.posts else None


def _held_by_largest(rows: Sequence[FigureRow], posts: Breakdown) -> Figure:
    return share(
        "objects.posts",
        f"前{LARGEST_POSTS}类对象占比",
        _DEFINITION,
        rows,
        _about(posts),
        lacking="没有被反映对象的信息，无法测算",
    )


def _places_share(rows: Sequence[FigureRow], places: Breakdown) -> Figure:
    largest = {line.key for line in places.largest(LARGEST_PLACES)}
    return share(
        "objects.places",
        f"前{LARGEST_PLACES}个属地占比",
        "件数最多的属地所涉件数，占写明属地的件数的比重",
        rows,
        lambda row: row.place in largest if row.place else None,
        lacking="没有属地信息，无法测算",
    )


def _spread(posts: Breakdown) -> Figure:
    """The inverse Herfindahl index: over how many equal kinds the same concentration would be spread."""
    total = sum(line.count for line in posts.lines)
    definition = "各类对象件次占比平方和的倒数；数值越小越集中"
    if not total:
        return Figure(
            "objects.spread", "相当于均匀分布的类数", None, "类", definition, lacking="没有被反映对象"
        )
    value = 1 / sum((line.count / total) ** 2 for line in posts.lines)
    return Figure("objects.spread", "相当于均匀分布的类数", value, "类", definition, total)
