"""Are who, what, when, where and evidence stated; who signs; in whose interest. One small linear model.

The model learns mostly from long letters, where a date is one among many words. In a short one a date, a
sum, a receipt or a name said outright settles the matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yixian.language.artefacts import load
from yixian.language.cues import NAMES
from yixian.language.linear import Floats, logistic, scores, softmax

FLAGS = ("who", "what", "when", "where", "evidence", "self_identified")
MOTIVES = ("self", "public", "mixed")
SAID_OUTRIGHT = {
    "when": ("说了时间",),
    "evidence": ("说了证据", "说了金额"),
    "self_identified": ("自报家门",),
}
_LONG = NAMES.index("长于200字")


@dataclass(frozen=True, slots=True)
class Elements:
    who: bool
    what: bool
    when: bool
    where: bool
    evidence: bool
    self_identified: bool
    motive: str


def element_chances(cues: Floats) -> tuple[Floats, Floats]:
    """n × 6 chances of the FLAGS and n × 3 of the MOTIVES."""
    model = load("elements")
    flags = logistic(scores(cues, model["flag_weights"], model["flag_bias"]))
    return flags, softmax(scores(cues, model["motive_weights"], model["motive_bias"]))


def elements(cues: Floats) -> list[Elements]:
    chances, motives = element_chances(cues)
    stated = flags_stated(chances, cues, load("elements")["flag_limits"]).tolist()
    chosen = [MOTIVES[index] for index in motives.argmax(axis=1)]
    return [_stated(row, motive) for row, motive in zip(stated, chosen, strict=True)]


def flags_stated(chances: Floats, cues: Floats, limits: Floats) -> NDArray[np.bool_]:
    """n × 6: the model says so (each flag from a limit of its own), or a short letter does."""
    stated = np.asarray(chances >= limits)
    short = cues[:, _LONG] == 0
    for flag, signs in SAID_OUTRIGHT.items():
        said = (cues[:, [NAMES.index(sign) for sign in signs]] > 0).any(axis=1)
        stated[:, FLAGS.index(flag)] |= short & said
    return stated


def _stated(row: Sequence[bool], motive: str) -> Elements:
    flags = dict(zip(FLAGS, row, strict=True))
    return Elements(**flags, motive=motive)
