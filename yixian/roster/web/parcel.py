"""A checked workbook on its way through the page to its import, so that nobody has to choose the file twice.

It travels signed, for half an hour: what is imported is byte for byte what was checked. The roster is plain, so
it need not be secret.
"""

import tempfile
from pathlib import Path

from django.core import signing

from yixian.roster.actions import RosterRows, read_roster_book

SALT = "yixian.roster.parcel"
HALF_AN_HOUR = 30 * 60


class ParcelLost(Exception):
    """The parcel is older than half an hour, or not ours."""


class _Bytes:
    """A serializer that leaves bytes as they are."""

    def dumps(self, content: bytes) -> bytes:
        return content

    def loads(self, content: bytes) -> bytes:
        return content


def wrap(suffix: str, content: bytes) -> str:
    return signing.dumps(suffix.encode() + b"\0" + content, salt=SALT, serializer=_Bytes, compress=True)


def unwrap(parcel: str) -> tuple[str, bytes]:
    try:
        packed: bytes = signing.loads(parcel, salt=SALT, serializer=_Bytes, max_age=HALF_AN_HOUR)
    except signing.BadSignature as error:
        raise ParcelLost from error
    suffix, _, content = packed.partition(b"\0")
    return suffix.decode(), content


def rows_in(suffix: str, content: bytes) -> RosterRows:
    """Read an uploaded workbook under a name of ours: what the uploader called it is nobody's business."""
    with tempfile.TemporaryDirectory(prefix="yixian-roster-") as folder:
        path = Path(folder) / f"名册{suffix}"
        path.write_bytes(content)
        return read_roster_book(path)
