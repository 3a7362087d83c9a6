"""The accused, the names and the masking of texts that the models of a fold have not seen; a segmenter beside."""

import csv
import re
from dataclasses import dataclass

import numpy as np
import rjieba
from numpy.typing import NDArray

from training.reading import crossval, role_model
from training.reading.accused_score import Pair, Tally
from training.reading.name_model import Workbench
from training.reading.name_rows import OWN, Text, name_groups, name_texts, places
from yixian.language.accused import UNITS, Accused, accused
from yixian.language.artefacts import lent
from yixian.language.masking import Found, personal
from yixian.language.normalise import fold
from yixian.language.persons import names
from yixian.language.spans import named
from yixian.language.words.names import POSTS

OTHERS = OWN.with_name("personal.csv")
Spans = set[tuple[int, int]]


@dataclass
class Measured:
    pairs: list[Pair]  # of the careful reader's 63 accusations
    by_segmenter: list[Pair]
    groups: NDArray[np.int64]
    spans: Tally  # of all messages that were read whole
    segmenter_spans: Tally
    hidden: Tally
    read_groups: NDArray[np.int64]


def measured() -> Measured:
    texts = name_texts()
    groups, by_id = name_groups(texts), {one.id: row for row, one in enumerate(texts)}
    targets = role_model.accusations()
    careful = [one for one in targets if one.careful]
    read = [row for row, one in enumerate(texts) if one.read]
    found, spans, hidden = {}, {}, {}
    for arrays, test_on in crossval.person_models(Workbench(texts), groups, targets):
        held_out = set(test_on.tolist())
        with lent("persons", arrays):
            told = (one for one in careful if by_id[one.id] in held_out)
            found |= {one.id: accused(one.subject, one.detail) for one in told}
            here = [row for row in read if row in held_out]
            spans |= {row: _counted(_places(texts[row]), texts[row].names) for row in here}
            hidden |= {row: _hidden(texts[row]) for row in here}
    return Measured(
        pairs=[(found[one.id], one.targets) for one in careful],
        by_segmenter=[(_tagged(one.subject, one.detail), one.targets) for one in careful],
        groups=groups[[by_id[one.id] for one in careful]],
        spans=Tally(np.array([spans[row] for row in read])),
        segmenter_spans=Tally(
            np.array([_counted(_tagged_places(texts[row].text), texts[row].names) for row in read])
        ),
        hidden=Tally(np.array([hidden[row] for row in read])),
        read_groups=groups[read],
    )


def _places(one: Text) -> Spans:
    return {(name.start, name.end) for name in names(one.text)}


def _counted(found: Spans, wanted: frozenset[tuple[int, int]]) -> tuple[int, int, int]:
    return len(found & wanted), len(found), len(wanted)


def _hidden(one: Text) -> tuple[int, int, int]:
    """What was to be hidden and is wholly covered; what was hidden, a wrong one counting against the figure."""
    wanted = one.names | _others().get(one.id, frozenset())
    found = personal(one.text)
    covered = sum(any(each.start <= start and end <= each.end for each in found) for start, end in wanted)
    wrong = sum(not _touches(each, wanted) for each in found)
    return covered, covered + wrong, len(wanted)


def _touches(one: Found, wanted: frozenset[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in wanted)


def _others() -> dict[str, frozenset[tuple[int, int]]]:
    with OTHERS.open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: frozenset(places(re.sub("[a-z]+:", "", row["others"]))) for row in csv.DictReader(file)
        }


def _tagged_places(text: str) -> Spans:
    found, place = set(), 0
    for word, tag in rjieba.tag(text):
        if tag.startswith("nr") and len(word) > 1:
            found.add((place, place + len(word)))
        place += len(word)
    return found


def _tagged(subject: str, detail: str) -> list[Accused]:
    """The baseline: words that the segmenter tags as names, every post and every unit of the subject."""
    raw = f"{subject}\n{detail}"
    tagged = [Accused(raw[start:end], "", "") for start, end in sorted(_tagged_places(fold(raw)))]
    posts = [Accused("", post, "") for post in POSTS if post in subject]
    return tagged + posts + [Accused("", "", unit.text) for unit in named(fold(subject), UNITS)]
