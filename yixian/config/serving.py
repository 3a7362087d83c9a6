"""Starting the web server on this machine: a free port, the database up to date, then granian."""

import logging
import os
import socket
import threading
from pathlib import Path
from typing import Any

import click

from yixian.config.home import home

TRIED = 20
REPORTS = "reception_report"
FEW = 1000
"""Rows for which SQLite needs no plan."""
ASKED_EVERY = 600.0
"""Seconds between two looks at whether today has a sealed head."""


def free_port(host: str, wanted: int) -> int:
    """``wanted`` if nobody listens there, else the next free one; says so in plain words."""
    for port in range(wanted, wanted + TRIED):
        if _is_free(host, port):
            if port != wanted:
                click.secho(f"端口 {wanted} 已被其他程序占用，改用 {port}。", fg="yellow")
            return port
    raise click.ClickException(
        f"端口 {wanted} 到 {wanted + TRIED - 1} 都被占用。请用 --port 指定一个空闲端口。"
    )


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def start_django(settings: str) -> None:
    """Set Django up with these settings unless the environment names others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()


def migrate() -> None:
    """Bring the database to this version's schema; a trial version's half-way schema is refused (decision 0018)."""
    from django.core.management import call_command

    _refuse_half_way_schema()
    call_command("migrate", verbosity=0, interactive=False)
    _count_what_is_there()


def _count_what_is_there() -> None:
    """SQLite plans its questions by counts that it takes only when asked, and a table made anew by a migration has
    none: at a million reports a page then takes minutes. All is counted where a table has no count, or where there are
    twice as many reports as then; of samples SQLite plans no better than of nothing. PostgreSQL counts by itself.
    """
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE sqlite_schema")  # makes the table of counts where there is none
            cursor.execute("SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl")
            counted = dict(cursor.fetchall())
            unknown = set(connection.introspection.table_names(cursor)) - counted.keys()
            grown = _rows(cursor, REPORTS) > 2 * counted.get(REPORTS, 0)
            if grown or any(_rows(cursor, each) > FEW for each in unknown):
                cursor.execute("ANALYZE")


def _rows(cursor: Any, table: str) -> int:
    """At most so many; told without counting."""
    cursor.execute(f'SELECT max(rowid) FROM "{table}"')  # noqa: S608 - a table of our own
    return cursor.fetchone()[0] or 0


def _refuse_half_way_schema() -> None:
    """Django leaves a squashed migration out, silently, where only a part of what it stands for was applied."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    found = MigrationLoader(connection)
    left_out = sorted({app for app, _ in found.disk_migrations.keys() - found.graph.nodes.keys()})
    if left_out:
        raise click.ClickException(
            f"这个数据库是较早的试用版建立的，尚未升级完（{'、'.join(left_out)}），本版不能接着使用。"
            "数据没有改动。请先用试用期最后一版启动一次，再换用本版。"
        )


def seal_head_now() -> None:
    """Write the trail's head to a file, so that what happened until now cannot be cut off unnoticed."""
    from django.utils.timezone import localdate

    from yixian.protection.officer import SYSTEM
    from yixian.trail.actions import seal_head

    seal_head(by=SYSTEM, on=localdate())


def seal_heads_daily(*, stop: threading.Event, every: float = ASKED_EVERY) -> threading.Thread:
    """Seal the head of each day on which the office is served, also where nobody restarts it for months.

    The day is asked for again and again instead of slept through: a machine may sleep, and a clock may jump.
    """
    watch = threading.Thread(target=_watch_days, args=(stop, every), name="heads", daemon=True)
    watch.start()
    return watch


def _watch_days(stop: threading.Event, every: float) -> None:
    from django.db import connection
    from django.utils.timezone import localdate

    from yixian.trail.queries import has_head

    while not stop.wait(every):
        try:
            if not has_head(localdate()):
                seal_head_now()
        except Exception:
            logging.getLogger(__name__).exception("今天的留痕链头没有封存，稍后再试")
        finally:
            connection.close()


def run(host: str, port: int, *, workers: int = 1) -> None:
    """Serve until stopped. Threads are few: SQLite has one writer, and plaintext lives in each request."""
    (home() / "static").mkdir(
        exist_ok=True
    )  # whitenoise warns of a missing folder, even where none is needed
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "yixian.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=8,
        log_access=False,
        log_enabled=False,
        websockets=False,
        working_dir=Path.cwd(),
    ).serve()
