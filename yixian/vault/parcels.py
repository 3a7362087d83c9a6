"""The sealed file between two installations, as bytes: signed by one organ's key, sealed to another's (decision 0014).

``docs/parcel.md`` states every byte. Nothing outside the seal names an office, a report or a day; the mark says to
nobody but the holders of a card for whom it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from nacl.utils import random

from yixian.vault.crypto import Broken, Pair, context_bytes, suite
from yixian.vault.crypto.padding import pad, unpad

MAGIC = b"YIXIAN"
FORMAT = 1
SALT, MARK, POINT, SIGNATURE = 16, 8, 32, 64
HEAD = len(MAGIC) + 2 + SALT + MARK + 8


class Fault(Enum):
    """What is wrong with a file, as far as anybody can say."""

    NOT_ONE = "not_one"
    NEWER = "newer"
    CUT_SHORT = "cut_short"
    NOT_FOR_US = "not_for_us"
    CHANGED = "changed"


class Unopened(Exception):
    """A file that does not open. Nothing of its content was used."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Opened:
    """``signer`` is the public key that signed it; who that is the caller must know."""

    signer: bytes
    content: bytes = field(repr=False)


def signer_of(private: bytes) -> Pair:
    """The signing pair of whoever holds an organ's key: derived, so that it is handed over and renewed with it."""
    return suite().signer_from(suite().digest(private, b"parcel-signer", POINT))


def close(content: bytes, *, private: bytes, to: bytes) -> bytes:
    """Sign with the organ's key and seal to the other's. The signature names the receiver: passed on, it is void."""
    signer = signer_of(private)
    padded = pad(signer.public + suite().sign(signer.private, _signed(to, content)) + content)
    salt = random(SALT)
    # A box adds a public point, the suite's mark, a nonce and a tag: as many bytes for every content.
    head = _head(salt, to, len(padded) + BOXED)
    return head + suite().box(to, padded, _context(head))


def open_with(file: bytes, pairs: Iterable[Pair]) -> Opened:
    """Open with whichever of the pairs it was sealed to; ``Unopened`` says why not."""
    head, body = file[:HEAD], file[HEAD:]
    _check_shape(head, body)
    salt, mark = head[8 : 8 + SALT], head[8 + SALT : 8 + SALT + MARK]
    pair = next((each for each in pairs if _mark(salt, each.public) == mark), None)
    if pair is None:
        raise Unopened(Fault.NOT_FOR_US)
    try:
        plain = unpad(suite().unbox(pair.private, body, _context(head)))
    except (Broken, ValueError) as error:
        raise Unopened(Fault.CHANGED) from error
    signer, signature, content = plain[:POINT], plain[POINT : POINT + SIGNATURE], plain[POINT + SIGNATURE :]
    if not suite().is_signed(signer, _signed(pair.public, content), signature):
        raise Unopened(Fault.CHANGED)
    return Opened(signer, content)


def _check_shape(head: bytes, body: bytes) -> None:
    if head[: len(MAGIC)] != MAGIC[: len(head)] or len(head) < len(MAGIC):
        raise Unopened(Fault.NOT_ONE)
    if len(head) >= len(MAGIC) + 2 and int.from_bytes(head[6:8]) != FORMAT:
        raise Unopened(Fault.NEWER)
    length = int.from_bytes(head[-8:])
    if len(head) < HEAD or len(body) < length:
        raise Unopened(Fault.CUT_SHORT)
    if len(body) > length:
        raise Unopened(Fault.CHANGED)


def _head(salt: bytes, to: bytes, length: int) -> bytes:
    return MAGIC + FORMAT.to_bytes(2) + salt + _mark(salt, to) + length.to_bytes(8)


def _mark(salt: bytes, public: bytes) -> bytes:
    return suite().digest(salt, public, MARK)


def _context(head: bytes) -> bytes:
    return context_bytes("parcel", head.hex())


def _signed(to: bytes, content: bytes) -> bytes:
    return context_bytes("parcel", FORMAT, to.hex()) + content


BOXED = POINT + 1 + 24 + 16
"""What sealing adds: the point of the pair made for this file, the suite's mark, the nonce, the tag."""
