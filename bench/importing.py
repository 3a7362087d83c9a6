"""How long the import of a ledger takes, sealed, and how much memory: 100,000 invented rows, on SQLite.

python -m bench.importing              100,000 rows
python -m bench.importing --rows N     N rows
With YIXIAN_DATABASE set (an empty database of your own), the same on PostgreSQL.

The child process does what the desk does, without the pages: read and seal the file, map it as guessed, dry run, import
a few seconds at a time, with class and matter. Seconds are of the child's own clock; the ledger is made before and is
not counted.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROWS = 100_000
LIMIT_SECONDS, LIMIT_GIB = 300, 2.0
ON = date(2026, 3, 9)


def measure(rows: int = ROWS) -> dict[str, object]:
    from bench.ledgers import write_ledger

    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        path = Path(folder) / "ledger.xlsx"
        write_ledger(path, rows)
        environment = {
            **os.environ,
            "YIXIAN_HOME": str(Path(folder) / "home"),
            "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test",
        }
        child = subprocess.Popen(
            [sys.executable, "-m", "bench.importing", "--child", str(path)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        told = child.stdout.read() if child.stdout else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    figures: dict[str, Any] = json.loads(told.splitlines()[-1]) if child.returncode == 0 else {}
    gib = round(used.ru_maxrss / 2**20, 2)
    return {
        "exit": child.returncode,
        **figures,
        "peak_gib": gib,
        "limit_seconds": LIMIT_SECONDS,
        "limit_gib": LIMIT_GIB,
        "within": child.returncode == 0
        and figures["import_seconds"] <= LIMIT_SECONDS * rows / ROWS
        and gib <= LIMIT_GIB,
    }


def child(path: Path) -> None:
    """In its own process, with its own empty database."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.reception.township import found_township
    from yixian.reception.queries import tally_of

    call_command("migrate", verbosity=0)
    found, times = imported(found_township()["clerk"], path)
    tally = tally_of(found)
    told = {
        "database": connection.vendor,
        "rows": tally.rows,
        "records": tally.records,
        "problems": tally.problems,
        **times,
        "rows_per_second": round(tally.rows / times["import_seconds"]),
    }
    print(json.dumps(told))


def imported(clerk: Any, path: Path) -> tuple[Any, dict[str, float]]:
    """The whole way of a file, and what each part of it took."""
    from yixian.reception.actions import begin_import, map_columns, map_words, open_import, start_import

    times: dict[str, float] = {}
    content = path.read_bytes()
    found = _timed(times, "upload", lambda: begin_import(by=clerk, name=path.name, content=content, on=ON))
    opened = open_import(by=clerk, ledger_import=found)
    map_columns(by=clerk, ledger_import=found, columns=opened.plan.columns)
    plan = open_import(by=clerk, ledger_import=found).plan
    map_words(by=clerk, ledger_import=found, words=plan.words, blank=plan.blank)
    _timed(times, "check", lambda: _until_over(clerk, found))
    start_import(by=clerk, ledger_import=found)
    _timed(times, "import", lambda: _until_over(clerk, found))
    return found, times


def _timed(times: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    began, cpu = time.perf_counter(), time.process_time()
    done = work()
    times[f"{name}_seconds"] = round(time.perf_counter() - began, 1)
    times[f"{name}_cpu_seconds"] = round(time.process_time() - cpu, 1)
    return done


def _until_over(by: Any, found: Any) -> None:
    """As the desk's page does, a request after the other."""
    from yixian.desk import importing

    over = False
    while not over:
        found.refresh_from_db()
        over = importing.go_on(by, found, ON)


def main() -> None:
    if "--child" in sys.argv:
        child(Path(sys.argv[sys.argv.index("--child") + 1]))
    elif "--rows" in sys.argv:
        print(measure(int(sys.argv[sys.argv.index("--rows") + 1])))
    else:
        print(measure())


if __name__ == "__main__":
    main()
