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
from yixian.vault.index.segments import Source, look_up, replaced, settle, settle_many, strike
from yixian.vault.models import IndexSegment, IndexTail

T = TypeVar("T")
TOKEN, FILL, SOME = 8, 32, 400
MOST_POSTINGS = 50_000
"""Of a question: five milliseconds of counting."""
AT_FIRST = 64
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
    settle_many(organ_ref, len(rows))


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
    whole, keys = _asked(tokens)
    found: dict[bytes, list[UUID]] = {}
    for source in look_up(organ_ref, keys):
        named = source.named(source.found.numbers.tolist())
        for at, numbers in source.found.each():
            every = [named[number][0] for number in numbers.tolist() if number in named]
            found.setdefault(whole[at], []).extend(every)
    return {held: every for held, every in found.items() if every}


class Ranked:
    """Records by what they share with a question, best first; read on as far as is wanted.

    ``weigh`` says what sharing a term counts for that so many records hold; nothing for what is to be left out. Of what
    is not left out the rarest terms are counted, as far as ``MOST_POSTINGS`` go: the rest would change little.
    """

    def __init__(self, organ_ref: int, tokens: Mapping[bytes, T], weigh: Callable[[T, int], float]) -> None:
        whole, keys = _asked(tokens)
        terms = {term: at for at, term in enumerate(dict.fromkeys(tokens.values()))}
        term_of = np.array([terms[tokens[each]] for each in whole], np.int64)
        self.sources = look_up(organ_ref, keys)
        held = np.zeros(len(terms), np.int64)
        for source in self.sources:
            np.add.at(held, term_of[source.found.which], source.found.counts)
        weights = np.array([weigh(term, int(held[at])) if held[at] else 0.0 for term, at in terms.items()])
        weights[_beyond(held, weights)] = 0.0
        scored = [_scored(each, weights[term_of[each.found.which]]) for each in self.sources]
        self._of = np.repeat(np.arange(len(scored)), [len(numbers) for numbers, _ in scored])
        self._numbers = np.concatenate([numbers for numbers, _ in scored])
        self._scores = np.concatenate([scores for _, scores in scored])
        self._order = self._ordered(AT_FIRST)

    def __len__(self) -> int:
        return len(self._scores)

    def _ordered(self, most: int) -> NDArray[np.int64]:
        """The places of the best so many; ties by their place."""
        if most >= len(self):
            return np.argsort(-self._scores, kind="stable")
        least = np.partition(self._scores, len(self) - most)[len(self) - most]
        best = np.flatnonzero(self._scores >= least)
        return best[np.argsort(-self._scores[best], kind="stable")]

    def best(self, start: int, end: int) -> list[tuple[UUID, float, int]]:
        """From this place to that one: the record, what it comes to, and how many tokens it has."""
        if end > len(self._order) < len(self):
            self._order = self._ordered(len(self))
        some = self._order[start:end].tolist()
        named = {
            at: source.named(int(self._numbers[each]) for each in some if self._of[each] == at)
            for at, source in enumerate(self.sources)
        }
        places = [(int(self._of[each]), int(self._numbers[each]), float(self._scores[each])) for each in some]
        known = [(*named[of][number], score) for of, number, score in places if number in named[of]]
        return [(record, score, size) for record, size, score in known]


def _beyond(held: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which terms are left out because too much would have to be counted; the rarest are in."""
    loud = np.where(weights > 0, held, 0)
    order = np.argsort(loud, kind="stable")
    beyond = np.zeros(len(held), bool)
    beyond[order] = np.cumsum(loud[order]) > MOST_POSTINGS
    return beyond


def _scored(source: Source, weights: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Numbers and what they come to, of one source."""
    each = np.repeat(weights, source.found.counts)
    loud = np.flatnonzero(each)
    if not len(loud):
        return np.zeros(0, np.int64), np.zeros(0)
    sums = np.bincount(source.found.numbers[loud].astype(np.int64), weights=each[loud], minlength=len(source))
    numbers = np.flatnonzero(sums)
    return numbers, sums[numbers].astype(np.float64)


def _asked(tokens: Iterable[bytes]) -> tuple[list[bytes], Words]:
    """The tokens, and what the index knows of them; both in order."""
    whole = sorted(set(tokens))
    return whole, keys_of(b"".join(each[:KEPT] for each in whole))
