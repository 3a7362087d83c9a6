"""What a thief learns from the blind index by counting: a frequency attack on real complaints.

The thief has the tokens of 600 reports of one office (who shares which token with whom, nothing else) and 3,700
letters of other offices in plain, which is more than anybody will have. Two attacks: ``rank`` matches the order of
frequencies; ``company`` is told the twenty commonest words and guesses each other token from the company it keeps.
Run: python -m bench.frequency_attack
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from training.likeness.sources import pool
from yixian.language.likeness import TermKind, terms

STOLEN, SEED, TOLD, BATCH = 600, 20260302, 20, 512
BANDS = {"df_over_60": (61, 600), "df_21_to_60": (21, 60), "df_6_to_20": (6, 20), "df_2_to_5": (2, 5)}
Records = Sequence[frozenset[str]]


def measure() -> dict[str, dict[str, float]]:
    """Share of tokens guessed right, by how many of the stolen reports hold them."""
    records = [
        frozenset(f"{kind}:{word}" for kind, word in terms(account) if kind is not TermKind.SENDER)
        for account in tqdm(pool(), desc="terms", disable=None)
    ]
    random.Random(SEED).shuffle(records)  # noqa: S311 - a repeatable split, no secret
    stolen, known = records[:STOLEN], records[STOLEN:]
    return {"rank": by_rank(stolen, known), "company": by_company(stolen, known)}


def by_rank(stolen: Records, known: Records) -> dict[str, float]:
    """The token of rank r is the word of rank r."""
    ours, theirs = counts(stolen), counts(known)
    order, guesses = ranked(ours), ranked(theirs)
    right = {word: word == guess for word, guess in zip(order, guesses, strict=False)}
    return by_band(ours, right)


def by_company(stolen: Records, known: Records) -> dict[str, float]:
    """Each token is the known word whose frequency and company (with the told words) are nearest."""
    ours, theirs = counts(stolen), counts(known)
    told = ranked(ours)[:TOLD]
    words = [word for word in ranked(ours) if ours[word] > 1]
    candidates = [word for word in ranked(theirs) if theirs[word] > 1]
    seen, expected = company(words, stolen, told), company(candidates, known, told)
    right = {
        words[at]: candidates[guess] == words[at]
        for start in range(TOLD, len(words), BATCH)
        for at, guess in enumerate(nearest(seen[start : start + BATCH], expected), start)
    }
    return by_band(ours, right)


def counts(records: Records) -> Counter[str]:
    return Counter(word for record in records for word in record)


def ranked(held: Counter[str]) -> list[str]:
    return sorted(held, key=lambda word: (-held[word], word))


def company(words: Sequence[str], records: Records, told: Sequence[str]) -> NDArray[np.float32]:
    """For each word: its own share of records, and how often it stands beside each told word."""
    place = {word: at for at, word in enumerate(words)}
    table = np.zeros((len(words), len(told) + 1), np.float32)
    for record in records:
        beside = [1.0, *(float(word in record) for word in told)]
        for word in record:
            if word in place:
                table[place[word]] += beside
    shares = table / np.float32(len(records))
    return np.sqrt(shares, dtype=np.float32)


def nearest(seen: NDArray[np.float32], expected: NDArray[np.float32]) -> list[int]:
    distances = (expected**2).sum(1)[None, :] - 2 * seen @ expected.T
    return [int(guess) for guess in distances.argmin(1)]


def by_band(held: Counter[str], right: dict[str, bool]) -> dict[str, float]:
    shares = {}
    for name, (least, most) in BANDS.items():
        band = [ok for word, ok in right.items() if least <= held[word] <= most]
        shares[name] = round(sum(band) / max(len(band), 1), 4)
        shares[f"{name}_tokens"] = len(band)
    return shares


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
