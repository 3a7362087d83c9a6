"""The crowd: so many reporters at once, in a process of their own. Prints one line of JSON.

python -m bench.load window whole 8000 --clients 50 --seconds 20    whole reports, one after another
python -m bench.load window send 8000 --clients 50 --count 300      all filled in first; then only the last button
"""

import argparse
import http.client
import json
import math
import os
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from bench.browser import Browser, Page, Unexpected
from bench.reporters import FACES, Face

FAILURES = (Unexpected, OSError, http.client.HTTPException)


@dataclass
class Told:
    """What the crowd has seen. ``sending`` are the seconds of the request that seals; ``whole`` of a whole report."""

    sending: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)

    def fail(self, error: Exception) -> None:
        self.failed[error.kind if isinstance(error, Unexpected) else type(error).__name__] += 1


def whole(face: Face, port: int, clients: int, seconds: float) -> dict[str, object]:
    """Each client reports again and again until the time is over; a report begun in time is finished."""
    told, numbers, until = Told(), count(), time.perf_counter() + seconds

    def client() -> None:
        while time.perf_counter() < until:
            browser, started = Browser(port), time.perf_counter()
            try:
                answer = face.send(browser, face.fill(browser, next(numbers)))
                told.sending.append(browser.seconds)
                face.finish(browser, answer)
                told.whole.append(time.perf_counter() - started)
            except FAILURES as error:
                told.fail(error)
            browser.close()

    return _timed(told, [client] * clients, told.whole)


def send(face: Face, port: int, clients: int, amount: int) -> dict[str, object]:
    """``amount`` reports are filled in, untimed; then ``clients`` at a time press the button."""
    told, filled = Told(), _filled(face, port, amount)
    ready = iter(filled)
    lock = threading.Lock()

    def client() -> None:
        while True:
            with lock:
                browser, page = next(ready, (None, None))
            if browser is None or page is None:
                return
            try:
                answers[browser] = face.send(browser, page)
                told.sending.append(browser.seconds)
            except FAILURES as error:
                told.fail(error)

    answers: dict[Browser, Page] = {}
    found = _timed(told, [client] * clients, told.sending)
    for browser, answer in answers.items():
        face.finish(browser, answer)
        browser.close()
    return found


def _filled(face: Face, port: int, amount: int) -> list[tuple[Browser, Page]]:
    filled: list[tuple[Browser, Page]] = []
    numbers = iter(range(amount))

    def client() -> None:
        for number in numbers:
            browser = Browser(port)
            filled.append((browser, face.fill(browser, number)))
            browser.close()

    _run([client] * 8)
    return filled


def _timed(told: Told, clients: list, done: list[float]) -> dict[str, object]:
    cpu, started = time.process_time(), time.perf_counter()
    _run(clients)
    elapsed = time.perf_counter() - started
    return {
        "reports": len(done),
        "seconds": round(elapsed, 2),
        "reports_per_second": round(len(done) / elapsed, 2),
        "sending": spread(told.sending),
        **({"whole": spread(told.whole)} if told.whole else {}),
        "failed": dict(told.failed),
        "load_cpu_seconds": round(time.process_time() - cpu, 2),
    }


def _run(clients: list) -> None:
    threads = [threading.Thread(target=client) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def spread(seconds: list[float]) -> dict[str, float]:
    """Nearest-rank percentiles, in seconds."""
    ranked = sorted(seconds)
    at = {
        name: ranked[max(math.ceil(len(ranked) * share) - 1, 0)] for name, share in SHARES.items() if ranked
    }
    return {name: round(value, 3) for name, value in at.items()}


SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "most": 1.0}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("face", choices=FACES)
    parser.add_argument("what", choices=("whole", "send"))
    parser.add_argument("port", type=int)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--count", type=int, default=300)
    given = parser.parse_args()
    sys.setswitchinterval(0.001)
    threading.stack_size(256 * 1024)
    os.environ.pop("http_proxy", None)
    face = FACES[given.face]
    if given.what == "whole":
        print(json.dumps(whole(face, given.port, given.clients, given.seconds)))
    else:
        print(json.dumps(send(face, given.port, given.clients, given.count)))


if __name__ == "__main__":
    main()
