"""What a report leaves behind for comparing: names as words, the rest as numbers."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import rjieba
from numpy.typing import NDArray

from yixian.language.likeness.account import Account
from yixian.language.likeness.conduct import conduct
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
    wording: Bag  # 2- and 3-grams of subject (twice) and detail
    subject: Bag  # 2- and 3-grams of the subject alone
    topic: Bag  # whole words, for their sense


def trace(account: Account) -> Trace:
    """Read an account once; everything after compares traces."""
    subject = normalise(account.subject)
    detail = normalise(account.detail)[:LONGEST]
    text = f"{subject}\n{detail}"
    return Trace(
        id=account.id,
        sender=account.sender or None,
        received_on=account.received_on,
        named=mentions(text),
        conduct=conduct(text),
        wording=Bag.of(np.concatenate([grams(text), grams(subject)])),
        subject=Bag.of(grams(subject)),
        topic=Bag.of(_words(f"{subject}\n{text}")),
    )


def _words(text: str) -> Ids:
    words = (word for word in rjieba.cut(text) if len(word) > 1 and not word.isdigit())
    return np.fromiter((word_id(word) for word in words), dtype=np.uint32)
