"""Small-cell suppression for figures that leave the office: no reporter and no village may be made out.

Small cells are joined in the rows, before anything is counted: every sentence, table, share and index of the
paper is then taken from the joined values, and no total can give a cell back. What is joined reaches the limit
in every population that the paper speaks of or that follows by subtraction.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from yixian.insight.figures.breakdowns import TABLES
from yixian.insight.figures.counting import JOINED
from yixian.insight.figures.outcomes import LABELS
from yixian.insight.figures.periods import Period
from yixian.insight.figures.rows import FigureRow

LIMIT = 5
NOTE = (
    f"为保护反映人和所在村，本报告将少于{LIMIT}件的分项合并列出（必要时连同件数最少的其他分项），"
    f"少于{LIMIT}件的热点事项不列；系统内的统计页面不受影响。"
)
_LABELS: Mapping[str, Mapping[str, str]] = {
    "kind": TABLES["kinds"].labels or {},
    "channel": TABLES["channels"].labels or {},
    "source": TABLES["sources"].labels or {},
    "outcomes": LABELS,
}
_COUNTED = {"department": "个领域", "place": "个属地", "issues": "类问题", "posts": "类对象"}
_EITHER = ("signed", "repeat")
_ACCUSATION = "accusation"
Values = Callable[[FigureRow], Sequence[str]]


def join_small(rows: Sequence[FigureRow], period: Period) -> list[FigureRow]:
    """The rows with the values of small cells joined; rows of other periods serve comparisons of totals only."""
    names = ("kind", "channel", "source", "department", "place", "posts", "issues", "outcomes")
    joined = {name: _joined(name, rows, period) for name in names}
    inside = [row for row in rows if row.received_on in period]
    unsaid = {name: None for name in _EITHER if _is_telling(getattr(row, name) for row in inside)}
    return [_replaced(row, joined, unsaid) for row in rows]


def _values(row: FigureRow, name: str) -> tuple[str, ...]:
    """What the breakdown of this field counts of the row."""
    if name == "source":
        return tuple(TABLES["sources"].of(row))
    value = getattr(row, name)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _joined(name: str, rows: Sequence[FigureRow], period: Period) -> dict[str, str]:
    """Small value → what stands for it; an empty word where even all together are too few."""
    counts = [_count(name, each) for each in _populations(name, rows, period)]
    small = small_values([each for each in counts if each.total() >= LIMIT])
    if counts[0].total() < LIMIT:
        return dict.fromkeys(counts[0], "")
    return dict.fromkeys(small, _said(name, small))


def _populations(name: str, rows: Sequence[FigureRow], period: Period) -> list[list[FigureRow]]:
    """The one that is printed first; then parts of it, printed too or left over when they are taken away."""
    if name == "outcomes":
        return [[row for row in rows if (row.closed_on or row.received_on) in period]]
    inside = [row for row in rows if row.received_on in period]
    accusations = [row for row in inside if row.kind == _ACCUSATION]
    if name == "issues":
        return [accusations]
    return [inside, accusations, [row for row in inside if row.kind != _ACCUSATION]]


def _count(name: str, rows: Iterable[FigureRow]) -> Counter[str]:
    return Counter(value for row in rows for value in _values(row, name))


def small_values(populations: Sequence[Counter[str]]) -> Set[str]:
    """Values to be joined: the small ones, and the next smallest until no joined cell is small itself."""
    small = {value for counts in populations for value, count in counts.items() if 0 < count < LIMIT}
    whole: Counter[str] = sum(populations, Counter())
    left = sorted(whole.keys() - small, key=lambda value: (value == _ACCUSATION, whole[value], value))
    while left and any(_is_given_away(counts, small) for counts in populations):
        small.add(left.pop(0))
    return small


def _is_given_away(counts: Counter[str], small: Set[str]) -> bool:
    """The joined cell is small, or is one small cell under another name."""
    return 0 < sum(counts[value] for value in small) < LIMIT


def _is_telling(said: Iterable[bool | None]) -> bool:
    """Of two cells either gives the other away: both are left out where one is small."""
    counts = Counter(value for value in said if value is not None)
    return any(0 < count < LIMIT for count in counts.values())


def _said(name: str, small: Set[str]) -> str:
    """Classes are named; villages, posts and topics are only counted, for to be named as small tells too."""
    if counted := _COUNTED.get(name):
        return f"其余{len(small)}{counted}{JOINED}"
    labels = _LABELS[name]
    order = [*labels, *sorted(small - labels.keys())]
    return "、".join(labels.get(value, value) for value in order if value in small) + JOINED


def _replaced(
    row: FigureRow, joined: Mapping[str, Mapping[str, str]], unsaid: Mapping[str, None]
) -> FigureRow:
    changed: dict[str, object] = dict(unsaid)
    for name, words in joined.items():
        values = [said for value in _values(row, name) if (said := words.get(value, value))]
        is_plural = isinstance(getattr(row, name), tuple)
        changed[name] = tuple(values) if is_plural else "".join(values)
    return replace(row, **changed)  # type: ignore[arg-type] # each value has the type of its field
