"""Killed at a random moment, again and again, while reports come in: is anything lost that was acknowledged?

python -m bench.kills                    200 times on SQLite, and fewer on PostgreSQL
python -m bench.kills --kills 20         so many on SQLite alone

The real server (``yixian serve``) is killed with SIGKILL, the whole process group, while eight reporters walk the
window, one process hands in reports with files by the action itself, and somebody opens the mailboxes of all codes
acknowledged so far. Stretching is as cheap as in tests, so that more moments are met; sealing and the database are
the office's own.
SIGKILL takes the processes and not the machine: that what is committed is on the disk before it is acknowledged is
asked of the database apart (synchronous=FULL, PostgreSQL's defaults; ``tests/config/test_keeping.py``).
"""

import argparse
import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bench import postgres
from bench.crowd import Looker, Reporter, Seen
from bench.office import QUICK, ROOT, Office, founded
from bench.reporters import has_file

KILLS, POSTGRES_KILLS, CRASHES, CLIENTS, SEED = 200, 20, 5, 8, 20260304
EARLIEST, LATEST = 0.05, 1.2
"""Seconds after the office answers: the moment of each kill is drawn between them."""
SENDING = 0.04
"""Half of the kills fall so many seconds at most after a reporter has pressed the last button."""
BY_ACTION = 1_000_000
"""Numbers of reports handed in by the action begin here."""
DRAINED_WITHIN = 60.0


@dataclass
class Siege:
    """An office under load, and what its reporters have seen. ``by_action`` are code, number and files."""

    office: Office
    clients: int = CLIENTS
    seen: Seen = field(default_factory=Seen)
    by_action: list[tuple[str, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reporters = [Reporter(at, self.clients, self.seen) for at in range(self.clients)]
        self.looker = Looker(self.seen)

    def round(self, moment: Callable[[], None]) -> None:
        """Serve, let them all come, and kill it when ``moment`` returns."""
        self.office.begin()
        giver = self._giver()
        self.office.wait()
        stop, threads = self._crowd()
        moment()
        self.office.cut_off()
        self._note(giver)
        stop.set()
        _join(threads)

    def crash(self, database: postgres.Database, moment: Callable[[], None]) -> None:
        """The database dies and comes back; the office is not started again."""
        stop, threads = self._crowd()
        moment()
        database.crash()
        stop.set()
        _join(threads)
        database.restart()

    def drain(self) -> None:
        """No more kills: everybody finishes the report that they were at, and every code is looked up."""
        self.office.serve()
        never = threading.Event()
        port = self.office.port
        _join([_start(each.report_until, never, port, once=True) for each in self.reporters])
        _join([_start(self.looker.look_until, never, port)])
        self.office.stop()

    def checked(self) -> dict[str, object]:
        acknowledged = [
            [code, number, int(has_file(number))] for code, number in self.seen.acknowledged.items()
        ]
        acknowledged += [list(each) for each in self.by_action]
        given = {"phrases": self.office.phrases, "acknowledged": acknowledged}
        found = json.loads(self.office.run("bench.checking", given=json.dumps(given)))
        found["mailboxes_not_opened"] = sorted(self.seen.acknowledged.keys() - self.seen.opened)
        return found

    def _crowd(self) -> tuple[threading.Event, list[threading.Thread]]:
        stop, port = threading.Event(), self.office.port
        threads = [_start(each.report_until, stop, port) for each in self.reporters]
        return stop, [*threads, _start(self.looker.look_until, stop, port)]

    def _giver(self) -> "subprocess.Popen[str]":
        """In the server's own process group, so that the same kill takes it."""
        first = BY_ACTION * (1 + len(self.by_action))
        assert self.office.server is not None
        return subprocess.Popen(
            [sys.executable, "-m", "bench.handing_in", str(first)],
            env=self.office.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            process_group=self.office.server.pid,
        )

    def _note(self, giver: "subprocess.Popen[str]") -> None:
        """Only whole lines count: what was printed to the end had been returned."""
        printed, _ = giver.communicate()
        for line in printed.splitlines(keepends=True):
            if line.endswith("\n"):
                code, number, files = line.split()
                self.by_action.append((code, int(number), int(files)))


def _start(work: Callable[..., None], *arguments: object, **named: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, kwargs=named)
    thread.start()
    return thread


def _join(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.join(DRAINED_WITHIN)
        assert not thread.is_alive(), "a client hangs"


def killed(office: Office, kills: int, *, seed: int = SEED) -> dict[str, object]:
    """Kill it so many times, then hold the database against what was acknowledged."""
    draw, siege, started = random.Random(seed), Siege(office), time.monotonic()  # noqa: S311 - moments, no secret
    for done in range(1, kills + 1):
        siege.round(lambda: _wait(siege, draw))
        if done % 20 == 0:
            print(f"  {done} kills, {len(siege.seen.acknowledged)} acknowledged", flush=True)
    siege.drain()
    return told(siege, kills, started)


def _wait(siege: Siege, draw: random.Random) -> None:
    """Some time; and half the time on until somebody has just pressed the last button."""
    time.sleep(draw.uniform(EARLIEST, LATEST))
    if draw.random() < 0.5:
        until = time.monotonic() + LATEST
        while not any(each.sending for each in siege.reporters) and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(draw.uniform(0, SENDING))


def told(siege: Siege, kills: int, started: float) -> dict[str, object]:
    seen, found = siege.seen, siege.checked()
    return {
        "kills": kills,
        "acknowledged": len(seen.acknowledged) + len(siege.by_action),
        "acknowledged_with_files": len(siege.by_action) + sum(map(has_file, seen.acknowledged.values())),
        "cut_off_while_sending": seen.cut_while_sending,
        "of_these_found_sent": seen.found_sent,
        "of_these_found_unsent": seen.found_unsent,
        "mailboxes_opened_over_http": len(seen.opened),
        "reports_in_the_database": found["reports"],
        "files_in_the_database": found["files"],
        "seals_opened": found["seals_opened"],
        **{name: len(found[name]) for name in ("lost", "half_written", "orphans", "broken")},
        "mailboxes_not_opened": len(found["mailboxes_not_opened"]),
        "unexpected_answers": len(seen.wrong),
        "examples": [
            *found["lost"],
            *found["half_written"],
            *found["orphans"],
            *found["broken"],
            *seen.wrong,
        ][:10],
        "minutes": round((time.monotonic() - started) / 60, 1),
    }


def on_postgres(kills: int = POSTGRES_KILLS, crashes: int = CRASHES) -> dict[str, object]:
    """The same with PostgreSQL; then the database itself crashes under an office that goes on being served."""
    with postgres.running() as database, founded(settings=QUICK, database=database.url) as office:
        draw, siege, started = random.Random(SEED), Siege(office), time.monotonic()  # noqa: S311 - moments, no secret
        for _ in range(kills):
            siege.round(lambda: _wait(siege, draw))
        office.serve()
        for _ in range(crashes):
            siege.crash(database, lambda: _wait(siege, draw))
        office.stop()
        siege.drain()
        return {**told(siege, kills, started), "database_crashes": crashes}


def on_sqlite(kills: int = KILLS) -> dict[str, object]:
    with founded(settings=QUICK) as office:
        return killed(office, kills)


def measure() -> dict[str, object]:
    return {"sqlite": on_sqlite(), "postgresql": on_postgres()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=0)
    kills = parser.parse_args().kills
    print(json.dumps(on_sqlite(kills) if kills else measure(), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
