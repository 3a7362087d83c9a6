"""Looking for reports by a few words: numbers, whoever is reported, phones, places, and what an account says.

The blind index answers without opening anything. Words of two characters stand in it only as names and places;
for them the titles of the newest reports are opened, too. Identities are never looked at: there is no finding
of who reported (检控规则 47).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import Q, QuerySet

from yixian.assessment.models import MatterLink, Transfer
from yixian.language import normalise
from yixian.language.likeness import Account, TermKind, terms
from yixian.protection.actions import Match, find_terms, open_seals, token
from yixian.protection.officer import Officer
from yixian.reception.likeness import OLD_NUMBER
from yixian.roster.queries import cadres_of, units_of

SHORTEST, SENTENCE = 2, 8
TITLES_OPENED = 400
MOST_FOUND = 50
ENOUGH = 0.6
"""The share of a long phrase's pieces that must be there; a short word must be there whole."""
DIRECT = (TermKind.PERSON, TermKind.UNIT, TermKind.PLACE, TermKind.PHONE)
SAID = {
    TermKind.PERSON.value: "人名",
    TermKind.UNIT.value: "单位",
    TermKind.PLACE.value: "地点",
    TermKind.PHONE.value: "电话",
    TermKind.GRAM.value: "内容",
    OLD_NUMBER: "原编号",
}
WEIGHT = {
    "编号": 100,
    "文号": 100,
    "原编号": 90,
    "被反映人": 40,
    "被反映单位": 30,
    "电话": 20,
    "人名": 15,
    "单位": 10,
    "地点": 8,
}
NUMBER = re.compile(r"事?(?:\d{4}-)?\d{1,4}")
BETWEEN_DIGITS = re.compile(r"(?<=\d)-(?=\d)")


Trace: TypeAlias = tuple[UUID, str, str, str]
"""A report, the word as typed, the kind in which it was recognised, and what was recognised."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed, with the terms under which the index may hold it."""

    typed: str
    kinds: frozenset[tuple[str, str]]
    grams: frozenset[str]

    @classmethod
    def of(cls, typed: str) -> "Word":
        plain = normalise(typed)
        read = [(kind, term) for kind, term in terms(Account("asked", "", plain)) if len(term) >= SHORTEST]
        direct = {(kind.value, BETWEEN_DIGITS.sub("", plain)) for kind in DIRECT}
        named = {(kind.value, term) for kind, term in read if kind in DIRECT}
        direct.add((OLD_NUMBER, plain))
        return cls(typed, frozenset(direct | named), frozenset(t for k, t in read if k is TermKind.GRAM))

    def reasons(self, matches: Iterable[Match]) -> Iterator[tuple[str, str]]:
        """Why a record with these matches is meant by this word: kind and what was recognised."""
        held = {(match.kind, match.term) for match in matches}
        for kind, term in sorted(self.kinds & held):
            yield SAID[kind], term
        pieces = {term for kind, term in held if kind == TermKind.GRAM.value} & self.grams
        needed = ENOUGH if len(self.typed) >= SENTENCE else 1.0
        in_full = any(term == normalise(self.typed) for _, term in self.kinds & held)
        if self.grams and not in_full and len(pieces) >= needed * len(self.grams):
            yield SAID[TermKind.GRAM.value], self.typed


@dataclass(slots=True)
class Hit:
    """What speaks for one report: by word, the reasons."""

    reasons: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, word: str, kind: str, term: str) -> None:
        told = self.reasons.setdefault(word, [])
        if (kind, term) not in told:
            told.append((kind, term))

    @property
    def weight(self) -> tuple[int, int]:
        """More of the words first, then what says more."""
        kinds = [kind for told in self.reasons.values() for kind, _ in told]
        return len(self.reasons), sum(WEIGHT.get(kind, 5) for kind in kinds)

    def sentences(self) -> tuple[str, ...]:
        return tuple(f"{kind}：{term}" for told in self.reasons.values() for kind, term in told)


def words_in(text: str) -> tuple[list[Word], list[str]]:
    """The words to look for, and those too short for it."""
    typed = list(dict.fromkeys(text.split()))
    long_enough = [each for each in typed if len(each) >= SHORTEST or NUMBER.fullmatch(each)]
    return [Word.of(each) for each in long_enough], [each for each in typed if each not in long_enough]


def hits_among(by: Officer, words: list[Word], visible: QuerySet[Any]) -> dict[UUID, Hit]:
    """Report → what speaks for it, of those that may be seen; how often a word occurs elsewhere tells nothing."""
    seen = frozenset(visible.values_list("pk", flat=True))
    traces = chain(
        _numbered(words, visible),
        _reported(by, words, visible),
        _indexed(by, words),
        _titled(by, words, visible),
    )
    found: dict[UUID, Hit] = {}
    for report_id, word, kind, term in traces:
        if report_id in seen:
            found.setdefault(report_id, Hit()).add(word, kind, term)
    return found


def _numbered(words: list[Word], visible: QuerySet[Any]) -> Iterator[Trace]:
    for word in words:
        if NUMBER.fullmatch(word.typed):
            for report_id, number in visible.filter(_number(word.typed)).values_list("pk", "number"):
                yield report_id, word.typed, "编号", number
            links = MatterLink.objects.filter(unlinked_on__isnull=True, matter__number=word.typed)
            for report_id, number in links.values_list("report_id", "matter__number"):
                yield report_id, word.typed, "编号", number
        elif word.typed.endswith("号"):
            sent = Transfer.objects.filter(letter_number=word.typed)
            for report_id in sent.values_list("report_id", flat=True):
                yield report_id, word.typed, "文号", word.typed


def _number(typed: str) -> Q:
    """2026-0012 is one report; 12 is number 12 of any year."""
    return Q(number=typed) if "-" in typed else Q(number__endswith=f"-{typed.zfill(4)}")


def _reported(by: Officer, words: list[Word], visible: QuerySet[Any]) -> Iterator[Trace]:
    """Whoever of the roster bears the name, by the keyed token that reports keep of them."""
    named = {word.typed for word in words}
    cadres = [
        ("被反映人", "cadre", each.pk, each.name) for each in cadres_of(by.organ_id).filter(name__in=named)
    ]
    units = [
        ("被反映单位", "unit", each.pk, each.name) for each in units_of(by.organ_id).filter(name__in=named)
    ]
    for said, kind, key, name in (*cadres, *units):
        held = {f"people__{kind}_token": token(by=by, kind=kind, value=key)}
        for report_id in visible.filter(destroyed_on__isnull=True, **held).values_list("pk", flat=True):
            yield report_id, name, said, name


def _indexed(by: Officer, words: list[Word]) -> Iterator[Trace]:
    asked: dict[str, set[str]] = {}
    for word in words:
        for kind, term in (*word.kinds, *((TermKind.GRAM.value, gram) for gram in word.grams)):
            if len(term) >= SHORTEST:
                asked.setdefault(kind, set()).add(term)
    for record, matches in find_terms(by=by, terms=asked).items():
        for word in words:
            for kind, term in word.reasons(matches):
                yield record, word.typed, kind, term


def _titled(by: Officer, words: list[Word], visible: QuerySet[Any]) -> Iterator[Trace]:
    short = [word for word in words if len(word.typed) == SHORTEST and not word.grams]
    if not short:
        return
    kept = visible.filter(destroyed_on__isnull=True)
    newest = dict(kept.order_by("-received_on", "-number").values_list("account", "pk")[:TITLES_OPENED])
    titles = open_seals(by=by, seals=newest, slot="title")
    for seal, title in titles.items():
        for word in short:
            if normalise(word.typed) in normalise(title):
                yield newest[seal], word.typed, "标题", word.typed
