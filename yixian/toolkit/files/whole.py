"""A file that must stay what it is: kept to the byte with its hash, and beside it a washed copy for the viewer.

The copy is made by the same way in as any other file, which refuses what cannot be shown safely.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from yixian.toolkit.files.kinds import FileKind
from yixian.toolkit.files.taking_in import CleanFile, take_in


@dataclass(frozen=True, slots=True)
class WholeFile:
    """``original`` is never sent to a browser to be shown, only to be saved."""

    clean: CleanFile
    original: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        return sha256_of(self.original)


def take_in_whole(name: str, content: bytes, allowed: frozenset[FileKind]) -> WholeFile:
    """Refused as by ``take_in``."""
    return WholeFile(take_in(name, content, allowed), content)


def sha256_of(content: bytes) -> str:
    """64 hexadecimal digits."""
    return sha256(content).hexdigest()
