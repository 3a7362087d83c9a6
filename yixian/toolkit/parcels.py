"""A checked file on its way through a page to the next step, so that nobody has to choose it twice.

It travels signed, for half an hour: what is taken is byte for byte what was checked. It is not secret: only what
may be plain goes this way.
"""

from django.core import signing

HALF_AN_HOUR = 30 * 60


class ParcelLost(Exception):
    """The parcel is older than half an hour, or not ours."""


class _Bytes:
    """A serializer that leaves bytes as they are."""

    def dumps(self, content: bytes) -> bytes:
        return content

    def loads(self, content: bytes) -> bytes:
        return content


def wrap(content: bytes, *, salt: str) -> str:
    """``salt`` names what the parcel is for; it opens for nothing else."""
    return signing.dumps(content, salt=salt, serializer=_Bytes, compress=True)


def unwrap(parcel: str, *, salt: str) -> bytes:
    try:
        packed: bytes = signing.loads(parcel, salt=salt, serializer=_Bytes, max_age=HALF_AN_HOUR)
    except signing.BadSignature as error:
        raise ParcelLost from error
    return packed
