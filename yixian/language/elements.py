"""Are who, what, when, where and evidence stated; who signs; in whose interest. One small linear model."""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.language.artefacts import load
from yixian.language.linear import Floats, logistic, scores, softmax

FLAGS = ("who", "what", "when", "where", "evidence", "self_identified")
MOTIVES = ("self", "public", "mixed")


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
    flags, motives = element_chances(cues)
    stated = (flags >= load("elements")["thresholds"]).tolist()
    chosen = [MOTIVES[index] for index in motives.argmax(axis=1)]
    return [_stated(row, motive) for row, motive in zip(stated, chosen, strict=True)]


def _stated(row: Sequence[bool], motive: str) -> Elements:
    flags = dict(zip(FLAGS, row, strict=True))
    return Elements(**flags, motive=motive)
