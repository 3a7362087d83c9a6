"""What a reporter may add, asked only where it is missing. Nothing is forced; a question is help."""

import re

from yixian.language.accused import accused
from yixian.language.normalise import fold, normalise
from yixian.language.places import places
from yixian.language.words.elements import ELEMENT_CUES, STATED
from yixian.language.words.misconduct import OFFICE

SHORT = 30
_WHEN = re.compile(
    "|".join([*(ELEMENT_CUES[name] for name in ("年月日", "月份", "相对日期")), STATED["说了时间"]])
)
_MONEY = re.compile(ELEMENT_CUES["金额"] + "|" + STATED["说了金额"])
_ABOUT_MONEY = re.compile(r"钱|款|费|贿|补贴|补偿|工资|账|资金|资产|贪污|挪用|侵占")
_PROOF = re.compile("|".join([ELEMENT_CUES["影像"], ELEMENT_CUES["单据文书"], STATED["说了证据"]]))
_WHOM = re.compile(
    rf"{OFFICE}|书记|主任|村长|局长|所长|干部|领导|局|政府|村委|居委|社区|派出所|学校|医院|公司|物业"
)


def hints(text: str) -> list[str]:
    """Short questions in the order in which an office would ask them."""
    words = normalise(text)
    if not words:
        return ["请写下您要反映的事情：谁、在哪里、什么时候、做了什么？"]
    return [question for missing, question in _questions(words) if missing]


def _questions(words: str) -> list[tuple[bool, str]]:
    return [
        (len(words) < SHORT, "能再写具体一些吗？事情的经过是怎样的？"),
        (not (_WHOM.search(words) or accused("", words)), "反映的是谁？知道姓名、职务或单位吗？"),
        (_WHEN.search(words) is None, "什么时候发生的？"),
        (not places(fold(words)), "在什么地方发生的？"),
        (bool(_ABOUT_MONEY.search(words)) and not _MONEY.search(words), "涉及多少钱？"),
        (_PROOF.search(words) is None, "有没有单据、照片、录音或者知情的人？"),
    ]
