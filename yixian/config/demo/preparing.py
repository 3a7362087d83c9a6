"""Making the demonstration's records: schema, offices, the year, the sealed head, and the note at the end."""

from datetime import date, timedelta
from pathlib import Path

import click
from django.core.management import call_command
from django.db import connection, transaction

from yixian.config.demo.cast import found_cast, log_ins
from yixian.config.demo.place import Note, fingerprint, write_note
from yixian.config.demo.year import play_year
from yixian.protection.officer import SYSTEM
from yixian.trail.actions import seal_head

FOUNDED_BEFORE = timedelta(days=400)


def prepare(folder: Path, *, today: date) -> None:
    """The note is written last: without it there is no demonstration."""
    click.echo("  建立数据库…")
    call_command("migrate", verbosity=0, interactive=False)
    click.echo("  建立云溪县四个机关：密钥、名册、账号…")
    with transaction.atomic():
        cast = found_cast(today - FOUNDED_BEFORE)
        click.echo("  办理一年的来件，每一件都走真实的登记、研判、核查和答复…")
        samples = play_year(cast, today=today)
    seal_head(by=SYSTEM, on=today)
    _settle()
    note = Note(today.isoformat(), samples.answered, samples.under_way, list(log_ins()), fingerprint())
    write_note(folder, note)


def _settle() -> None:
    """Everything into the one file, and that onto the disk, before the folder takes its name."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
