"""The words of the roster: levels of organs, kinds of places and units, roles of staff.

The fields of petition work are the law's own, passed on so that one import serves.
"""

from django.db.models import TextChoices

from yixian.regulations.departments import PetitionField

__all__ = [
    "FIELDS",
    "CadreLevel",
    "OrganLevel",
    "PetitionField",
    "Relation",
    "Role",
    "Skill",
    "UnitKind",
    "VillageKind",
]


class OrganLevel(TextChoices):
    """A commission stands at one of two levels; its superior city is outside this system."""

    COUNTY = "county", "县（市、区）"
    TOWNSHIP = "township", "乡镇（街道）"


class VillageKind(TextChoices):
    VILLAGE = "village", "村"
    COMMUNITY = "community", "社区"


class UnitKind(TextChoices):
    """What a supervised unit is. The value never names a person, so figures may group by it."""

    PARTY_BRANCH = "party_branch", "村（社区）党组织"
    VILLAGE_COMMITTEE = "village_committee", "村（居）民委员会"
    TOWN_OFFICE = "town_office", "镇内设机构"
    STATION = "station", "基层站所"
    SCHOOL = "school", "学校"
    CLINIC = "clinic", "医疗机构"
    ENTERPRISE = "enterprise", "集体（国有）企业"
    COUNTY_OFFICE = "county_office", "县直单位"
    OTHER = "other", "其他单位"


class CadreLevel(TextChoices):
    """干部管理权限: whose cadre this is. It decides who takes a report about the person (检控规则 11–12)."""

    ABOVE_COUNTY = "above_county", "市管及以上干部"
    COUNTY = "county", "县管干部"
    TOWNSHIP = "township", "镇管干部"
    VILLAGE = "village", "村（社区）干部"
    STAFF = "staff", "一般工作人员"


class Role(TextChoices):
    """What a member of staff may be asked to do; one person may hold several."""

    CLERK = "clerk", "接访员"
    HANDLER = "handler", "承办人"
    CHIEF = "chief", "纪委书记"
    CUSTODIAN = "custodian", "身份保管人"
    MEMBER = "member", "会商成员"
    AUDITOR = "auditor", "审计员"
    ADMIN = "admin", "管理员"
    SUPERVISOR = "supervisor", "上级督办"
    ANALYST = "analyst", "统计员"


class Skill(TextChoices):
    """What somebody is good at in verifying, by which handlers are matched to a matter of another township."""

    ACCOUNTS = "accounts", "查账"
    WORKS = "works", "工程"
    LAND = "land", "土地"
    SUBSIDIES = "subsidies", "惠民补贴"
    RECORDS = "records", "笔录"
    DATA = "data", "电子数据"


class Relation(TextChoices):
    """Near relatives whose reports a member of staff must stay away from (检控规则 48)."""

    SPOUSE = "spouse", "配偶"
    LINEAL = "lineal", "直系血亲"
    COLLATERAL = "collateral", "三代以内旁系血亲"
    IN_LAW = "in_law", "近姻亲"
    OTHER = "other", "其他可能影响公正的关系"


FIELDS = tuple(field for field in PetitionField if field is not PetitionField.OTHER)
"""The fifteen fields of petition work for which a department answers; ``OTHER`` has none of its own."""
