"""A checked workbook on its way through the page to its import, so that nobody has to choose the file twice.

The roster is plain, so it may go as a parcel (``toolkit.parcels``).
"""

import tempfile
from pathlib import Path

from yixian.roster.actions import RosterRows, read_roster_book
from yixian.toolkit import parcels
from yixian.toolkit.parcels import ParcelLost

__all__ = ["ParcelLost", "rows_in", "unwrap", "wrap"]

SALT = "yixian.roster.parcel"


def wrap(suffix: str, content: bytes) -> str:
    return parcels.wrap(suffix.encode() + b"\0" + content, salt=SALT)


def unwrap(parcel: str) -> tuple[str, bytes]:
    suffix, _, content = parcels.unwrap(parcel, salt=SALT).partition(b"\0")
    return suffix.decode(), content


def rows_in(suffix: str, content: bytes) -> RosterRows:
    """Read an uploaded workbook under a name of ours: what the uploader called it is nobody's business."""
    with tempfile.TemporaryDirectory(prefix="yixian-roster-") as folder:
        path = Path(folder) / f"名册{suffix}"
        path.write_bytes(content)
        return read_roster_book(path)
