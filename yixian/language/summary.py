"""拟办摘要: the one or two sentences of the report itself that say most of it."""

import math
import re
from itertools import pairwise

from yixian.language.words.cues import CUES

LONGEST = 120
_SENTENCES = re.compile(r"[^。!?;!?;\n]+[。!?;!?;]?")
_GREETING = re.compile(r"^(?:尊敬的|敬爱的|各位)?[^,。::]{0,12}(?:您好|你好|领导|书记)[!!,,::]?")
_TELLING = [
    re.compile(CUES[name])
    for name in (
        "举报控告",
        "收钱受贿",
        "贪污侵占",
        "以权谋私",
        "包庇纵容",
        "不作为",
        "徇私枉法",
        "粗暴态度",
        "请求解决",
    )
]


def summary(subject: str, detail: str) -> str:
    """Sentences as written, in their order, LONGEST at most; the subject if there is no detail."""
    sentences = [found.group().strip() for found in _SENTENCES.finditer(detail[:3_000])]
    sentences = [sentence for sentence in sentences if len(_GREETING.sub("", sentence)) > 5]
    if not sentences:
        return subject.strip()[:LONGEST]
    best = sorted(
        range(len(sentences)), key=lambda place: (-_weight(sentences[place], subject, place), place)
    )[:2]
    return _fitting([sentences[place] for place in sorted(best)])


def _weight(sentence: str, subject: str, place: int) -> float:
    shared = len(set(pairwise(sentence)) & set(pairwise(subject)))
    told = sum(pattern.search(sentence) is not None for pattern in _TELLING)
    return shared / (4 + math.sqrt(len(sentence))) + 0.4 * told + 0.5 / (1 + place)


def _fitting(sentences: list[str]) -> str:
    whole = "".join(sentences)
    return whole if len(whole) <= LONGEST else sentences[0][:LONGEST]
