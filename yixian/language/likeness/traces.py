"""What a report leaves behind for comparing: names as words, the rest as numbers."""

import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np
import rjieba
from numpy.typing import NDArray

from yixian.language.likeness.account import Account
from yixian.language.likeness.conduct import asks_for_oneself, conduct
from yixian.language.likeness.grams import Ids, grams, word_id
from yixian.language.likeness.mentions import Mentions, mentions
from yixian.language.normalise import normalise

LONGEST = 1_500  # characters of the detail that are compared; the rest repeats or quotes


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Distinct ids in ascending order and how often each occurs (at most 255)."""

    ids: Ids
    counts: NDArray[np.uint8]

    @classmethod
    def of(cls, ids: Ids) -> "Bag":
        distinct, counts = np.unique(ids, return_counts=True)
        return cls(distinct, np.minimum(counts, 255).astype(np.uint8))


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """All that comparing needs of one account. Holds names, so it is sealed like the report itself."""

    id: str
    sender: str | None
    received_on: date | None
    named: Mentions
    conduct: tuple[str, ...]
    asks: bool  # how a rule applies to its writer
    wording: Bag  # 2- and 3-grams of subject (twice) and detail
    words: tuple[str, ...]  # distinct words in the order of topic.ids
    topic: Bag  # the same words as ids


def trace(account: Account) -> Trace:
    """Read an account once; everything after compares traces."""
    subject = normalise(account.subject)
    detail = normalise(account.detail)[:LONGEST]
    text = f"{subject}\n{detail}"
    words, topic = _words(f"{subject}\n{text}")
    return Trace(
        id=account.id,
        sender=account.sender or None,
        received_on=account.received_on,
        named=mentions(text),
        conduct=conduct(text),
        asks=asks_for_oneself(text),
        wording=Bag.of(np.concatenate([grams(text), grams(subject)])),
        words=words,
        topic=topic,
    )


def _words(text: str) -> tuple[tuple[str, ...], Bag]:
    """Words of two characters and more, with their ids; of two words with one id the first is kept."""
    found = Counter(word for word in rjieba.cut(text) if len(word) > 1 and not word.isdigit())
    by_id: dict[int, str] = {}
    counts: dict[int, int] = {}
    for word, count in sorted(found.items()):
        number = word_id(word)
        by_id.setdefault(number, sys.intern(word))
        counts[number] = min(counts.get(number, 0) + count, 255)
    order = sorted(by_id)
    ids = np.array(order, dtype=np.uint32)
    return tuple(by_id[n] for n in order), Bag(ids, np.array([counts[n] for n in order], dtype=np.uint8))
