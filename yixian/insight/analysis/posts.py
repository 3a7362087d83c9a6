"""The coarse category of an accused person or unit, which names nobody; concentration is measured on it."""

import re
from collections.abc import Sequence

_RULES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (label, re.compile(unit), re.compile(post))
    for label, unit, post in (
        ("村（社区）党组织书记、主任", "村|社区|居委", "书记|主任|村长|支书"),
        ("村（社区）党组织书记、主任", "", "村支书|村主任|村长|支部书记|社区书记|社区主任|村书记|村委会主任"),
        ("村民小组长", "", "组长|队长(?<!大队长)(?<!中队长)"),
        ("其他村（社区）干部", "村|社区|居委", ""),
        ("其他村（社区）干部", "", "村干部|村会计|出纳|妇女主任|妇女队长"),
        ("公安、司法机关人员", "公安|派出所|法院|检察|司法|警|看守所|监狱", ""),
        ("公安、司法机关人员", "", "民警|警官|警察|干警|法官|检察官|书记员|庭长|交警|辅警|所长"),
        ("学校、医疗机构人员", "学校|学院|大学|中学|小学|幼儿园|医院|卫生院|卫生室", ""),
        ("学校、医疗机构人员", "", "教师|老师|校长|园长|院长|医生|护士|班主任"),
        ("集体（国有）企业人员", "公司|集团|合作社|银行|供电|水务|燃气|投资|平台", ""),
        ("集体（国有）企业人员", "", "经理|董事长"),
        ("乡镇（街道）干部", "镇|乡(?!村)|街道|办事处", ""),
        ("乡镇（街道）干部", "", "镇长|乡长|镇干部|镇党委"),
        ("县直及以上单位人员", "局|委|办|中心|大队|支队|政府|厅|院|站|队|所", ""),
        ("县直及以上单位人员", "", "局长|科长|处长|区长|县长|市长|厅长|主任科员"),
    )
)


def post_category(post: str, unit: str) -> str:
    """The category that ``post`` and ``unit`` fall under; the first rule that fits, or nothing."""
    for label, units, posts in _RULES:
        if _fits(units, unit) and _fits(posts, post):
            return label
    return ""


def _fits(pattern: re.Pattern[str], text: str) -> bool:
    return not pattern.pattern or bool(pattern.search(text))


def post_categories(accused: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The category of each (post, unit) that can be told; 领导 of nobody knows what is none."""
    return tuple(category for post, unit in accused if (category := post_category(post, unit)))
