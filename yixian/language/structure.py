"""How an accusation is built: persons charged, units charged, an official or a private name in the subject.

Words alone cannot tell 举报物业乱收费 from 举报村委乱收费; who stands beside the charge can.
"""

import math

from yixian.language.accused import LONGEST_SUBJECT, UNITS, charged_persons, charged_units
from yixian.language.spans import named
from yixian.language.words.units import PRIVATE_ENDINGS

NAMES = (
    "被指的人数",
    "被指的单位数",
    "指人的分量",
    "指单位的分量",
    "主题有机关",
    "主题有企业",
    "主题里指单位",
)


def standing(subject: str, detail: str) -> list[float]:
    """One number for each of NAMES, from normalised text."""
    subject = subject[:LONGEST_SUBJECT]
    text, edge = f"{subject}\n{detail}", len(subject)
    persons, units = charged_persons(text, edge), charged_units(text, edge)
    private = [unit.ending in PRIVATE_ENDINGS for unit in named(subject, UNITS)]
    return [
        math.log1p(len(persons)),
        math.log1p(len(units)),
        max((person.weight for person in persons), default=0.0) / 4,
        max((unit.weight for unit in units), default=0.0) / 3,
        float(not all(private)),
        float(any(private)),
        float(any(unit.unit[0] < edge for unit in units)),
    ]
