"""What a roster workbook says, sheet by sheet, before anybody looks whether it fits what is there.

References are the words that an office writes: an organ by its code, a village and a unit by their names.
"""

from dataclasses import dataclass, field

from yixian.roster.enums import CadreLevel, OrganLevel, PetitionField, UnitKind, VillageKind


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a workbook from being imported. Row 0 means the sheet as a whole."""

    sheet: str
    row: int
    says: str

    def __str__(self) -> str:
        place = f"“{self.sheet}”表" if self.sheet else ""
        return f"{place}第{self.row}行：{self.says}" if self.row else f"{place}：{self.says}".lstrip("：")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganRow:
    code: str
    name: str
    short_name: str
    level: OrganLevel
    parent: str = ""
    area: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    county: str
    name: str
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageRow:
    organ: str
    name: str
    kind: VillageKind = VillageKind.VILLAGE
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    organ: str
    name: str
    kind: UnitKind
    village: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CadreRow:
    organ: str
    unit: str
    name: str
    post: str
    level: CadreLevel
    party_member: bool = False
    is_active: bool = True
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentRow:
    organ: str
    name: str
    field: PetitionField
    row: int = 0


@dataclass(frozen=True, slots=True)
class RosterRows:
    """All usable rows of a workbook, and what could not be used. With any problem nothing is imported."""

    organs: tuple[OrganRow, ...] = ()
    areas: tuple[AreaRow, ...] = ()
    villages: tuple[VillageRow, ...] = ()
    units: tuple[UnitRow, ...] = ()
    cadres: tuple[CadreRow, ...] = ()
    departments: tuple[DepartmentRow, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
