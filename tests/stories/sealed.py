"""Whether anything that was sealed lies readable in the database."""

from django.apps import apps
from django.db import connection

SHORTEST = 2


def database_bytes() -> bytes:
    """The whole database file where it is SQLite; else every value of every row."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return bytes(connection.connection.serialize())
    return b"".join(_of(value) for model in apps.get_models() for row in _rows(model) for value in row)


def _rows(model: type) -> list[tuple[object, ...]]:
    return list(model._default_manager.order_by("pk").values_list())


def _of(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def readable(*secrets: str) -> list[str]:
    """Those of the words that stand in the database as they were said."""
    held = database_bytes()
    return [each for each in secrets if len(each) >= SHORTEST and each.encode() in held]
