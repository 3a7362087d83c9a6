"""Which department a matter out of scope belongs to, and whether to say so at all.

Fifteen classes of petitions exist and seven are learnt; what a township gets besides (villages, land, police,
quarrels) is learnt as 其他 from invented letters. Outside the seven the honest answer is 其他 or
`sure=False`; a wrong department costs the person a transfer, so abstaining is a result and not a failure.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from yixian.language.artefacts import load
from yixian.language.linear import Floats, scores, softmax

OTHER = "其他"
DEPARTMENTS = ("交通运输", "劳动和社会保障", "卫生计生", "商贸旅游", "城乡建设", "教育文体", "环境保护")

LABELS = (*DEPARTMENTS, OTHER)


@dataclass(frozen=True, slots=True)
class DepartmentGuess:
    """The best label, its calibrated probability, and whether it is worth acting on."""

    label: str
    probability: float
    sure: bool


def department_chances(grams: sparse.csr_matrix) -> Floats:
    """n × 8 calibrated probabilities, columns as in LABELS."""
    model = load("departments")
    return softmax(scores(grams, model["weights"], model["bias"]))


def department_guesses(grams: sparse.csr_matrix) -> list[DepartmentGuess]:
    other_below, sure_from = (float(limit) for limit in load("departments")["thresholds"])
    return [_guess(row, other_below, sure_from) for row in department_chances(grams)]


def _guess(chances: Floats, other_below: float, sure_from: float) -> DepartmentGuess:
    best = int(np.argmax(chances))
    probability = round(float(chances[best]), 4)
    if LABELS[best] == OTHER:
        return DepartmentGuess(OTHER, probability, sure=False)
    if probability < other_below:
        return DepartmentGuess(OTHER, round(1 - probability, 4), sure=False)
    return DepartmentGuess(LABELS[best], probability, sure=probability >= sure_from)
