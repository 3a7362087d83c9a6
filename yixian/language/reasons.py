"""Why the machine proposes what it proposes, in words that a clerk can check against the letter."""

import re

from yixian.language.departments import OTHER, DepartmentGuess
from yixian.language.kinds import APPEAL, KindGuess
from yixian.language.words.cues import CUES

_ACCUSING = (
    "举报控告",
    "收钱受贿",
    "贪污侵占",
    "以权谋私",
    "包庇纵容",
    "不作为",
    "徇私枉法",
    "粗暴态度",
    "选人用人",
    "生活作风",
    "党纪国法",
)
_SAID = {
    "accusation": ("检举控告", _ACCUSING),
    "suggestion": ("批评建议", ("建议",)),
    "out_of_scope": ("业务范围外", ("请求解决", "咨询", "物业业委", "开发商", "商家企业", "诉讼")),
}
_PATTERNS = {name: re.compile(words) for name, words in CUES.items()}
WORDS_SHOWN = 3


def reasons(text: tuple[str, str], kind: KindGuess, department: DepartmentGuess) -> tuple[str, ...]:
    return (_kind_reason(f"{text[0]}\n{text[1]}", kind), _department_reason(department))


def _kind_reason(text: str, kind: KindGuess) -> str:
    if kind.kind == APPEAL:
        return "申诉：对本人所受处分或人事决定不服"
    label, groups = _SAID[kind.kind]
    words = _words(text, groups)
    said = f"文中有“{'”“'.join(words)}”" if words else "整体用语相近"
    return f"{label}（{kind.probability:.0%}）：{said}"


def _words(text: str, groups: tuple[str, ...]) -> list[str]:
    found = (_PATTERNS[name].search(text) for name in groups)
    return list(dict.fromkeys(match.group()[:8] for match in found if match))[:WORDS_SHOWN]


def _department_reason(department: DepartmentGuess) -> str:
    if department.label == OTHER:
        return "部门：不像已知七类，请人工判断"
    doubt = "" if department.sure else "，把握不足，请人工判断"
    return f"部门：{department.label}（{department.probability:.0%}）{doubt}"
