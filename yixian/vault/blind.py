"""Keyed tokens: what lets a session find words in sealed reports, and check recusal without opening them.

Both keys derive from the organ's office key and exist only in sessions. A token is eight bytes; its kind is
hashed in, so a thief cannot tell names from places. Records are filled up with random tokens to a multiple
of ``FILL``, so that their number says little about the length of the letter.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from nacl.utils import random

from yixian.toolkit.inserting import insert_stored, stored
from yixian.vault.crypto import context_bytes, suite
from yixian.vault.models import BlindTerm

TOKEN, FILL, CHUNK = 8, 32, 400


def index_key(office_private: bytes) -> bytes:
    return suite().digest(office_private, b"index", 32)


def guard_key(office_private: bytes) -> bytes:
    """What checks recusal; it opens nothing and finds no word."""
    return suite().digest(office_private, b"guard", 32)


def token(key: bytes, kind: str, value: str) -> bytes:
    return suite().digest(key, context_bytes("token", kind, value), TOKEN)


def remember(organ_ref: int, record: UUID, tokens: Iterable[bytes]) -> None:
    """Replace the tokens of one record."""
    wanted = set(tokens)
    wanted |= {random(TOKEN) for _ in range(-len(wanted) % FILL)}
    BlindTerm.objects.filter(record=record).delete()
    BlindTerm.objects.bulk_create(
        [BlindTerm(organ_ref=organ_ref, record=record, token=each) for each in sorted(wanted)], batch_size=500
    )


def remember_many(organ_ref: int, tokens: Mapping[UUID, Iterable[bytes]]) -> None:
    """The tokens of records that had none, in one statement: an import brings a million at a time."""
    written = stored(BlindTerm, "record") or (lambda record: record)
    rows: list[tuple[int, object, bytes]] = []
    for record, held in tokens.items():
        wanted = set(held)
        filler = random(TOKEN * (-len(wanted) % FILL))
        wanted |= {filler[at : at + TOKEN] for at in range(0, len(filler), TOKEN)}
        row = written(record)
        rows += [(organ_ref, row, each) for each in sorted(wanted)]
    insert_stored(BlindTerm, ("organ_ref", "record", "token"), rows)


def forget(record: UUID) -> None:
    BlindTerm.objects.filter(record=record).delete()


def forget_many(records: Iterable[UUID]) -> None:
    """One record after the other, so that the deletion never asks the database for too many at once."""
    for record in records:
        BlindTerm.objects.filter(record=record)._raw_delete(BlindTerm.objects.db)


def matches(organ_ref: int, tokens: Iterable[bytes]) -> dict[bytes, list[UUID]]:
    """The records that hold each token."""
    wanted, found = sorted(set(tokens)), dict[bytes, list[UUID]]()
    for start in range(0, len(wanted), CHUNK):
        rows = BlindTerm.objects.filter(organ_ref=organ_ref, token__in=wanted[start : start + CHUNK])
        for held, record in rows.order_by("pk").values_list("token", "record"):
            found.setdefault(bytes(held), []).append(record)
    return found
