"""Writing very many rows at once, for imports: one prepared statement, no object for each row.

Nothing of Django's is skipped that we rely on: every constraint stands in the database, and the models that are
written so have no signals. Values must be given for every column that has no default in the database.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

T = TypeVar("T")
M = TypeVar("M", bound=models.Model)
ROOM = 256 * 1024
"""KiB of pages that an import may hold."""
_PLAIN = (models.BinaryField, models.CharField, models.IntegerField, models.BooleanField)


def insert_many(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert ``rows`` of the columns ``names`` (fields of the model; ``organ_id`` for the column of a relation)."""
    converts = [(at, convert) for at, name in enumerate(names) if (convert := stored(model, name))]
    insert_stored(model, names, [_ready(row, converts) for row in rows])


def insert_objects(rows: Iterable[M]) -> list[M]:
    """Insert unsaved objects of one model, each with every column. Keys that the database gives are not known after."""
    made = list(rows)
    if made:
        fields = [str(field.attname) for field in made[0]._meta.concrete_fields if not _is_given(field)]
        insert_many(type(made[0]), fields, [[getattr(each, name) for name in fields] for each in made])
    return made


def _is_given(field: "models.Field[Any, Any]") -> bool:
    return isinstance(field, models.AutoField)


def insert_stored(model: type[models.Model], names: Sequence[str], ready: Sequence[Sequence[Any]]) -> None:
    """The same for values that are already written as the database keeps them (``stored``)."""
    fields = [_field(model, name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    if ready:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})",  # noqa: S608 - names of our own models
                ready,
            )


@contextmanager
def much_room() -> Iterator[None]:
    """More memory for SQLite's pages while very many rows come in; without it, the indexes of seals, which every
    transaction touches all over, are written to the log again and again within one transaction.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA cache_size").fetchone()[0]
        cursor.execute(f"PRAGMA cache_size={-ROOM}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA cache_size={int(before)}")


def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    return next(each for each in model._meta.concrete_fields if name in (each.name, each.attname))


def _ready(row: Sequence[Any], converts: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    made = list(row)
    for at, convert in converts:
        if made[at] is not None:
            made[at] = convert(made[at])
    return made


def stored(model: type[models.Model], name: str) -> Callable[[Any], Any] | None:
    """How a value of this field is written; None where Python's own value is."""
    field = _field(model, name)
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.UUIDField):
        return None if connection.features.has_native_uuid_field else (lambda value: value.hex)
    if isinstance(target, models.BinaryField) and connection.vendor != "sqlite":
        return memoryview
    if isinstance(target, (*_PLAIN, models.AutoField)):
        return None
    return lambda value: target.get_db_prep_save(value, connection)


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most ``size``, in order: so many values as one statement may name."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
