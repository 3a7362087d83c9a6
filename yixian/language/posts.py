"""Office-holders accused by their post alone: 柳湾村会计虚报补贴, where no name is given.

A post is mentioned for many reasons (asked, came, helped); it is accused where the same sentence goes on
to a misconduct, or the subject holds both.
"""

import re

from yixian.language.charging import MISDEEDS
from yixian.language.spans import Span, endings, named
from yixian.language.words.misconduct import KIN_OF
from yixian.language.words.names import POSTS

_ALONE = re.compile(
    "("
    + "|".join(re.escape(post) for post in POSTS if post not in {"领导", "党员", "医生", "经理", "主管"})
    + r")(?![会员证])"
)
_VILLAGES = endings(("村", "社区", "街道", "镇", "乡"))
_TEAM = re.compile(r"[一二三四五六七八九十\d]{1,3}[组社队]")
_NO_VILLAGE = re.compile(
    r"^(?:[我本各全同外别这那某每邻下乡农]|我们|你们|他们|其他|一个|整个)(?:村|镇|乡|社区|街道)$"
)
_NO_NAME_AFTER = re.compile("民(?:代表|大会|小组)|[里口头外部]")
_FIRST = frozenset("前后上下向会家对各原从可叫")
_ASKED = re.compile(
    r"(?:找|问|跟|向|给|对|请|叫|告诉|通过|感谢|联系|听|让)(?!.{0,3}(?:举报|反映))[^,。;!?\n]{0,5}\Z"
)
_SPOKE = re.compile(r"(?:说|来|也|都|答应|让我|劝|讲|帮|告诉|回答|那里|那儿|手里|您好|你好|们|:)")
_BASIC = re.compile("(?:村|社区)(?=会计|主任|书记|支书|干部|文书|出纳|医|长|支部书记|民组长)")
_RELATED = re.compile(KIN_OF)  # 给了书记的表哥: the secretary is accused, not the cousin
_MARK = re.compile(r"[。!?;\n]")
_POST = "(?:" + "|".join(map(re.escape, POSTS)) + ")"
_BEFORE = re.compile(rf"((?:原|前|时任|现任|现)?{_POST})[:: ]?\Z")
_AFTER = re.compile(rf"({_POST})(?!会)")
_SECTION = re.compile(
    r"(?:局|院|学校|师范|学院|公司|政府|办事处|街道|镇|乡|区|中心)([一-鿿]{1,8}(?:科|股|室|庭|处|队|部|组|委员会))\Z"
)
_LONGEST_POST = 12
REACH = 34

Spot = tuple[tuple[int, int], tuple[int, int], float]  # post, unit, weight


def villages(text: str) -> list[Span]:
    """Villages, communities and townships by name, each with the team that follows it (前进村三组)."""
    found = (_with_team(text, _whole(text, one)) for one in named(text, _VILLAGES))
    return [
        one
        for one in found
        if _NO_VILLAGE.match(one.text) is None and _NO_NAME_AFTER.match(text, one.end) is None
    ]


def _whole(text: str, one: Span) -> Span:
    """后坡村, 向阳村: a first character that is a word elsewhere belongs to the name if a mark stands before it."""
    longer = text[max(0, one.start - 1) : one.end]
    if (
        len(longer) > len(one.text)
        and longer[0] in _FIRST
        and re.search(rf"(?:^|[,。、;\n镇乡县]){longer}", text)
    ):
        return Span(one.start - 1, one.end, longer, one.ending)
    return one


def _with_team(text: str, one: Span) -> Span:
    team = _TEAM.match(text, one.end)
    end = team.end() if team is not None and one.ending in {"村", "社区"} else one.end
    return Span(one.start, end, text[one.start : end], one.ending)


def split_post(text: str, start: int, end: int, seats: list[Span]) -> tuple[int, int]:
    """石桥村会计 is the 会计 of 石桥村: a 村 that closes a village's name is no part of the post."""
    basic = _BASIC.match(text, start)
    if basic is not None and any(seat.start < start < seat.end for seat in seats):
        return basic.end(), end
    return start, end


def post_before(text: str, end: int) -> tuple[int, int] | None:
    """The post that stands straight before a name that begins at `end`."""
    found = _BEFORE.search(text, max(0, end - _LONGEST_POST), end)
    return found.span(1) if found else None


def post_after(text: str, start: int) -> tuple[int, int] | None:
    """The post that stands straight after a name that ends at `start`."""
    found = _AFTER.match(text, start)
    return found.span(1) if found else None


def whole_post(text: str, start: int, end: int) -> tuple[int, int]:
    """自然资源局|批后监管科科长: the section within the organ belongs to the post."""
    section = _SECTION.search(text, max(0, start - 20), start)
    return (section.start(1), end) if section else (start, end)


def charged_posts(text: str, subject: int, taken: list[tuple[int, int]]) -> list[tuple[int, int, float]]:
    """Where a post without a name is charged, and how heavily; `taken` are the posts of named persons."""
    found = []
    for match in _ALONE.finditer(text):
        start, end = match.span(1)
        if any(start < other_end and other < end for other, other_end in taken):
            continue
        if weight := max(_weight(text, start, end, subject), _joined(text, start, taken)):
            found.append((start, end, weight))
    return found


def _weight(text: str, start: int, end: int, subject: int) -> float:
    if _RELATED.match(text, end) and MISDEEDS.search(_sentence(text, start)):
        return 1.4
    if _ASKED.search(text, max(0, start - 12), start) or _SPOKE.match(text, end):
        return 0.0
    if start < subject:
        return 1.9 if MISDEEDS.search(text, 0, subject) else 0.0
    reach = min(end + REACH, _sentence_end(text, end))
    return 1.5 - start / 3_000 if MISDEEDS.search(text, end, reach) else 0.0


def _sentence(text: str, place: int) -> str:
    return _MARK.split(text[max(0, place - 2 * REACH) : place])[-1] + text[place : _sentence_end(text, place)]


def _sentence_end(text: str, place: int) -> int:
    stop = _MARK.search(text, place)
    return stop.start() if stop else len(text)


def _joined(text: str, start: int, taken: list[tuple[int, int]]) -> float:
    """书记张三和会计: who is named in one breath with one accused is accused with him."""
    beside = text[start - 1 : start] in set("和与及、") and any(0 < start - end <= 6 for _, end in taken)
    return 1.2 * beside
