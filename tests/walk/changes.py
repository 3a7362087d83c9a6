"""What one step wrote, row by row, kept by triggers of the database itself.

The log is written in the transaction of the writing: what a refusal rolls back is not in it. So a step that left
nothing behind leaves nothing here, and no table has to be read to know it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

from yixian.trail.models import Entry

ADDED, CHANGED, REMOVED = "+", "~", "-"
LOG = "walk_change"
UNSEEN = (Entry,)
"""The trail is read by itself."""


@dataclass(frozen=True)
class Change:
    """``was`` and ``now`` are the watched column of the row: its state, or the act that met a clock."""

    model: type[Model]
    how: str
    pk: Any
    was: str | None
    now: str | None


def ours() -> list[type[Model]]:
    """Every table of the houses."""
    every = apps.get_models(include_auto_created=True)
    return [each for each in every if each.__module__.startswith("yixian.") and each not in UNSEEN]


def watched(model: type[Model]) -> str:
    """The column whose changes a step must answer for."""
    names = {field.name: field.column for field in model._meta.concrete_fields}
    return next((names[each] for each in ("state", "reply", "met_by", "decision") if each in names), "")


def watch() -> None:
    """Begin to log; the log ends with the transaction that surrounds a test."""
    with connection.cursor() as cursor:
        for statement in _statements():
            cursor.execute(statement)


def stop() -> None:
    """End the log, where another begins in the same transaction."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION walk_note CASCADE")
        for model in ours() if connection.vendor == "sqlite" else ():
            for event in ("INSERT", "UPDATE", "DELETE"):
                cursor.execute(f'DROP TRIGGER "walk_{model._meta.db_table}_{event}"')
        cursor.execute(f"DROP TABLE {LOG}")


def take() -> list[Change]:
    """What was written since the last time, and forget it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT tbl, op, pk, was, now FROM {LOG} ORDER BY no")  # noqa: S608 - our own log
        rows = cursor.fetchall()
        if rows:
            cursor.execute(f"DELETE FROM {LOG}")  # noqa: S608 - our own log
    models = {model._meta.db_table: model for model in ours()} if rows else {}
    return [_change(models[table], how, pk, was, now) for table, how, pk, was, now in rows]


def _change(model: type[Model], how: str, pk: str, was: str | None, now: str | None) -> Change:
    return Change(model, how, model._meta.pk.to_python(pk), was, now)


def _statements() -> Iterator[str]:
    yield from _sqlite() if connection.vendor == "sqlite" else _postgresql()


def _sqlite() -> Iterator[str]:
    yield f"CREATE TEMP TABLE {LOG} (no INTEGER PRIMARY KEY, tbl TEXT, op TEXT, pk TEXT, was TEXT, now TEXT)"
    for model in ours():
        table, pk, column = model._meta.db_table, model._meta.pk.column, watched(model)
        was, now = (f'OLD."{column}"', f'NEW."{column}"') if column else ("NULL", "NULL")
        rows = {
            ADDED: ("INSERT", f'NEW."{pk}"', "NULL", now),
            CHANGED: ("UPDATE", f'NEW."{pk}"', was, now),
            REMOVED: ("DELETE", f'OLD."{pk}"', was, "NULL"),
        }
        for how, (event, key, before, after) in rows.items():
            values = f"('{table}', '{how}', {key}, {before}, {after})"
            note = f"INSERT INTO {LOG} (tbl, op, pk, was, now) VALUES {values}"  # noqa: S608 - names of our own
            name = f'"walk_{table}_{event}"'
            yield f'CREATE TEMP TRIGGER {name} AFTER {event} ON main."{table}" BEGIN {note}; END'


def _postgresql() -> Iterator[str]:
    yield f"CREATE TABLE {LOG} (no BIGSERIAL PRIMARY KEY, tbl TEXT, op TEXT, pk TEXT, was TEXT, now TEXT)"
    yield f"""CREATE FUNCTION walk_note() RETURNS trigger AS $$
        DECLARE was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
                now jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
        BEGIN
            INSERT INTO {LOG} (tbl, op, pk, was, now) VALUES (
                TG_TABLE_NAME, translate(left(TG_OP, 1), 'IUD', '+~-'),
                coalesce(now, was) ->> TG_ARGV[0], was ->> TG_ARGV[1], now ->> TG_ARGV[1]);
            RETURN NULL;
        END $$ LANGUAGE plpgsql"""  # noqa: S608 - a name of our own
    for model in ours():
        table, pk = model._meta.db_table, model._meta.pk.column
        yield (
            f'CREATE TRIGGER walk_note AFTER INSERT OR UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION walk_note('{pk}', '{watched(model)}')"
        )
