"""Sealed reports a second with fifty reporters at once, beside django-helpdesk on the same machine in the same run.

python -m bench submissions

Ours is served by ``yixian serve`` with the office's settings (Argon2id at its real cost, SQLite with
synchronous=FULL), the peer by the same server with as many threads on a database set alike. The crowd runs in a
process of its own on the same cores; its processor time is given. ``whole``: each reporter walks every page, proof of
work and all, from the notice to the receipt, and leaves; for the peer that is the form, the sending and the ticket's
page. ``send``: the reports are filled in beforehand, and only the last button is pressed. Files of style and script
are left out on both sides. The peer does less: it stores the words in the clear, stretches no code, keeps no chained
trail and asks no proof.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from bench import postgres
from bench.helpdesk import LOCK, NotToBeHad, installed
from bench.office import ROOT, cpu_seconds, founded
from bench.reporters import account

CLIENTS, SECONDS, FILLED, ROUNDS = 50, 20, 200, 3
ALONE = """
import time
from nacl.pwhash import argon2id
from yixian.vault.crypto.suite import CODE_COSTS
cost = CODE_COSTS["office"]
begun = time.process_time()
for _ in range(5):
    argon2id.kdf(64, b"1" * 20, b"s" * 16, cost.passes, cost.memory)
print((time.process_time() - begun) / 5)
"""
Found = dict[str, Any]


def measure() -> Found:
    """Once on PostgreSQL; ``ROUNDS`` times on SQLite, taking turns with the peer. Medians of the rounds are told."""
    found: Found = {"clients": CLIENTS, "characters": len(account(0)), "granian": version("granian")}
    found["stretch_cpu_seconds"] = round(float(_printed(ALONE)), 3)
    with _peer(found) as peer, postgres.running() as database:
        big = {"yixian": _ours(database.url)}
        if peer:
            big["django-helpdesk"] = _of_peer(peer, database.another("peer"))
        small: dict[str, list[Found]] = {name: [] for name in big}
        for _ in range(ROUNDS):
            small["yixian"].append(_ours())
            if peer:
                small["django-helpdesk"].append(_of_peer(peer))
            print(json.dumps({name: rounds[-1] for name, rounds in small.items()}), flush=True)
    found |= {name: {"sqlite": medians(small[name]), "postgresql": big[name]} for name in big}
    return found


@contextmanager
def _peer(found: Found) -> Iterator[Any]:
    """Nothing, and said so, where the registry is out of reach: no figure is made up."""
    found["django-helpdesk version"] = next(  # as locked
        line.split()[0].partition("==")[2]
        for line in LOCK.read_text().splitlines()
        if line.startswith("django-helpdesk=")
    )
    try:
        installing = installed()
        peer = installing.__enter__()
    except NotToBeHad as why:
        print(f"!! django-helpdesk could not be installed, so its figures are missing: {why}", flush=True)
        found["django-helpdesk"] = None
        yield None
        return
    try:
        yield peer
    finally:
        installing.__exit__(None, None, None)


def _ours(database: str = "") -> Found:
    with founded(database=database) as office:
        office.serve()
        assert office.server is not None
        return _crowded("window", office.port, office.server.pid)


def _of_peer(peer: Any, database: str = "") -> Found:
    with peer.served(database):
        return _crowded("helpdesk", peer.port, peer.server.pid)


def _crowded(face: str, port: int, group: int) -> Found:
    """Warmed up, then whole reports, then the last button alone."""
    _crowd(face, "send", port, clients=4, count=8)
    return {
        "whole": _with_cpu(group, lambda: _crowd(face, "whole", port, clients=CLIENTS, seconds=SECONDS)),
        "send": _crowd(face, "send", port, clients=CLIENTS, count=FILLED),
    }


def _with_cpu(group: int, run: Callable[[], Found]) -> Found:
    before = cpu_seconds(group)
    found = run()
    return {**found, "server_cpu_seconds": round(cpu_seconds(group) - before, 2)}


def _crowd(face: str, what: str, port: int, **options: int) -> Found:
    given = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    command = [sys.executable, "-m", "bench.load", face, what, str(port), *given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout))


def medians(rounds: list[Found]) -> Found:
    """Number by number; failures are added up, since one is one too many."""
    first = rounds[0]
    return {name: _middle(name, [each.get(name) for each in rounds]) for name in first}


def _middle(name: str, values: list[Any]) -> Any:
    if name == "failed":
        return {
            kind: sum(each.get(kind, 0) for each in values)
            for kind in {kind for each in values for kind in each}
        }
    if isinstance(values[0], dict):
        return medians(values)
    return round(statistics.median(values), 3)


def _printed(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    begun = time.monotonic()
    print(json.dumps(measure(), ensure_ascii=False, indent=2))
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes")
