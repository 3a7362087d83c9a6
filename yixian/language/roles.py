"""Which of the persons named in a report it accuses: a small learnt model over how each is spoken of.

A report names its writer, relatives, witnesses and adversaries too. Who holds a post beside the name, stands in
the subject, comes back often and has a misconduct said of him in the same sentence is the likelier accused.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yixian.language.artefacts import load
from yixian.language.charging import MISDEEDS, OFFICES
from yixian.language.linear import Floats, logistic
from yixian.language.people import people
from yixian.language.persons import Name

NAMES = (
    *(
        "mentions",
        "first place",
        "in subject",
        "in subject alone",
        "before a charge",
        "after 举报",
        "label of accused",
    ),
    *("label of writer", "kin", "office after", "office before", "private post", "office in sentence"),
    *(
        "misdeed in sentence",
        "both in sentence",
        "share of mentions",
        "most mentioned",
        "names in text",
        "alone",
    ),
    *("listed", "beside a post by rule", "greeted", "victim or witness", "opening words"),
    *("charged by rule", "weight by rule", "weight by rule, ranked", "after 被举报人"),
)
_REACH = 30
_LABEL = re.compile(r"被(?:举报|投诉|控告|检举|反映|告)(?:人|者|对象)?(?:姓名)?[^。\n]{0,30}\Z")
_NAMED = re.compile(r"被(?:举报|投诉|控告|检举|反映|告)(?:人|者|对象)(?:姓名)?[::;]?\s*\Z")
_WRITER = re.compile(
    r"(?:(?<!被)(?:举报|投诉|控告|反映|申请|申诉|报告|来信|联系|检举|发帖|具报|建议)人[^。\n]{0,3}|我叫|我是|本人|我名|姓名[::]?|此致|敬礼[!]?)\s*\Z"
)
_ACCUSING = re.compile(r"(?:举报|控告|检举|投诉|状告|严惩|查处|揭发|严查|彻查)[^,。;!?\n]{0,14}\Z")
_KIN = re.compile(
    r"(?:妻子|丈夫|老公|老婆|父亲|母亲|爸爸|妈妈|儿子|女儿|爱人|弟弟|哥哥|姐姐|妹妹|亲戚|朋友|好友|我[父母姐哥弟妹])\s*\Z"
)
_HARMED = re.compile(
    r"受害人|被害人|当事人|村民|业主|证人|律师|患者|学生|居民|员工|职工|等人?[^。]{0,6}(?:受伤|被打)"
)
_PRIVATE = re.compile("经理|董事长|老板|包工头|律师|医生|股东|法人|法定代表人")
_GREETED = re.compile(r"[^,。;!?\n]{0,4}(?:您好|你好|[::]\s|先生[::])")
_JOINTS = frozenset("、,和与及")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One person and every place of the name."""

    name: str
    places: tuple[tuple[int, int], ...]
    chance: float  # that this is a name at all


def spoken(text: str, names: Sequence[Name]) -> list[Spoken]:
    """By first mention; the same characters are the same person."""
    places: dict[str, list[tuple[int, int]]] = {}
    best: dict[str, float] = {}
    for one in names:
        word = text[one.start : one.end]
        places.setdefault(word, []).append((one.start, one.end))
        best[word] = max(best.get(word, 0.0), one.chance)
    return [Spoken(word, tuple(found), best[word]) for word, found in places.items()]


def accused_chances(
    text: str, subject: int, persons: Sequence[Spoken], charged: Mapping[str, float]
) -> Floats:
    """For each the chance that it is accused; `subject` is the length of the subject at the head of `text`,
    `charged` how heavily the rules of `accused` weigh each name."""
    if not persons:
        return np.zeros(0)
    model = load("persons")
    return logistic(measures(text, subject, persons, charged) @ model["role_weights"] + model["role_bias"])


def measures(
    text: str, subject: int, persons: Sequence[Spoken], charged: Mapping[str, float]
) -> NDArray[np.float64]:
    """One row for each person, columns as in NAMES."""
    counts = Counter({one.name: len(one.places) for one in persons})
    beside = {one.name for one in people(text) if one.post}
    return np.array(
        [_row(text, subject, one, counts, beside) + _by_rule(text, one, charged) for one in persons],
        dtype=np.float64,
    )


def _by_rule(text: str, one: Spoken, charged: Mapping[str, float]) -> list[float]:
    weight = charged.get(one.name, 0.0)
    ranked = weight / max(charged.values(), default=1.0) if weight > 0 else 0.0
    named = _any(_NAMED.search(text[max(0, start - 12) : start]) for start, _ in one.places)
    return [float(weight > 0), weight / 4, ranked, named]


def _row(text: str, subject: int, one: Spoken, counts: Counter[str], beside: set[str]) -> list[float]:
    befores = [text[max(0, start - 40) : start] for start, _ in one.places]
    afters = [text[end : end + _REACH] for _, end in one.places]
    around = [_sentence(text, start, end) for start, end in one.places]
    misdeed = [MISDEEDS.search(words) is not None for words in around]
    office = [OFFICES.search(words) is not None for words in around]
    both = [first and second for first, second in zip(misdeed, office, strict=True)]
    first, total = one.places[0][0], sum(counts.values())
    in_subject = first < subject
    return [
        *(
            math.log1p(counts[one.name]),
            first / 1_000,
            float(in_subject),
            float(in_subject and len(counts) == 1),
        ),
        _any(MISDEEDS.search(words) for words in afters),
        *(_any(pattern.search(words) for words in befores) for pattern in (_ACCUSING, _LABEL, _WRITER, _KIN)),
        _any(OFFICES.match(words.lstrip("同志等")) for words in afters),
        _any(OFFICES.search(words[-8:]) for words in befores),
        _any(
            _PRIVATE.search(words[-8:]) or _PRIVATE.match(next_)
            for words, next_ in zip(befores, afters, strict=True)
        ),
        *(_mean(office), _mean(misdeed), _mean(both)),
        *(counts[one.name] / total, float(counts[one.name] == max(counts.values()))),
        *(math.log1p(len(counts)), float(len(counts) == 1)),
        _any(
            words[-1:] in _JOINTS or next_[:1] in _JOINTS
            for words, next_ in zip(befores, afters, strict=True)
        ),
        float(one.name in beside),
        _any(_GREETED.match(words) for words in afters),
        _any(_HARMED.search(words[-8:]) for words in befores),
        float(first < subject + 60),
    ]


def _sentence(text: str, start: int, end: int) -> str:
    head = re.split(r"[。!?;\n]", text[max(0, start - 50) : start])[-1]
    return head + re.split(r"[。!?;\n]", text[end : end + 50], maxsplit=1)[0]


def _any(found: Iterable[object]) -> float:
    return float(any(found))


def _mean(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)
