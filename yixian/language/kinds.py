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
    accuse_from = float(load("kinds")["thresholds"][0])
    return [_guess(text, row, accuse_from) for text, row in zip(texts, chances, strict=True)]


def _guess(text: tuple[str, str], chances: Floats, accuse_from: float) -> KindGuess:
    accusation = round(float(chances[0]), 4)
    if is_appeal(*text):
        return KindGuess(APPEAL, 0.7, min(accusation, 0.3))
    if accusation >= accuse_from:
        return KindGuess(KINDS[0], accusation, accusation)
    best = 1 + int(np.argmax(chances[1:]))
    return KindGuess(KINDS[best], round(float(chances[best]), 4), accusation)


def is_appeal(subject: str, detail: str) -> bool:
    """Disputes a punishment or personnel decision about the writer, in plain words."""
    return _APPEAL.search(subject) is not None or _APPEAL.search(detail[:600]) is not None
