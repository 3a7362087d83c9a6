"""Letters as a township office gets them, all invented: taught by one half, scored on the other."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yixian.language.normalise import normalise

KINDS = {"检举控告": "accusation", "申诉": "appeal", "批评建议": "suggestion", "业务范围外": "out_of_scope"}
FLAGS = {
    "人": "who",
    "事": "what",
    "时": "when",
    "地": "where",
    "证": "evidence",
    "名": "self_identified",
}
MOTIVES = {"私": "self", "公": "public", "兼": "mixed"}
_FILES = ("accusations.txt", "others.txt")


@dataclass(frozen=True)
class Letter:
    """One invented letter and its labels, in the names of the rubric."""

    number: int
    subject: str
    detail: str
    kind: str
    issues: tuple[str, ...]
    targets: tuple[tuple[str, str, str], ...]
    stated: frozenset[str]
    motive: str
    department: str

    @property
    def text(self) -> tuple[str, str]:
        return self.subject, self.detail

    @property
    def plain(self) -> tuple[str, str]:
        """As the models see it."""
        return normalise(self.subject), normalise(self.detail)


def taught() -> list[Letter]:
    """The half that rules were tuned on and models are trained on: odd numbers."""
    return [letter for letter in letters() if letter.number % 2]


def kept() -> list[Letter]:
    """The half that no model learns from: even numbers. Its totals have been seen, so it is no blind test."""
    return [letter for letter in letters() if not letter.number % 2]


@cache
def letters() -> tuple[Letter, ...]:
    folder = Path(__file__).parent
    blocks = [
        block
        for name in _FILES
        for block in re.split(r"^@", (folder / name).read_text(encoding="utf-8"), flags=re.M)[1:]
    ]
    return tuple(_letter(block) for block in blocks)


def _letter(block: str) -> Letter:
    head, subject, *detail = block.strip().split("\n")
    number, kind, issues, targets, stated, motive, department = (part.strip() for part in head.split(";"))
    return Letter(
        number=int(number),
        subject=subject,
        detail="\n".join(detail),
        kind=KINDS[kind],
        issues=tuple(issues.split("、")) if issues else (),
        targets=tuple(_target(one) for one in targets.split("、") if one),
        stated=frozenset(FLAGS[mark] for mark in stated),
        motive=MOTIVES[motive],
        department=department,
    )


def _target(words: str) -> tuple[str, str, str]:
    name, post, unit = words.split("/")
    return name, post, unit
