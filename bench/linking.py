"""The sealed index at a million reports: how long it takes to build, how large it is, how long a question takes.

python -m bench linking                    100,000 and 1,000,000 records, on SQLite
python -m bench.linking --records N        N records

Recipe: the terms of the real messages (../shared/data) under one key. A synthetic report takes each term of one message
with probability 0.7, as many of another message's as make up for the rest, and eight of its own that nobody else has.
A question is the terms of a message as they are. What is opened and compared afterwards is not counted here.
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from uuid import UUID

RECORDS = (100_000, 1_000_000)
QUESTIONS, BATCH, OWN, KEPT = 200, 16_384, 8, 0.7
KEY, ORGAN = b"b" * 32, 1


def measure(records: tuple[int, ...] = RECORDS) -> dict[str, object]:
    return {str(count): on(count) for count in records}


def on(count: int) -> dict[str, Any]:
    """In a process of its own, so that the memory is this index's."""
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as home:
        environment = {
            **os.environ,
            "YIXIAN_HOME": home,
            "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test",
        }
        child = subprocess.run(
            [sys.executable, "-m", "bench.linking", "--child", "--records", str(count)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        told: dict[str, Any] = json.loads(child.stdout.splitlines()[-1])
        return told


def child(count: int) -> dict[str, object]:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from yixian.vault.models import IndexSegment, IndexTail

    call_command("migrate", "vault", verbosity=0)
    letters = _letters()
    began = time.process_time(), time.perf_counter()
    spent = _build(letters, count)
    build = {
        "build_seconds": round(time.perf_counter() - began[1] - spent, 1),
        "build_cpu_seconds": round(time.process_time() - began[0] - spent, 1),
    }
    file = Path(settings.DATABASES["default"]["NAME"])
    return {
        "records": count,
        "terms_a_record": round(statistics.mean(len(each) for each in letters)),
        **build,
        "megabytes": round(_bytes_of_index() / 1e6),
        "file_megabytes": round(file.stat().st_size / 1e6),
        "segments": IndexSegment.objects.count(),
        "tail": IndexTail.objects.count(),
        "peak_mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "questions": _asked(letters),
    }


def _letters() -> list[list[bytes]]:
    """The tokens of each real message."""
    from training.likeness.sources import pool
    from yixian.reception.likeness import index_words
    from yixian.vault.blind import token

    return [
        [
            token(KEY, kind, word)
            for kind, words in index_words(each.subject, each.detail).items()
            for word in words
        ]
        for each in pool()
    ]


def _build(letters: list[list[bytes]], count: int) -> float:
    """The office's own call, some thousands at a time; says how long making letters up took, which is not counted."""
    from django.db import transaction

    from yixian.toolkit.inserting import much_room
    from yixian.vault.blind import remember_many

    dice, spent = random.Random(11), 0.0  # noqa: S311 - repeatable, no secret
    for begun in range(0, count, BATCH):
        made = time.perf_counter()
        some = {UUID(int=at + 1): _made_up(letters, dice) for at in range(begun, min(begun + BATCH, count))}
        spent += time.perf_counter() - made
        with much_room(), transaction.atomic():
            remember_many(ORGAN, some)
    return spent


def _made_up(letters: list[list[bytes]], dice: random.Random) -> list[bytes]:
    one, other = dice.choice(letters), dice.choice(letters)
    kept = dice.sample(one, round(len(one) * KEPT))
    more = dice.sample(other, min(len(other), len(one) - len(kept)))
    return [*kept, *more, *(dice.randbytes(8) for _ in range(OWN))]


def _asked(letters: list[list[bytes]]) -> dict[str, object]:
    """Retrieval of the best sixty-four, as the registration page asks for them; the first ten questions warm up."""
    from yixian.language.likeness import TermKind, surprise
    from yixian.vault import blind

    dice = random.Random(5)  # noqa: S311 - repeatable, no secret
    every, took = blind.count(ORGAN), []
    for letter in dice.sample(letters, QUESTIONS + 10):
        began = time.perf_counter()
        ranked = blind.Ranked(
            ORGAN,
            dict.fromkeys(letter, TermKind.GRAM),
            lambda kind, held: 0.0 if held > 0.05 * every else surprise(kind, held, every),
        )
        ranked.best(0, 64)
        took.append(time.perf_counter() - began)
    cuts = statistics.quantiles(took[10:], n=20, method="inclusive")
    return {
        "asked": QUESTIONS,
        "p50_ms": round(statistics.median(took[10:]) * 1000, 1),
        "p95_ms": round(cuts[18] * 1000, 1),
    }


def _bytes_of_index() -> int:
    """What its tables and their indexes take in the file."""
    from django.conf import settings

    with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as file:
        rows = file.execute(
            "select name, sum(pgsize) from dbstat where name like 'vault_index%' group by name"
        )
        return sum(size for _, size in rows)


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--records", type=int)
    given.add_argument("--child", action="store_true")
    asked = given.parse_args()
    if asked.child:
        print(json.dumps(child(asked.records), ensure_ascii=False))
    else:
        found = measure((asked.records,) if asked.records else RECORDS)
        print(json.dumps(found, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
