"""Who of those named is accused: learnt from the careful reader's targets and our own (own_labels/accused.csv)."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from training.reading import corpus
from training.reading.fitting import Arrays
from training.reading.name_rows import Text, places
from yixian.language.accused import charged_persons, weights_of
from yixian.language.normalise import fold
from yixian.language.persons import Name
from yixian.language.roles import measures, spoken

OWN = Path(__file__).parent / "own_labels" / "accused.csv"
STRENGTH = 0.3
RoleRow = tuple[
    str, int, Sequence[Name], set[str]
]  # folded text, length of its subject, names in it, the accused


@dataclass(frozen=True)
class Accusation:
    """A text with its targets (name, post, unit), cut where the readers' text was cut."""

    id: str
    subject: str
    detail: str
    targets: tuple[tuple[str, str, str], ...]
    careful: bool

    @property
    def names(self) -> set[str]:
        return {target[0] for target in self.targets} - {""}


def accusations() -> list[Accusation]:
    """The careful reader's first."""
    raw = corpus.raw_messages()
    dev = [
        Accusation(
            row.id,
            raw[row.id][0],
            raw[row.id][1][:1_500],
            tuple((one["name"], one["post"], one["unit"]) for one in row.label["targets"]),
            True,
        )
        for row in corpus.kinds()
        if row.label["kind"] == "accusation"
    ]
    return dev + own_accusations()


def own_accusations() -> list[Accusation]:
    raw = corpus.raw_messages()
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Accusation(row["id"], raw[row["id"]][0], raw[row["id"]][1][:1_500], _targets(row), False)
        for row in rows
    ]


def _targets(row: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """ "3-6/1-3/ //8-12": name, post and unit of each target by their places in the text as written."""
    text = "\n".join(corpus.raw_messages()[row["id"]])

    def cut(place: str) -> str:
        return text[slice(*places(place)[0])] if place else ""

    found = (one.split("/") for one in row["targets"].split(" ") if one)
    return tuple((cut(name), cut(post), cut(unit)) for name, post, unit in found)


def train(rows: Sequence[RoleRow]) -> Arrays:
    tables, truths = [], []
    for text, subject, found, accused in rows:
        persons = spoken(text, found)
        if persons:
            tables.append(measures(text, subject, persons, weights_of(text, charged_persons(text, subject))))
            truths.append(np.array([one.name in accused for one in persons]))
    fit = LogisticRegression(C=STRENGTH, max_iter=3_000, random_state=0)
    fit.fit(np.concatenate(tables), np.concatenate(truths))
    return {"role_weights": fit.coef_[0], "role_bias": fit.intercept_}


def role_row(one: Accusation, truth: Mapping[str, Text]) -> RoleRow:
    """With the names that the readers marked, so that the roles do not learn from the finder's mistakes."""
    text = fold(f"{one.subject}\n{one.detail}")
    marked = truth[one.id].names if one.id in truth else frozenset()
    names = [Name(start, end, 1.0) for start, end in sorted(marked) if end <= len(text)]
    return text, len(one.subject), names, {fold(name) for name in one.names}
