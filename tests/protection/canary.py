"""Canaries: plant a name, a phone number and a phrase, and look for them wherever a thief could.

``spellings`` are the ways in which text leaves traces; ``found_in_files`` reads raw files (the database, its
write-ahead log, the heads, logs, exports); ``database_dump`` is what a copy of the database holds.
"""

import base64
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from django.db import connection

CODECS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
SMALLEST = 6
"""Fewer bytes than these would be met by chance in random bytes."""


def spellings(planted: str) -> dict[bytes, str]:
    """The bytes to look for, each with the name of its spelling."""
    forms = {planted.encode(codec): codec for codec in CODECS}
    forms[json.dumps(planted)[1:-1].encode()] = "json"
    forms[quote(planted).encode()] = "url"
    forms[planted.encode().hex().encode()] = "hex"
    forms[base64.b64encode(planted.encode())[: len(planted.encode()) // 3 * 4]] = "base64"
    return {form: name for form, name in forms.items() if len(form) >= SMALLEST}


def found_in_bytes(planted: Iterable[str], held: bytes) -> list[str]:
    """Which planted strings these bytes hold, and in which spelling."""
    return [f"{word} ({name})" for word in planted for form, name in spellings(word).items() if form in held]


def found_in_files(planted: Iterable[str], folder: Path) -> list[str]:
    """The same for every file under a folder, names of files included."""
    words = list(planted)
    return [
        f"{path.relative_to(folder)}: {hit}"
        for path in sorted(folder.rglob("*"))
        for hit in found_in_bytes(
            words, str(path.name).encode() + (path.read_bytes() if path.is_file() else b"")
        )
    ]


def database_dump() -> bytes:
    """Every byte that a copy of the database would give a thief."""
    return b"".join(_sqlite() if connection.vendor == "sqlite" else _postgres())


def _sqlite() -> Iterator[bytes]:
    """Every page as this connection sees it, and the files with their write-ahead log if there are any."""
    connection.ensure_connection()
    yield connection.connection.serialize()
    name = str(connection.settings_dict["NAME"])
    for path in (Path(name + suffix) for suffix in ("", "-wal", "-shm")):
        if "mode=memory" not in name and path.is_file():
            yield path.read_bytes()


def _postgres() -> Iterator[bytes]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                for block in rows:
                    yield bytes(block)
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database itself
            for row in cursor.fetchall():
                yield b"|".join(
                    bytes(x) if isinstance(x, bytes | memoryview) else str(x).encode() for x in row
                )


def home() -> Path:
    """The folder of this installation: heads, logs, exports."""
    return Path(os.environ["YIXIAN_HOME"])
