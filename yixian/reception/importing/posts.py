"""The coarse category of a reported person by the words of post and unit, where the ledger has no column for it."""

import re

from yixian.reception.enums import CadreCategory

_RULES = (
    (
        CadreCategory.UNIT,
        re.compile("(委员会|支部|合作社|公司|学校|小学|中学|卫生院|站|所|办公室|中心|政府)$"),
        "",
    ),
    (CadreCategory.GROUP_HEAD, "", re.compile("组长")),
    (CadreCategory.VILLAGE_HEAD, re.compile("村|社区|居委"), re.compile("^(?!副)(?!.*妇女).*(书记|主任)")),
    (CadreCategory.VILLAGE_HEAD, "", re.compile("^(村支书|村书记|村主任|支书|社区书记|社区主任)")),
    (CadreCategory.VILLAGE_CADRE, re.compile("村|社区|居委"), ""),
    (CadreCategory.VILLAGE_CADRE, "", re.compile("村")),
    (CadreCategory.SCHOOL_CLINIC, re.compile("学校|小学|中学|幼儿园|卫生院|卫生室|医院"), ""),
    (CadreCategory.SCHOOL_CLINIC, "", re.compile("校长|教师|老师|园长|院长|医生|护士")),
    (CadreCategory.TOWN_LEADER, "", re.compile("镇长|乡长|镇党委|乡党委|镇人大")),
    (CadreCategory.STATION_STAFF, re.compile("(站|所|队)$"), ""),
    (CadreCategory.STATION_STAFF, "", re.compile("站长|所长")),
    (CadreCategory.ENTERPRISE, re.compile("公司|企业|合作社|银行"), ""),
    (CadreCategory.TOWN_CADRE, re.compile("镇|乡"), ""),
    (CadreCategory.TOWN_CADRE, "", re.compile("镇|乡")),
    (CadreCategory.COUNTY_STAFF, re.compile("局|县|法院|检察院"), ""),
)


def category_by_words(name: str, post: str, unit: str) -> CadreCategory:
    """The first rule that fits; a name that is itself a unit's, with nobody's post beside it, is a unit."""
    for category, units, posts in _RULES:
        if category is CadreCategory.UNIT:
            if not post and units.search(name):  # type: ignore[union-attr] # the first rule has a pattern
                return category
        elif _fits(units, unit or post) and _fits(posts, post):
            return category
    return CadreCategory.OTHER if post or unit else CadreCategory.UNKNOWN


def _fits(pattern: "re.Pattern[str] | str", text: str) -> bool:
    return not pattern or bool(text and pattern.search(text))  # type: ignore[union-attr] # an empty one is no pattern
