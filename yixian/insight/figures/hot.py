"""Hot matters: the ranking of ``yixian.language.heat``, with what a report says of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from yixian.insight.figures.rows import FigureRow
from yixian.language.heat import Heat

DEFINITION = (
    "热度按反映人数、件数、支持数、持续时间和三十日内密集程度加总，人数权重最大；至少两件的事项参加排序"
)


@dataclass(frozen=True, slots=True)
class HotMatter:
    """One matter of the list. ``title`` is the masked title of the report nearest to its middle in time."""

    matter: str
    rank: int
    heat: float
    count: int
    reporters: int
    title: str
    place: str
    department: str
    kinds: Mapping[str, int]
    first_on: date | None
    last_on: date | None
    reason: str
    rows: tuple[str, ...]


def hot_matters(
    rows: Sequence[FigureRow],
    heats: Sequence[Heat],
    *,
    most: int = 10,
    at_least: int = 2,
    kind: str | None = None,
) -> tuple[HotMatter, ...]:
    """The hottest matters with at least ``at_least`` reports; ``heats`` as ``heat.rank`` orders them.

    With ``kind`` only matters in which at least one report is of that kind.
    """
    members: dict[str, list[FigureRow]] = {}
    for row in rows:
        members.setdefault(row.matter, []).append(row)
    chosen = [
        heat
        for heat in heats
        if len(inside := members.get(heat.matter, ())) >= at_least
        and (kind is None or any(row.kind == kind for row in inside))
    ]
    return tuple(_hot(heat, members[heat.matter]) for heat in chosen[:most])


def _hot(heat: Heat, inside: Sequence[FigureRow]) -> HotMatter:
    counts = {part.label: part.count for part in heat.parts}
    return HotMatter(
        matter=heat.matter,
        rank=heat.rank,
        heat=heat.heat,
        count=len(inside),
        reporters=int(counts.get("反映人数", len(inside))),
        title=_title(inside),
        place=_commonest([row.place or row.area for row in inside]),
        department=_commonest([row.department for row in inside]),
        kinds=dict(sorted(Counter(row.kind for row in inside if row.kind).items())),
        first_on=heat.first_on,
        last_on=heat.last_on,
        reason=_reason(counts),
        rows=tuple(row.id for row in inside),
    )


def _commonest(values: Sequence[str]) -> str:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else ""


def _title(inside: Sequence[FigureRow]) -> str:
    """The commonest title; among equals the shortest that still says something."""
    counted = Counter(row.title for row in inside if row.title)
    order = sorted(counted, key=lambda title: (-counted[title], len(title) < 8, len(title), title))
    return order[0] if order else ""


def _reason(counts: Mapping[str, float]) -> str:
    """The terms of the formula in words; those that add nothing are left out."""
    said = [
        f"{counts.get('反映人数', 0):.0f}人反映{counts.get('反映件数', 0):.0f}件",
        f"持续约{counts.get('持续月数', 0):.0f}个月" if counts.get("持续月数", 0) >= 1 else "",
        f"三十日内最多{counts.get('三十日内最多件数', 0):.0f}件"
        if counts.get("三十日内最多件数", 0) > 1
        else "",
        f"获支持{counts.get('支持数', 0):.0f}次" if counts.get("支持数", 0) >= 1 else "",
    ]
    return "，".join(part for part in said if part)
