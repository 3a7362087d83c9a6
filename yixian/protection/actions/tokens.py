"""Keyed tokens: the blind index, and what stands for a cadre or a unit on a report."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from yixian.protection.actions.rings import ring_of
from yixian.protection.officer import Officer
from yixian.trail.actions import record as leave_entry
from yixian.trail.refusal import Refusal
from yixian.vault import blind
from yixian.vault.enums import Purpose

GUARD_KINDS = frozenset({"cadre", "unit"})
SHORTEST = 2


class NoIndexKey(Refusal):
    """Tokens are made only in the sitting of someone who holds the organ's office key."""

    key = "no_index_key"


class TooShort(ValueError):
    """A single character is too common to hide: it is never indexed."""


@dataclass(frozen=True)
class Match:
    """A term that a record shares with what was asked; ``df`` is the number of records that hold it."""

    kind: str
    term: str
    df: int


def token(by: Officer, kind: str, value: object) -> bytes:
    """The token of today's key: ``cadre`` and ``unit`` for recusal, any other kind for the index."""
    return key_of_today(by, kind)(kind, str(value))


def index_terms(*, by: Officer, record: UUID, terms: Mapping[str, Iterable[str]]) -> None:
    """Make a sealed record findable by these terms (kind to terms), in place of what it had."""
    tokens = {token_of for kind, words in terms.items() for token_of in _today(by, kind, words)}
    blind.remember(by.organ_id, record, tokens)


def forget_terms(*, by: Officer, record: UUID) -> None:
    """Take a record out of the index: it was passed on, or its retention ended."""
    blind.forget(record)
    leave_entry(by=by, act="protection.forget_terms", subject=f"record:{record}")


def find_terms(*, by: Officer, terms: Mapping[str, Iterable[str]]) -> dict[UUID, list[Match]]:
    """The own organ's records that hold any of the terms, by every version of the key that the officer holds. One
    entry in the trail, which never says what was searched for.
    """
    asked = {
        made(kind, term): (kind, term)
        for kind, words in terms.items()
        for made in keys_of(by, kind)
        for term in _long_enough(words)
    }
    leave_entry(by=by, act="protection.find_terms", subject=f"organ:{by.organ_id}")
    found = blind.matches(by.organ_id, asked)
    df: dict[tuple[str, str], int] = {}
    for held, records in found.items():
        df[asked[held]] = df.get(asked[held], 0) + len(records)
    matches: dict[UUID, list[Match]] = {}
    for held, records in found.items():
        kind, term = asked[held]
        for each in records:
            matches.setdefault(each, []).append(Match(kind, term, df[kind, term]))
    return matches


def rank_terms(
    *, by: Officer, terms: Mapping[str, Iterable[str]], weigh: Callable[[str, int, int], float]
) -> blind.Ranked:
    """The own organ's records by what they share with these terms, best first, without opening any.

    ``weigh`` says what sharing a term counts for: its kind, how many records hold it, and how many there are. One entry
    in the trail, which never says what was searched for.
    """
    asked = {
        made(kind, term): (kind, term)
        for kind, words in terms.items()
        for made in keys_of(by, kind)
        for term in _long_enough(words)
    }
    leave_entry(by=by, act="protection.find_terms", subject=f"organ:{by.organ_id}")
    every = blind.count(by.organ_id)
    return blind.Ranked(by.organ_id, asked, lambda term, df: weigh(term[0], df, every))


def key_of_today(by: Officer, kind: str) -> Callable[[str, str], bytes]:
    """What makes the tokens of new records."""
    return keys_of(by, kind)[0]


def keys_of(by: Officer, kind: str) -> list[Callable[[str, str], bytes]]:
    """What makes tokens of that kind, by each version of the key that the officer holds, today's first."""
    derive = blind.guard_key if kind in GUARD_KINDS else blind.index_key
    shares = ring_of(by).shares(purpose=Purpose.OFFICE, organ_ref=by.organ_id)
    made: list[Callable[[str, str], bytes]] = [partial(blind.token, derive(private)) for _, private in shares]
    if not made:
        raise NoIndexKey("您没有本机构的办公密钥，不能检索或者登记。")
    return made


def _today(by: Officer, kind: str, words: Iterable[str]) -> list[bytes]:
    made = key_of_today(by, kind)
    return [made(kind, word) for word in _long_enough(words)]


def _long_enough(words: Iterable[str]) -> list[str]:
    held = sorted(set(words))
    if any(len(word) < SHORTEST for word in held):
        raise TooShort("single characters are not indexed")
    return held
