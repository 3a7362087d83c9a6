"""Merging cadres and departments."""

from collections import defaultdict
from collections.abc import Iterable

from yixian.roster.enums import OrganLevel
from yixian.roster.merging.merge import Merge
from yixian.roster.models import Cadre, Department, Unit
from yixian.roster.workbook import CadreRow, DepartmentRow

CADRES, DEPARTMENTS = "干部", "部门"
Placed = list[tuple[CadreRow, Unit]]


def merge_cadres(merge: Merge, rows: tuple[CadreRow, ...]) -> None:
    placed = _placed(merge, rows)
    known = _by_unit_and_name(Cadre.objects.filter(unit__in={unit.pk for _, unit in placed}).order_by("pk"))
    posts_in_file = defaultdict(set)
    for row, unit in placed:
        posts_in_file[unit.pk, row.name].add(row.post)
    for row, unit in placed:
        existing = _same_person(known[unit.pk, row.name], row, posts_in_file[unit.pk, row.name])
        values = {
            "post": row.post,
            "level": row.level,
            "party_member": row.party_member,
            "is_active": row.is_active,
        }
        merge.put(CADRES, existing, Cadre(unit=unit, name=row.name, **values), values)


def _placed(merge: Merge, rows: tuple[CadreRow, ...]) -> Placed:
    """The rows whose unit is found; an unknown unit is a problem of its row."""
    units = {(unit.organ_id, unit.name): unit for unit in Unit.objects.order_by("pk")}
    placed: Placed = []
    for row in merge.once(CADRES, (((row.organ, row.unit, row.name, row.post), row) for row in rows)):
        organ = merge.organ(CADRES, row.row, row.organ)
        unit = units.get((organ.pk, row.unit)) if organ else None
        if unit is not None:
            placed.append((row, unit))
        elif organ is not None:
            merge.refuse(CADRES, row.row, f"“{organ}”没有名为“{row.unit}”的单位，请先写入“单位”表。")
    return placed


def _by_unit_and_name(cadres: Iterable[Cadre]) -> dict[tuple[int, str], list[Cadre]]:
    known: dict[tuple[int, str], list[Cadre]] = defaultdict(list)
    for cadre in cadres:
        known[cadre.unit_id, cadre.name].append(cadre)
    return known


def _same_person(known: list[Cadre], row: CadreRow, posts: set[str]) -> Cadre | None:
    """The cadre whom the row means: by post, or the only one of that name, whose post has changed.

    Two people of one name in a unit are told apart by their posts, so only a lone name may change its post.
    """
    for cadre in known:
        if cadre.post == row.post:
            return cadre
    return known[0] if len(known) == 1 and posts == {row.post} else None


def merge_departments(merge: Merge, rows: tuple[DepartmentRow, ...]) -> None:
    known = {(each.organ_id, each.name, each.field): each for each in Department.objects.order_by("pk")}
    for row in merge.once(DEPARTMENTS, (((row.organ, row.name, row.field), row) for row in rows)):
        organ = merge.organ(DEPARTMENTS, row.row, row.organ)
        if organ is None:
            continue
        if organ.level != OrganLevel.COUNTY:
            merge.refuse(DEPARTMENTS, row.row, f"部门属于县一级，“{organ}”不是县级机构。")
            continue
        fresh = Department(organ=organ, name=row.name, field=row.field)
        merge.put(DEPARTMENTS, known.get((organ.pk, row.name, row.field)), fresh, {})
