"""A bag as one ZIP in memory: what it holds under ``data/``, and beside it the lists of checksums."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PLAIN_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class BagFile:
    """``path`` is below the bag, with / between folders."""

    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Bag:
    """``folder`` is the one folder in the ZIP; ``payload`` stands under data/, ``tags`` beside it."""

    folder: str
    payload: Sequence[BagFile]
    tags: Sequence[BagFile]
    info: Mapping[str, str]

    @cached_property
    def manifest(self) -> bytes:
        return _sums([BagFile(f"data/{each.path}", each.content) for each in self.payload])

    @property
    def fingerprint(self) -> str:
        """The checksum of the list of checksums: one line that stands for the whole bag."""
        return sha256(self.manifest)

    def as_zip(self, on: date) -> bytes:
        """The same files on the same day give the same bytes."""
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
            for each in self._files():
                entry = ZipInfo(f"{self.folder}/{each.path}", (on.year, on.month, on.day, 0, 0, 0))
                entry.external_attr, entry.compress_type = PLAIN_FILE, ZIP_DEFLATED
                packed.writestr(entry, each.content)
        return stream.getvalue()

    def _files(self) -> list[BagFile]:
        tags = [
            BagFile("bagit.txt", DECLARATION.encode()),
            BagFile("bag-info.txt", self._info().encode()),
            BagFile(MANIFEST, self.manifest),
            *self.tags,
        ]
        data = [BagFile(f"data/{each.path}", each.content) for each in self.payload]
        return [*tags, BagFile(TAG_MANIFEST, _sums(tags)), *data]

    def _info(self) -> str:
        """Payload-Oxum is the number of bytes and of files, by which a bag that lost one is seen at once."""
        size = sum(len(each.content) for each in self.payload)
        lines = {**self.info, "Payload-Oxum": f"{size}.{len(self.payload)}"}
        return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines.items())


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sums(files: Sequence[BagFile]) -> bytes:
    """As ``sha256sum`` writes them, so that ``sha256sum -c`` reads them."""
    return "".join(f"{sha256(each.content)}  {each.path}\n" for each in files).encode()
