"""What kind of report it is: accusation, appeal, suggestion, or out of scope.

Two readers vote: a linear model over the report's character grams, which knows many words and no
meaning, and a small one over groups of cue words, which can say why. Appeals are too rare to learn
from and are told by rule.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from yixian.language.artefacts import load
from yixian.language.linear import Floats, scores, softmax

KINDS = ("accusation", "suggestion", "out_of_scope")
APPEAL = "appeal"
_APPEAL = re.compile(
    r"不服.{0,20}(?:党纪|政务|纪律|处分|处理决定|考核|辞退|开除|免职|撤职)"
    r"|(?:撤销|复查|复核|申诉).{0,20}(?:处分|党籍|公职|免职|撤职|开除)"
    r"|(?:对我|给我|给予本人|对本人|给予我).{0,20}(?:处分|开除|撤职|免职|降级|记过).{0,40}(?:不公|不服|撤销|复查|重新|错误|申诉)"
)
_PUNISHED = re.compile(
    r"(?:给我|对我|给予我|给予本人|被|我于|我因|把我|免我|撤我|开除我|停我|免去我|免了我|撤了我|辞退我).{0,24}"
    r"(?:党内|留党|记过|记大过|降级|撤职|职务?[,。 ]|免职?|辞退|解聘|开除|诫勉|通报|警告|处分|罢免|停职|撤)"
    r"|开除我|免我|撤我|我(?:的|当时)?.{0,6}(?:处分|党籍)|不承认我|通报批评我|(?:当|干)了.{0,12}(?:免|撤|辞退|解聘)"
)
_DISPUTED = re.compile(
    r"申诉|不服|复核|复查|复议|重新(?:审查|核实|调查|处理)|撤销|纠正|更正|恢复我?的?(?:职务|党籍|名誉|工作|身份|党员)"
    r"|没有道理|不接受|过重|不是事实|不属实|(?:与)?事实不[符清]|说法|不公平|冤枉"
)
_OTHER_ROADS = re.compile(r"法院|判决|行政处罚|行政复议|拘留|公司|老板|厂里|仲裁|房产|工程款")
VILLAGE_LETTER = 300  # characters
VILLAGE_FROM = 0.3  # from this chance on such a letter accuses: a commission's letters, not a city's mailbox
_OF_THE_LAND = re.compile(
    "村|镇|乡|支书|组长|社区|卫生院|赶集|集市|街上"
)  # whoever speaks of none of these writes from elsewhere
_SHORT = 600  # an appeal says so at its beginning


@dataclass(frozen=True, slots=True)
class KindGuess:
    kind: str
    probability: float
    accusation: float


def gram_opinions(grams: sparse.csr_matrix) -> Floats:
    """n × 3 scores of the gram reader, columns as in KINDS."""
    model = load("kinds")
    return scores(grams, model["gram_weights"], model["gram_bias"])


def kind_chances(opinions: Floats, cues: Floats) -> Floats:
    """n × 3 probabilities from the gram reader's scores and the cue measures."""
    model = load("kinds")
    return softmax(scores(np.hstack([opinions, cues]), model["weights"], model["bias"]))


def kind_guesses(texts: Sequence[tuple[str, str]], grams: sparse.csr_matrix, cues: Floats) -> list[KindGuess]:
    chances = kind_chances(gram_opinions(grams), cues)
    limit = float(load("kinds")["thresholds"][0])
    return [_guess(text, row, accuse_from(text, limit)) for text, row in zip(texts, chances, strict=True)]


def accuse_from(text: tuple[str, str], limit: float) -> float:
    """The chance from which this report is called an accusation; `limit` is the model's own."""
    return min(limit, VILLAGE_FROM) if is_village_letter(*text) else limit


def _guess(text: tuple[str, str], chances: Floats, limit: float) -> KindGuess:
    accusation = round(float(chances[0]), 4)
    if is_appeal(*text):
        return KindGuess(APPEAL, 0.7, min(accusation, 0.3))
    if accusation >= limit:
        return KindGuess(KINDS[0], accusation, accusation)
    best = 1 + int(np.argmax(chances[1:]))
    return KindGuess(KINDS[best], round(float(chances[best]), 4), accusation)


def is_village_letter(subject: str, detail: str) -> bool:
    """Short, and of village or township: what a township's office receives, mostly to accuse."""
    text = f"{subject}\n{detail}"
    return len(text) <= VILLAGE_LETTER and _OF_THE_LAND.search(text) is not None


def is_appeal(subject: str, detail: str) -> bool:
    """Disputes a punishment or personnel decision about the writer, in plain words."""
    beginning = detail[:_SHORT]
    if _APPEAL.search(subject) is not None or _APPEAL.search(beginning) is not None:
        return True
    whole = f"{subject}\n{beginning}"
    return (
        _PUNISHED.search(whole) is not None
        and _DISPUTED.search(whole) is not None
        and _OTHER_ROADS.search(whole) is None
    )
