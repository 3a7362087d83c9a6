"""Everything that is stored, read as a thief would: every column of every table, and the database file itself."""

from django.db import connection

CANARIES = (
    "金丝雀姓名",
    "金丝雀正文",
    "金丝雀浏览器",
    "13800000999",
    "无此人氏",
    "柳湾村三组",
    "203.0.113.77",
)


def found_in_the_database() -> list[str]:
    """The canaries that stand readable anywhere, in UTF-8 or UTF-16."""
    stored = b"\n".join(_tables()) + _file()
    return [canary for canary in CANARIES if any(canary.encode(code) in stored for code in CODES)]


CODES = ("utf-8", "utf-16-le", "utf-16-be")


def _tables() -> list[bytes]:
    with connection.cursor() as cursor:
        rows: list[bytes] = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own tables
            rows += [_bytes(value) for row in cursor.fetchall() for value in row]
        return rows


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _file() -> bytes:
    """Free pages too: what was deleted must be gone."""
    return connection.connection.serialize() if connection.vendor == "sqlite" else b""
