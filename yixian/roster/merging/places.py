"""Merging organs, areas, villages and units; counties, then areas, then townships, as each leans back."""

from yixian.roster.access import is_founding
from yixian.roster.enums import OrganLevel
from yixian.roster.merging.merge import Merge
from yixian.roster.models import Area, Organ, Unit, Village
from yixian.roster.workbook import AreaRow, OrganRow, UnitRow, VillageRow

ORGANS, AREAS, VILLAGES, UNITS = "机构", "片区", "村（社区）", "单位"


def merge_organs(merge: Merge, organs: tuple[OrganRow, ...], areas: tuple[AreaRow, ...]) -> None:
    rows = list(merge.once(ORGANS, ((row.code, row) for row in organs)))
    for row in rows:
        if row.level == OrganLevel.COUNTY:
            _merge_county(merge, row)
    _merge_areas(merge, areas)
    for row in rows:
        if row.level == OrganLevel.TOWNSHIP:
            _merge_township(merge, row)


def _merge_county(merge: Merge, row: OrganRow) -> None:
    existing = merge.organs.get(row.code)
    if row.parent or row.area:
        return merge.refuse(ORGANS, row.row, "县级机构不填上级机构代码和片区。")
    if existing is None and not is_founding(merge.by):
        return merge.refuse(ORGANS, row.row, "县级机构由安装程序建立，不能从名册中新增。")
    if existing is not None and merge.organ(ORGANS, row.row, row.code) is None:
        return None
    if existing is not None and existing.level != row.level:
        return merge.refuse(ORGANS, row.row, f"“{existing}”已登记为乡镇（街道）机构，不能改变层级。")
    values = {"name": row.name, "short_name": row.short_name}
    fresh = Organ(code=row.code, level=row.level, **values)
    merge.organs[row.code] = merge.put(ORGANS, existing, fresh, values)
    return None


def _merge_areas(merge: Merge, areas: tuple[AreaRow, ...]) -> None:
    known = {(area.county_id, area.name): area for area in Area.objects.order_by("pk")}
    for row in merge.once(AREAS, (((row.county, row.name), row) for row in areas)):
        county = _county(merge, AREAS, row.row, row.county)
        if county is not None:
            existing = known.get((county.pk, row.name))
            merge.put(AREAS, existing, Area(county=county, name=row.name), {})


def _county(merge: Merge, sheet: str, row: int, code: str) -> Organ | None:
    county = merge.organ(sheet, row, code)
    if county is not None and county.level != OrganLevel.COUNTY:
        merge.refuse(sheet, row, f"“{county}”不是县级机构。")
        return None
    return county


def _merge_township(merge: Merge, row: OrganRow) -> None:
    existing = merge.organs.get(row.code)
    if existing is not None and existing.level != row.level:
        return merge.refuse(ORGANS, row.row, f"“{existing}”已登记为县级机构，不能改变层级。")
    parent = _parent(merge, row)
    if parent is None:
        return None
    area = Area.objects.filter(county=parent, name=row.area).first() if row.area else None
    if row.area and area is None:
        return merge.refuse(ORGANS, row.row, f"片区“{row.area}”不在“片区”表中，名册里也没有。")
    values = {"name": row.name, "short_name": row.short_name, "parent": parent, "area": area}
    fresh = Organ(code=row.code, level=row.level, **values)
    if existing is not None and merge.organ(ORGANS, row.row, row.code) is None:
        return None
    merge.organs[row.code] = merge.put(ORGANS, existing, fresh, values)
    return None


def _parent(merge: Merge, row: OrganRow) -> Organ | None:
    """The county above a township, which its own administrator may name but not change."""
    if not row.parent:
        merge.refuse(ORGANS, row.row, "乡镇（街道）须填写上级机构代码。")
        return None
    existing = merge.organs.get(row.code)
    if existing is not None and existing.parent_id and merge.organs.get(row.parent) is not None:
        named = merge.organs[row.parent]
        if named.pk == existing.parent_id:
            return named
    return _county(merge, ORGANS, row.row, row.parent)


def merge_villages(merge: Merge, rows: tuple[VillageRow, ...]) -> None:
    known = {(village.organ_id, village.name): village for village in Village.objects.order_by("pk")}
    for row in merge.once(VILLAGES, (((row.organ, row.name), row) for row in rows)):
        organ = merge.organ(VILLAGES, row.row, row.organ)
        if organ is None:
            continue
        if organ.level != OrganLevel.TOWNSHIP:
            merge.refuse(VILLAGES, row.row, f"村（社区）须属于乡镇（街道），“{organ}”是县级机构。")
            continue
        fresh = Village(organ=organ, name=row.name, kind=row.kind)
        merge.put(VILLAGES, known.get((organ.pk, row.name)), fresh, {"kind": row.kind})


def merge_units(merge: Merge, rows: tuple[UnitRow, ...]) -> None:
    known = {(unit.organ_id, unit.name): unit for unit in Unit.objects.order_by("pk")}
    villages = {(village.organ_id, village.name): village for village in Village.objects.order_by("pk")}
    for row in merge.once(UNITS, (((row.organ, row.name), row) for row in rows)):
        organ = merge.organ(UNITS, row.row, row.organ)
        if organ is None:
            continue
        village = villages.get((organ.pk, row.village))
        if row.village and village is None:
            merge.refuse(UNITS, row.row, f"“{organ}”没有名为“{row.village}”的村（社区）。")
            continue
        values = {"kind": row.kind, "village_id": village.pk if village else None}
        fresh = Unit(organ=organ, name=row.name, **values)
        merge.put(UNITS, known.get((organ.pk, row.name)), fresh, values)
