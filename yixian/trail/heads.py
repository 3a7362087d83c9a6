"""The files of heads: one a day, each line the number and digest of the last entry at that moment.

They lie outside the database and can be printed, so that whoever rebuilds the whole chain is found out.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Head:
    seq: int
    hash: str


def folder() -> Path:
    return Path(settings.YIXIAN_HEADS)


def write_head(head: Head, on: date) -> Path:
    """Append to the day's file; on disk before it returns."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder() / f"{on.isoformat()}.txt"
    with open(path, "a", encoding="ascii", opener=_owner_alone) as file:
        file.write(f"{head.seq} {head.hash}\n")
        file.flush()
        os.fsync(file.fileno())
    return path


def _owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def has_head(on: date) -> bool:
    return (folder() / f"{on.isoformat()}.txt").exists()


def read_heads() -> Iterator[tuple[str, Head | None]]:
    """Every sealed head with its file's name, oldest first; ``None`` for a line that cannot be read."""
    for path in sorted(folder().glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            yield path.name, _parse(line)


def _parse(line: str) -> Head | None:
    match line.split():
        case [seq, digest] if seq.isascii() and seq.isdigit() and len(digest) == 64:
            return Head(int(seq), digest)
    return None
