"""Linking over sealed reports: which plain terms are hashed for the index, and how hits are ranked.

At sealing time nothing is known of other reports, so every term is handed over with its kind; the index
knows how many reports hold each hash, and rare ones speak loudest. Nothing here sees a key or a hash.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from yixian.language.likeness.account import Account
from yixian.language.likeness.mentions import mentions
from yixian.language.likeness.traces import LONGEST
from yixian.language.normalise import normalise


class TermKind(Enum):
    """Also the domain of the hash: a place and a trigram of equal spelling must not hash alike."""

    PLACE = "place"
    UNIT = "unit"
    PERSON = "person"
    PHONE = "phone"
    SENDER = "sender"
    GRAM = "gram"

    @property
    def loudness(self) -> float:
        """What sharing a term of this kind counts for, against a trigram equally rare."""
        return _LOUDNESS[self]


_LOUDNESS = {
    TermKind.PLACE: 2.0,
    TermKind.UNIT: 2.0,
    TermKind.PERSON: 3.0,
    TermKind.PHONE: 4.0,
    TermKind.SENDER: 3.0,
    TermKind.GRAM: 1.0,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One term of the new report that the index also found in `report`."""

    report: str
    kind: TermKind
    document_frequency: int


def terms(account: Account) -> list[tuple[TermKind, str]]:
    """The distinct plain terms of a report, in a fixed order; each is hashed with its kind."""
    subject = normalise(account.subject)
    detail = normalise(account.detail)[:LONGEST]
    found = mentions(f"{subject}\n{detail}")
    sender = [(TermKind.SENDER, account.sender)] if account.sender else []
    return [
        *((TermKind.PLACE, word) for word in found.places),
        *((TermKind.UNIT, word) for word in found.units),
        *((TermKind.PERSON, word) for word in found.persons),
        *((TermKind.PHONE, word) for word in found.phones),
        *sender,
        *((TermKind.GRAM, gram) for gram in sorted(_trigrams(subject) | _trigrams(detail))),
    ]


def rank_by_shared_terms(
    hits: Iterable[Hit], *, reports: int, lengths: Mapping[str, int] | None = None, limit: int = 10
) -> list[tuple[str, float]]:
    """Reports by what they share with the new one, best first; ties by id.

    `reports` is how many the index holds. `lengths` (terms a report has in all) tempers long reports,
    which share much with everything.
    """
    scores: dict[str, float] = {}
    for hit in hits:
        scores[hit.report] = scores.get(hit.report, 0.0) + _surprise(hit, reports)
    if lengths:
        scores = {report: score / math.sqrt(1 + lengths.get(report, 0)) for report, score in scores.items()}
    return sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:limit]


def _surprise(hit: Hit, reports: int) -> float:
    return surprise(hit.kind, hit.document_frequency, reports)


def surprise(kind: TermKind, document_frequency: int, reports: int) -> float:
    """What sharing a term counts for that so many of so many reports hold."""
    rarity = math.log((reports + 1) / (document_frequency + 0.5))
    return kind.loudness * max(rarity, 0.0) ** 2


def _trigrams(text: str) -> set[str]:
    grams = (text[start : start + 3] for start in range(len(text) - 2))
    return {gram for gram in grams if gram.isalnum()}
