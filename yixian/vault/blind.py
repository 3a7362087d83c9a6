"""Keyed tokens: what lets a session find words in sealed reports, and check recusal without opening them.

Both keys derive from the organ's office key and exist only in sessions. A token is eight bytes, of which the index
keeps five; its kind is hashed in, so a thief cannot tell names from places. Records are filled up with random tokens
to a multiple of ``FILL``, so that their number says little about the length of the letter.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from uuid import UUID

import numpy as np
from django.db.models import Sum
from nacl.utils import random
from numpy.typing import NDArray

from yixian.toolkit.inserting import batches, insert_stored, stored
from yixian.vault.crypto import context_bytes, suite
from yixian.vault.index.coding import KEY_BITS, Words, keys_of
from yixian.vault.index.segments import Source, look_up, replaced, settle, strike
from yixian.vault.models import IndexSegment, IndexTail

T = TypeVar("T")
TOKEN, FILL, SOME = 8, 32, 400
KEPT = KEY_BITS // 8


def index_key(office_private: bytes) -> bytes:
    return suite().digest(office_private, b"index", 32)


def guard_key(office_private: bytes) -> bytes:
    """What checks recusal; it opens nothing and finds no word."""
    return suite().digest(office_private, b"guard", 32)


def token(key: bytes, kind: str, value: str) -> bytes:
    return suite().digest(key, context_bytes("token", kind, value), TOKEN)


def remember(organ_ref: int, record: UUID, tokens: Iterable[bytes]) -> None:
    """Replace the tokens of one record."""
    IndexTail.objects.filter(record=record).delete()
    replaced([record])
    IndexTail.objects.create(organ_ref=organ_ref, record=record, tokens=_filled(tokens))
    settle(organ_ref)


def remember_many(organ_ref: int, tokens: Mapping[UUID, Iterable[bytes]]) -> None:
    """The tokens of records that had none, in one statement: an import brings a million at a time."""
    written = stored(IndexTail, "record") or (lambda record: record)
    rows = [(organ_ref, written(record), _filled(held)) for record, held in tokens.items()]
    insert_stored(IndexTail, ("organ_ref", "record", "tokens"), rows)
    settle(organ_ref)


def _filled(tokens: Iterable[bytes]) -> bytes:
    """What is kept of them side by side, in order, so that nothing tells which are a filling."""
    kept = {each[:KEPT] for each in tokens}
    filler = random(KEPT * (-len(kept) % FILL))
    kept |= {filler[at : at + KEPT] for at in range(0, len(filler), KEPT)}
    return b"".join(sorted(kept))


def forget(record: UUID) -> None:
    forget_many([record])


def forget_many(records: Iterable[UUID]) -> None:
    """Nothing of their words stays, neither in the tail nor in any segment."""
    for some in batches(sorted(records, key=str), SOME):
        IndexTail.objects.filter(record__in=some).delete()
        strike(some)


def count(organ_ref: int) -> int:
    """How many records the index holds, about: those that were replaced are counted until the next merge."""
    segments = IndexSegment.objects.filter(organ_ref=organ_ref).aggregate(all=Sum("records"))["all"] or 0
    return int(segments) + IndexTail.objects.filter(organ_ref=organ_ref).count()


def matches(organ_ref: int, tokens: Iterable[bytes]) -> dict[bytes, list[UUID]]:
    """The records that hold each token."""
    asked = _asked(tokens)
    found: dict[bytes, list[UUID]] = {}
    for source in look_up(organ_ref, _sorted(asked)):
        named = source.named(number for held in source.found.values() for number in held.tolist())
        for key, held in source.found.items():
            every = [named[number][0] for number in held.tolist() if number in named]
            found.setdefault(asked[key], []).extend(every)
    return {held: every for held, every in found.items() if every}


class Ranked:
    """Records by what they share with a question, best first; read on as far as is wanted.

    ``weigh`` says what sharing a term counts for that so many records hold; nothing for what is to be left out.
    """

    def __init__(self, organ_ref: int, tokens: Mapping[bytes, T], weigh: Callable[[T, int], float]) -> None:
        asked = _asked(tokens)
        self.sources = look_up(organ_ref, _sorted(asked))
        held: dict[T, int] = {}
        for source in self.sources:
            for key, numbers in source.found.items():
                term = tokens[asked[key]]
                held[term] = held.get(term, 0) + len(numbers)
        weights = {term: weigh(term, df) for term, df in held.items()}
        scored = [
            _scored(each, {key: weights[tokens[asked[key]]] for key in each.found}) for each in self.sources
        ]
        self._of = np.repeat(np.arange(len(scored)), [len(numbers) for numbers, _ in scored])
        self._numbers = np.concatenate([numbers for numbers, _ in scored])
        self._scores = np.concatenate([scores for _, scores in scored])
        self._order = np.lexsort((self._numbers, -self._scores))

    def __len__(self) -> int:
        return len(self._order)

    def best(self, start: int, end: int) -> list[tuple[UUID, float, int]]:
        """From this place to that one: the record, what it comes to, and how many tokens it has."""
        some = self._order[start:end].tolist()
        named = {
            at: source.named(self._numbers[each] for each in some if self._of[each] == at)
            for at, source in enumerate(self.sources)
        }
        places = [(int(self._of[each]), int(self._numbers[each]), float(self._scores[each])) for each in some]
        known = [(*named[of][number], score) for of, number, score in places if number in named[of]]
        return [(record, score, size) for record, size, score in known]


def _scored(source: Source, weights: Mapping[int, float]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Numbers and what they come to, of one source."""
    loud = {key: weight for key, weight in weights.items() if weight > 0}
    if not loud:
        return np.zeros(0, np.int64), np.zeros(0)
    numbers = np.concatenate([source.found[key] for key in loud]).astype(np.int64)
    each = np.repeat(list(loud.values()), [len(source.found[key]) for key in loud])
    distinct, place = np.unique(numbers, return_inverse=True)
    return distinct, np.bincount(place, weights=each).astype(np.float64)


def _asked(tokens: Iterable[bytes]) -> dict[int, bytes]:
    """What the index knows of a token → the token."""
    whole = sorted(set(tokens))
    keys = keys_of(b"".join(each[:KEPT] for each in whole)).tolist() if whole else []
    return dict(zip(keys, whole, strict=True))


def _sorted(asked: Mapping[int, bytes]) -> Words:
    return np.array(sorted(asked), np.uint64)
