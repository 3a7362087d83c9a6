"""The one small interface to the algorithms: SM2, SM3 and SM4 can be put in where 国密 is required."""

from dataclasses import dataclass, field
from functools import cache
from json.encoder import encode_basestring
from typing import Protocol


class Broken(Exception):
    """A ciphertext does not open: another key, another place, or changed bytes. Never says which."""


@dataclass(frozen=True)
class Pair:
    public: bytes
    private: bytes = field(repr=False)


@dataclass(frozen=True)
class Cost:
    """What one guess of a phrase costs: Argon2id passes and bytes of memory. Kept with each key it made."""

    passes: int
    memory: int

    def __str__(self) -> str:
        return f"argon2id:{self.passes}:{self.memory}"

    @classmethod
    def parse(cls, text: str) -> "Cost":
        _, passes, memory = text.split(":")
        return cls(int(passes), int(memory))


COSTS = {"office": Cost(3, 64 * 1024 * 1024), "test": Cost(1, 8 * 1024)}
"""For what people choose: a pass phrase."""
CODE_COSTS = {"office": Cost(2, 19 * 1024 * 1024), "test": Cost(1, 8 * 1024)}
"""For what chance chose: a receipt code of 66 bits (decision 0007)."""


class Suite(Protocol):
    """Keys are 32 bytes. Each ciphertext begins with the suite's mark, so that two can live side by side."""

    def new_key(self) -> bytes: ...

    def new_pair(self) -> Pair: ...

    def pair_from(self, seed: bytes) -> Pair: ...

    def seal(self, key: bytes, plain: bytes, context: bytes) -> bytes: ...

    def open(self, key: bytes, sealed: bytes, context: bytes) -> bytes: ...

    def box(self, public: bytes, plain: bytes, context: bytes) -> bytes: ...

    def unbox(self, private: bytes, boxed: bytes, context: bytes) -> bytes: ...

    def stretch(self, secret: str, salt: bytes, cost: Cost, size: int) -> bytes: ...

    def digest(self, key: bytes, message: bytes, size: int) -> bytes: ...

    def signer_from(self, seed: bytes) -> Pair: ...

    def sign(self, seed: bytes, message: bytes) -> bytes: ...

    def is_signed(self, public: bytes, message: bytes, signature: bytes) -> bool: ...


def context_bytes(*parts: str | int) -> bytes:
    """Where a ciphertext belongs, unambiguously: bound as associated data, so it opens nowhere else.

    A JSON list, put together by hand: it is made for every slot and every token, a hundred times a report.
    """
    return f"[{', '.join([encode_basestring(str(part)) for part in parts])}]".encode()


@cache
def suite() -> Suite:
    """The algorithms of this installation."""
    from yixian.vault.crypto.sodium import Sodium

    return Sodium()
