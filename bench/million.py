"""How long the ledger and a dossier take with a million reports, and a sweep over a million running clocks.

python -m bench.million                     both databases, filled anew (about half an hour each)
python -m bench.million --rows N            N reports
python -m bench.million --kept FOLDER       on SQLite, filled in FOLDER once and used again

Every report is sealed; the chief meets all of them, the handler some hundreds. Pages come through the whole product
(sitting, permits, opening of the titles shown, templates) by Django's client, without a socket. The first answer of
each page warms the caches and is not counted.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import postgres

ROWS, TIMES, DOSSIERS = 1_000_000, 5, 100
LIMIT_MEDIAN, LIMIT_P95, LIMIT_SWEEP = 0.100, 0.200, 5.0
LEDGERS = (
    *("", "order=oldest", "order=due", "order=number", "page=2", "page=50", "page=9999"),
    *("channel=call", "channel=box", "report_class=accusation", "report_class=appeal", "report_class=none"),
    *("issue=subsidy_favouritism", "state=accepted", "state=declined", "state=archived", "signing=anonymous"),
    *(
        "signing=real_name",
        "since=2025-01-01",
        "since=2024-03-01&until=2024-03-31",
        "overdue=on",
        "number=1234",
    ),
    *("number=2025-0777", "village=8", "village=8&channel=web&state=answered&overdue=on"),
    *("village=8&issue=arbitrary_fees&channel=call&overdue=on&order=due", "overdue=on&order=due"),
)


def measure(rows: int = ROWS) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        sqlite = on(Path(folder), rows)
    with postgres.running() as database, tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        return {"sqlite": sqlite, "postgresql": on(Path(folder), rows, database.url)}


def on(home: Path, rows: int, database: str = "") -> dict[str, Any]:
    """In a process of its own, which has read the settings of this office."""
    environment = {
        **os.environ,
        "YIXIAN_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test",
        **({"YIXIAN_DATABASE": database} if database else {}),
    }
    child = subprocess.run(
        [sys.executable, "-m", "bench.million", "--child", "--rows", str(rows)],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(child.stdout.splitlines()[-1])
    return told


def child(rows: int) -> dict[str, object]:
    import django

    django.setup()
    from django.conf import settings

    from bench.million_rows import ON

    settings.ALLOWED_HOSTS, settings.YIXIAN_TODAY = ["*"], ON
    filled = _filled(rows)
    chief, handler = _sitting("书记丙", "chief"), _sitting("承办乙", "handler")
    ledger = _timed(chief, [f"/desk/ledger?{query}" for query in LEDGERS], TIMES)
    dossiers = _timed(chief, [f"/desk/reports/{each}" for each in _some_reports()], 1)
    own = _timed(handler, [f"/desk/ledger?{query}" for query in LEDGERS], TIMES)
    return {
        **filled,
        "ledger": _told(ledger),
        "dossier": _told(dossiers),
        "ledger_of_the_handler": _told(own),
        "slowest_ledgers_ms": _slowest(ledger),
        "sweep_seconds": _sweep(),
        "limits": {
            "median_ms": LIMIT_MEDIAN * 1000,
            "p95_ms": LIMIT_P95 * 1000,
            "sweep_seconds": LIMIT_SWEEP,
        },
    }


def _filled(rows: int) -> dict[str, object]:
    from django.core.management import call_command
    from django.db import connection, transaction

    from bench.million_rows import BATCH, Crowd
    from tests.reception.township import found_township
    from yixian.reception.models import Clock, Report
    from yixian.roster.models import Village
    from yixian.toolkit.inserting import much_room

    call_command("migrate", verbosity=0)
    if not Report.objects.exists():
        town = found_township()
        more = [Village.objects.create(organ=town.organ, name=f"第{at}村") for at in range(2, 31)]
        crowd = Crowd(town["clerk"], town["other_clerk"], town["handler"], [town.village, *more])
        with much_room():
            for begun in range(0, rows, BATCH):
                with transaction.atomic():
                    crowd.write(min(BATCH, rows - begun))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    running = Clock.objects.filter(met_on__isnull=True).count()
    return {"database": connection.vendor, "reports": Report.objects.count(), "running_clocks": running}


def _sitting(name: str, who: str) -> Any:
    from django.test import Client

    from tests.reception.township import PHRASE
    from yixian.roster.models import Staff

    client, staff = Client(), Staff.objects.get(name=name)
    answer = client.post("/desk/login", {"username": staff.username, "passphrase": PHRASE + who})
    assert answer.status_code == 302, answer.status_code
    return client


def _some_reports() -> list[Any]:
    from yixian.reception.models import Report

    keys = list(Report.objects.order_by("pk").values_list("pk", flat=True)[:DOSSIERS])
    random.Random(7).shuffle(keys)  # noqa: S311 - an order, no secret
    return keys


def _timed(client: Any, pages: list[str], times: int) -> dict[str, list[float]]:
    """Page → seconds. A page asked once is warmed by the ones before it."""
    found: dict[str, list[float]] = {}
    if times == 1:
        client.get(pages[0])
    for page in pages:
        if times > 1:
            client.get(page)
        found[page] = [_once(client, page) for _ in range(times)]
    return found


def _once(client: Any, page: str) -> float:
    began = time.perf_counter()
    answer = client.get(page)
    took = time.perf_counter() - began
    assert answer.status_code == 200, (page, answer.status_code)
    return took


def _told(found: dict[str, list[float]]) -> dict[str, object]:
    every = [second for seconds in found.values() for second in seconds]
    cuts = statistics.quantiles(every, n=20, method="inclusive")
    median, p95 = statistics.median(every), cuts[18]
    return {
        "requests": len(every),
        "median_ms": round(median * 1000, 1),
        "p95_ms": round(p95 * 1000, 1),
        "within": median <= LIMIT_MEDIAN and p95 <= LIMIT_P95,
    }


def _slowest(found: dict[str, list[float]]) -> dict[str, float]:
    medians = {page: round(statistics.median(seconds) * 1000, 1) for page, seconds in found.items()}
    return dict(sorted(medians.items(), key=lambda each: -each[1])[:6])


def _sweep() -> float:
    from datetime import date

    from tests.reception.township import PHRASE
    from yixian.protection.actions import open_sitting
    from yixian.reception.queries import clock_standing
    from yixian.roster.models import Staff

    officer = open_sitting(username=Staff.objects.get(name="书记丙").username, passphrase=f"{PHRASE}chief")
    began = time.perf_counter()
    clock_standing(officer, date(2026, 3, 9))
    return round(time.perf_counter() - began, 2)


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--rows", type=int, default=ROWS)
    given.add_argument("--kept", type=Path)
    given.add_argument("--child", action="store_true")
    asked = given.parse_args()
    if asked.child:
        print(json.dumps(child(asked.rows), ensure_ascii=False))
    elif asked.kept:
        print(json.dumps(on(asked.kept, asked.rows), ensure_ascii=False, indent=2))
    else:
        print(json.dumps(measure(asked.rows), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
