"""One report in, one Reading out; many are read in batches, which is where the speed comes from.

A reading is a proposal to a clerk, never a decision: it carries its probabilities and its reasons.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yixian.language.accused import LONGEST, LONGEST_SUBJECT, Accused, accused
from yixian.language.artefacts import load
from yixian.language.cues import measured
from yixian.language.departments import DepartmentGuess, department_guesses
from yixian.language.elements import Elements, elements
from yixian.language.features import counts, weighed
from yixian.language.issues import issues
from yixian.language.kinds import APPEAL, KindGuess, kind_guesses
from yixian.language.normalise import fold, normalise
from yixian.language.places import places
from yixian.language.reasons import reasons
from yixian.language.summary import summary

BATCH = 500
ACCUSED_FROM = 0.3  # below this chance of an accusation nobody is named as accused


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine proposes about one report; labels are those of the rubric."""

    kind: str
    kind_probability: float
    accusation_probability: float
    department: str
    department_probability: float
    department_sure: bool
    issues: tuple[str, ...]
    accused: tuple[Accused, ...]
    places: tuple[str, ...]
    who: bool
    what: bool
    when: bool
    where: bool
    evidence: bool
    self_identified: bool
    motive: str
    reasons: tuple[str, ...]
    summary: str


def read(subject: str, detail: str) -> Reading:
    return read_many([(subject, detail)])[0]


def read_many(
    texts: Sequence[tuple[str, str]], *, progress: Callable[[int], None] | None = None
) -> list[Reading]:
    """`progress` is told after each batch how many more have been read."""
    found: list[Reading] = []
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        found += _read_batch(batch)
        if progress is not None:
            progress(len(batch))
    return found


def _read_batch(texts: Sequence[tuple[str, str]]) -> list[Reading]:
    plain = [(normalise(subject)[:LONGEST_SUBJECT], normalise(detail)) for subject, detail in texts]
    grams = weighed(counts(plain), load("grams")["idf"])
    cues = measured(plain)
    parts = zip(
        texts, plain, kind_guesses(plain, grams, cues), department_guesses(grams), elements(cues), strict=True
    )
    return [_reading(*part) for part in parts]


def _reading(
    text: tuple[str, str],
    plain: tuple[str, str],
    kind: KindGuess,
    department: DepartmentGuess,
    stated: Elements,
) -> Reading:
    accusing = kind.kind == "accusation" or (kind.kind != APPEAL and kind.accusation >= ACCUSED_FROM)
    return Reading(
        kind=kind.kind,
        kind_probability=kind.probability,
        accusation_probability=kind.accusation,
        department=department.label,
        department_probability=department.probability,
        department_sure=department.sure,
        issues=issues(*plain) if kind.kind == "accusation" else (),
        accused=tuple(accused(*text)) if accusing else (),
        places=_places(*text),
        who=stated.who,
        what=stated.what,
        when=stated.when,
        where=stated.where,
        evidence=stated.evidence,
        self_identified=stated.self_identified,
        motive=stated.motive,
        reasons=reasons(plain, kind, department),
        summary=summary(*text),
    )


def _places(subject: str, detail: str) -> tuple[str, ...]:
    raw = f"{subject[:LONGEST_SUBJECT]}\n{detail[:LONGEST]}"
    return tuple(raw[start:end] for start, end in places(fold(raw)))
