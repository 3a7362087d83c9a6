"""Writing very many rows at once, for imports: one prepared statement, no object for each row.

Nothing of Django's is skipped that we rely on: every constraint stands in the database, and the models that are
written so have no signals. Values must be given for every column that has no default in the database.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

T = TypeVar("T")
_PLAIN = (models.BinaryField, models.CharField, models.IntegerField, models.BooleanField)


def insert_many(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert ``rows`` of the columns ``names`` (fields of the model; ``organ_id`` for the column of a relation)."""
    fields = [_field(model, name) for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    converts = [(at, convert) for at, field in enumerate(fields) if (convert := _converter(field))]
    ready = [_ready(row, converts) for row in rows]
    if ready:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})",  # noqa: S608 - names of our own models
                ready,
            )


def _field(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    return next(each for each in model._meta.concrete_fields if name in (each.name, each.attname))


def _ready(row: Sequence[Any], converts: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    made = list(row)
    for at, convert in converts:
        if made[at] is not None:
            made[at] = convert(made[at])
    return made


def _converter(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    """How a value of this field is written; None where Python's own value is."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.UUIDField):
        return None if connection.features.has_native_uuid_field else (lambda value: value.hex)
    if isinstance(target, models.BinaryField) and connection.vendor != "sqlite":
        return connection.Database.Binary
    if isinstance(target, (*_PLAIN, models.AutoField)):
        return None
    return lambda value: target.get_db_prep_save(value, connection)


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of at most ``size``, in order: so many values as one statement may name."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
