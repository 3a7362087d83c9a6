"""Names of persons out of titles before a list is printed: 某某 for who is known, and for who looks like a name.

A surname followed by one or two characters in front of a post (张三书记) is masked even where nobody extracted
it: a wrongly masked word costs little, a printed name much.
"""

import re
from collections.abc import Iterable

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_POSTS = (
    "同志|书记|支书|主任|村长|镇长|乡长|局长|科长|所长|院长|校长|园长|站长|组长|队长|会计|出纳|经理|董事长|老师|"
    "教师|医生|民警|警官|法官|先生|女士|夫妇|等人|父子|兄弟"
)
_BEFORE_POST = re.compile(
    rf"(?<=[^\u4e00-\u9fff]|[的村社区镇乡局委会长由及和与])([{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}?(?={_POSTS})"
)
_AFTER_POST = re.compile(rf"((?:{_POSTS})[:： ]?)([{_SURNAMES}])[\u4e00-\u9fff]{{1,2}}(?![\u4e00-\u9fff])")
_NUMBERS = re.compile(r"1[3-9]\d{9}|\d{15,18}[\dXx]?")


def mask(text: str, names: Iterable[str]) -> str:
    """``text`` without the given names, without what looks like one beside a post, and without phone numbers."""
    for name in sorted({name for name in names if len(name) > 1}, key=len, reverse=True):
        text = text.replace(name, masked(name))
    text = _BEFORE_POST.sub(lambda match: f"{match[1]}某", text)
    text = _AFTER_POST.sub(lambda match: f"{match[1]}{match[2]}某", text)
    return _NUMBERS.sub("（号码略）", text)


def masked(name: str) -> str:
    """张某某 for three characters or more, 张某 for two."""
    return name[0] + "某" * min(len(name) - 1, 2)
