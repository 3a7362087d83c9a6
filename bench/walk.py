"""A long walk at random through everything the office does, as everybody, with every invariant asked on the way.

python -m bench.walk                             20,000 steps, in two processes
python -m bench.walk --steps 2000 --workers 1    fewer
python -m bench walk                             the same as the first, kept in bench/results.json

A step is one action tried by one person: done, or refused in so many words by a rule. Anything else, and any breach of
an invariant (``tests/walk``), ends its walk, is told, and fails the run. Needs hypothesis, as the tests do.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

STEPS, WORKERS, SEED, LONGEST = 20_000, 2, 20260313, 1_000
SETTINGS = "yixian.config.settings.test"


def measure(steps: int = STEPS, workers: int = WORKERS, seed: int = SEED) -> dict[str, object]:
    """What was tried, done and refused, by action; what was never done is named."""
    began = time.perf_counter()
    each = -(-steps // workers)
    running = [_started(each, seed + number) for number in range(workers)]
    told = [_ended(process) for process in running]
    found = {name: sum((Counter(one[name]) for one in told), Counter()) for name in told[0]}
    return _figures(found, time.perf_counter() - began)


def _started(steps: int, seed: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bench.walk", "--alone", "--steps", str(steps), "--seed", str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _ended(process: "subprocess.Popen[str]") -> dict[str, dict[str, int]]:
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"{said}\nthe walk did not come to its end")
    told: dict[str, dict[str, int]] = json.loads(said.splitlines()[-1])
    return told


def _figures(found: dict[str, "Counter[str]"], seconds: float) -> dict[str, object]:
    tried, done, refused = found["tried"], found["done"], found["refused"]
    return {
        "steps": sum(tried.values()),
        "done": sum(done.values()),
        "refused": sum(refused.values()),
        "breaches": sorted(found["breaches"]),
        "actions": len(found["rules"]),
        "never_done": sorted(name for name in found["rules"] if not done[name]),
        "acts_met_in_the_trail": len(found["met"]),
        "inner_acts_never_met": sorted(name for name in found["inner"] if not found["met"][name]),
        "seconds": round(seconds),
        "by_action": {name: [tried[name], done[name], refused[name]] for name in sorted(found["rules"])},
    }


def alone(steps: int, seed: int) -> None:
    """Walk in this process, on a database in memory, and tell what happened in the last line."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import setup_databases

    with tempfile.TemporaryDirectory(prefix="yixian-walk-") as folder:
        settings.YIXIAN_HEADS, settings.YIXIAN_SPEECH = Path(folder) / "heads", "echo 村里的账没有公开"
        setup_databases(verbosity=0, interactive=False)
        print(json.dumps(_walked(steps, seed)))


def _walked(steps: int, seed: int) -> dict[str, dict[str, int]]:
    import hypothesis
    from hypothesis.stateful import run_state_machine_as_test

    from tests.walk.excuses import INNER
    from tests.walk.machine import machine, profile
    from tests.walk.taking import ACTS, TALLY

    breaches: Counter[str] = Counter()
    while (left := steps - sum(TALLY.tried.values())) > 0:
        walk: Any = hypothesis.seed(seed)(machine(f"Walk{seed}"))
        try:
            run_state_machine_as_test(walk, settings=profile(left, derandomize=False))
        except Exception as breach:  # whatever it is, it is no refusal
            breaches[f"{type(breach).__name__}: {breach}"[:400]] += 1
            print(f"seed {seed}: {breach}", file=sys.stderr, flush=True)
        print(f"{sum(TALLY.tried.values())} steps", file=sys.stderr, flush=True)
        seed += 1_000
    told: dict[str, dict[str, int]] = {
        name: vars(TALLY)[name] for name in ("tried", "done", "refused", "met")
    }
    return {
        **told,
        "breaches": breaches,
        "rules": {act.name: 1 for act in ACTS},
        "inner": dict.fromkeys(INNER, 1),
    }


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--steps", type=int, default=STEPS)
    asked.add_argument("--workers", type=int, default=WORKERS)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.alone:
        alone(given.steps, given.seed)
        return 0
    found = measure(given.steps, given.workers, given.seed)
    print(f"{'':28}{'tried':>7}{'done':>7}{'refused':>9}")
    for name, (tried, done, refused) in found.pop("by_action").items():  # type: ignore[attr-defined]
        print(f"{name:28}{tried:7}{done:7}{refused:9}")
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 1 if found["breaches"] else 0


if __name__ == "__main__":
    sys.exit(main())
