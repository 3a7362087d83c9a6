"""The six sheets of a roster workbook and their columns, which template and reader both follow."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from yixian.regulations.words import Word
from yixian.roster.enums import FIELDS, CadreLevel, OrganLevel, UnitKind, VillageKind
from yixian.roster.workbook.rows import AreaRow, CadreRow, DepartmentRow, OrganRow, UnitRow, VillageRow

NOTES = "填写说明"
YES_NO = {"是": True, "否": False}


@dataclass(frozen=True, slots=True)
class Column:
    """``also`` are other headings that offices use; ``longest`` is the limit in characters."""

    key: str
    heading: str
    help: str
    longest: int = 60
    required: bool = True
    choices: Iterable[TextChoices | Word] | None = None
    yes_no: bool | None = None
    """The meaning of an empty cell in a yes-or-no column; None: not such a column."""
    also: tuple[str, ...] = ()

    @property
    def allowed(self) -> tuple[str, ...]:
        if self.choices is not None:
            return tuple(str(choice.label) for choice in self.choices)
        return tuple(YES_NO) if self.yes_no is not None else ()


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """``target`` is the field of RosterRows that the sheet fills, ``row_type`` the row that it holds."""

    name: str
    target: str
    row_type: type
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()


def _organ_code(help_text: str = "“机构”表中的代码", heading: str = "机构代码", key: str = "organ") -> Column:
    return Column(key, heading, help_text, longest=20)


SHEETS = (
    SheetPlan(
        "机构",
        "organs",
        OrganRow,
        (
            Column("code", "机构代码", "全系统唯一，导入后用它认定机构", longest=20),
            Column("name", "机构名称", "全称", also=("单位全称",)),
            Column("short_name", "文号简称", "文号的字头，例如“青纪信”", longest=12),
            Column("level", "层级", "县级机构没有上级；乡镇（街道）须写上级", choices=OrganLevel),
            Column("parent", "上级机构代码", "乡镇（街道）填县级机构代码", longest=20, required=False),
            Column("area", "片区", "“片区”表中的名称，没有可不填", longest=30, required=False),
        ),
    ),
    SheetPlan(
        "片区",
        "areas",
        AreaRow,
        (
            _organ_code("片区所在县的机构代码", "县级机构代码", "county"),
            Column("name", "片区名称", "同一县内不重名", longest=30, also=("片区",)),
        ),
    ),
    SheetPlan(
        "村（社区）",
        "villages",
        VillageRow,
        (
            _organ_code(),
            Column("name", "村（社区）名称", "同一乡镇内不重名", longest=30, also=("名称", "村名")),
            Column("kind", "类别", "村或者社区", choices=VillageKind),
        ),
        also=("村社区", "村", "村居"),
    ),
    SheetPlan(
        "单位",
        "units",
        UnitRow,
        (
            _organ_code(),
            Column("name", "单位名称", "同一机构内不重名", also=("名称",)),
            Column("kind", "单位类别", "村级、镇级或者站所等", choices=UnitKind, also=("类别",)),
            Column("village", "所在村（社区）", "村级单位填村名，其他不填", longest=30, required=False),
        ),
    ),
    SheetPlan(
        "干部",
        "cadres",
        CadreRow,
        (
            _organ_code(),
            Column("unit", "单位名称", "“单位”表或名册中已有的单位", also=("单位", "工作单位")),
            Column("name", "姓名", "只填姓名", longest=30),
            Column("post", "职务", "例如“村党支部书记”", also=("职务职级",)),
            Column("level", "管理层级", "按干部管理权限", choices=CadreLevel),
            Column("party_member", "中共党员", "不填视为否", 1, False, yes_no=False, also=("是否党员",)),
            Column("is_active", "在职", "不填视为是；离任填否", 1, False, yes_no=True, also=("是否在职",)),
        ),
    ),
    SheetPlan(
        "部门",
        "departments",
        DepartmentRow,
        (
            _organ_code("部门所在县的机构代码", "县级机构代码"),
            Column("name", "部门名称", "业务范围外的举报件转往的部门"),
            Column("field", "主管领域", "一个部门主管几个领域的，分几行写", choices=FIELDS),
        ),
    ),
)
