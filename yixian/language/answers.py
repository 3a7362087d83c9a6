"""Does an answer answer, or does it only say that the report was received or passed on?

A small linear model over what remains once courtesies and passing-on are taken away. Character grams learnt the
wordings of a few offices and read those of others worse. It hints to whoever writes; it never holds an answer back.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yixian.language.artefacts import load
from yixian.language.linear import logistic
from yixian.language.normalise import normalise

MOST = 20_000  # characters looked at; whoever only acknowledges is done long before
LIMIT = 0.5
_VEILS = (
    (re.compile(r'["“”]?(?:UU|A0)\d+["“”]?'), "U"),
    (re.compile(r"https?://\S+"), "H"),
    (re.compile(r"\d{4}年\d{1,2}月\d{1,2}日"), "D"),
    (re.compile(r"\d+"), "0"),
)
_WHERE_TO = "处理|核实|核查|调查|办理|核处|办复|单位|部门|局|镇|县|市|区|街道|大队|支队|反映|答复|公司"
_FORMULAS = re.compile(
    r"尊敬的?|网[友民](?:朋友)?|[您你]好|感谢[^。!;\n]*|谢谢[^。!;\n]*|祝[^。\n]*|链接[^。\n]*|[UDH]|\W+"
    r"|(?:现|特此)[^,。:\n]{0,12}(?:回复|答复)[^,。:\n]{0,6}"
    r"|(?:[您你]|来|反映|留言|问题|帖)[^,。;\n]{0,30}(?:收悉|已阅|知悉|收到)"
    rf"|[^。,;\n]{{0,40}}(?:转交?|交由?|交办|移交|反馈)(?:给|至|到|由)?[^。,;\n]{{0,25}}(?:{_WHERE_TO})"
    r"|[^。,;\n]{0,40}(?:及时|耐心|敬请|后续)[^。,;\n]{0,15}(?:反馈|回复|答复|等待|关注|留意|告知)"
    r"|[^。,;\n]{0,40}(?:已经?|进行过?)[^。,;\n]{0,8}(?:回复|答复|回应)过?"
)
_CUES = tuple(
    re.compile(words)
    for words in (
        r"已?转(?:交|至|由|给|办)?|交由|交办|移交",
        r"收悉|收到|已阅",
        r"经(?:核实|查|调查|核查|了解|研究|与)",
        r"建议[您你]|请[您你]?(?:到|向|拨打|咨询|联系)|可以?(?:向|拨打|到|咨询|致电)",
        r"请[^。]{0,12}(?:提供|具体|详细|完善|补充|说明)",
        r"根据|按照|依据|规定|政策|《",
        r"已(?:经)?(?:完成|安排|责令|要求|督促|组织|整改|处理|解决)|整改|将于|计划|目前",
        r"不属于|不属|管辖|职责",
        r"已[^。,]{0,6}(?:回复|答复)",
        r"情况(?:如下|说明)|回复如下|答复如下",
        r"尽快|及时|耐心|敬请",
        r"一、|1\.|二、|2\.",
        r"\d",
    )
)
_COURTESY = re.compile("感谢|谢谢|您好|你好|收悉|收到|已阅|祝|网友|耐心|敬请|及时|回复如下|答复如下|特此")
_PASSED_ON = re.compile(
    r"已?(?:转(?:交|至|由|给|办|到|往)?|交由|交办|交有关|交相关|移交|呈送)[^。;!\n]{0,30}"
)
_SUBSTANCE = re.compile(
    r"经[^。,]{0,10}(?:核实|查|核查|了解|研究|调查|核)|根据|依据|按照|规定|目前|计划|整改|完成|原因|由于|因[^此]"
    r"|已(?:经)?(?:于|安排|责令|要求|督促|组织|列入|纳入|修复|解决|办理)|可(?:以|凭|携|持)|需要?|应当?|预计|将(?:于|在)|办理"
)
_SENTENCE = re.compile(r"[。!;\n?]")


@dataclass(frozen=True, slots=True)
class AnswerGuess:
    """Whether the answer seems only to acknowledge, and how likely that is."""

    only_acknowledges: bool
    probability: float


def answer_guess(answer: str) -> AnswerGuess:
    return answer_guesses([answer])[0]


def answer_guesses(answers: Sequence[str]) -> list[AnswerGuess]:
    if not answers:
        return []
    model = load("answers")
    chances = logistic(measured(answers) @ model["weights"] + model["bias"][0])
    return [AnswerGuess(bool(chance >= LIMIT), round(float(chance), 4)) for chance in chances]


def measured(answers: Sequence[str]) -> NDArray[np.float64]:
    """One row for each answer: lengths, cues, and what is left beside courtesies."""
    return np.array([_measures(veiled(normalise(answer[:MOST]))) for answer in answers])


def veiled(text: str) -> str:
    """Names of users, addresses, dates and numbers say nothing here and only make each text unlike the next."""
    for pattern, letter in _VEILS:
        text = pattern.sub(letter, text)
    return text


def _measures(text: str) -> list[float]:
    rest = _FORMULAS.sub("", text)
    sentences = [one for one in _SENTENCE.split(text) if one.strip()]
    plain = [one for one in sentences if not _COURTESY.search(one) and not _PASSED_ON.search(one)]
    said = sum(map(len, plain))
    passed, substance = _PASSED_ON.search(text) is not None, len(_SUBSTANCE.findall(text))
    flags = [
        *(len(text) < limit for limit in (60, 80, 100, 150, 300)),
        *(len(rest) < limit for limit in (5, 15, 30, 60)),
        *(said == 0, said < 10, said < 25, passed, substance == 0),
        *(passed and substance == 0, passed and said == 0, passed and len(text) < 90),
        *(
            substance == 0 and len(text) < 60,
            substance == 0 and len(text) < 100,
            said == 0 and len(text) < 100,
        ),
    ]
    amounts = [
        *(math.log1p(len(text)), math.log1p(len(rest)), math.log1p(said)),
        *(float(min(len(plain), 10)), float(min(substance, 4)), len(rest) / max(len(text), 1)),
    ]
    cues = [float(min(3, len(cue.findall(part)))) for part in (text, rest) for cue in _CUES]
    return [*amounts, *map(float, flags), *cues]
