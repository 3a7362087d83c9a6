"""公钥卡: what an office hands out so that others can seal files to it and know its signature; a small text file.

It holds no secret. Whoever could exchange it on its way could read what is sealed to it: so its fingerprint is read
out over the telephone before it is used.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass

from yixian.trail.refusal import Refusal
from yixian.vault.crypto import context_bytes, suite

MARK, FORMAT = "yixian-card", 1
GROUPS, DIGITS, KEY = 10, 4, 32
LARGEST = 4096
LONGEST_NAME = 60


class NoCard(Refusal):
    """The file is not a card, or not one that this program reads."""

    key = "no_card"


@dataclass(frozen=True, slots=True)
class Card:
    """An office's name and its three public keys."""

    name: str
    office: bytes
    identity: bytes
    signer: bytes

    @property
    def fingerprint(self) -> str:
        """Forty digits in ten groups, of name and keys: 132 bits that can be read out."""
        whole = context_bytes(
            MARK, FORMAT, self.name, self.office.hex(), self.identity.hex(), self.signer.hex()
        )
        number = int.from_bytes(suite().digest(b"", whole, 32)) % 10 ** (GROUPS * DIGITS)
        digits = f"{number:0{GROUPS * DIGITS}d}"
        return " ".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))

    def as_file(self) -> bytes:
        told = {"card": MARK, "format": FORMAT, "name": self.name}
        keys = {key: b64encode(getattr(self, key)).decode() for key in ("office", "identity", "signer")}
        return json.dumps(told | keys, ensure_ascii=False, indent=1).encode()


def read_card(file: bytes) -> Card:
    """The card in a file, or a refusal that says what is wrong with it."""
    try:
        told = json.loads(file[:LARGEST].decode("utf-8-sig"))
        if told["card"] != MARK:
            raise ValueError("another file")
        newer = told["format"] != FORMAT
    except (ValueError, KeyError, TypeError) as error:
        raise NoCard("这不是公钥卡文件。请选对方在“协作机关”里导出的“公钥卡.json”。") from error
    if newer:
        raise NoCard("这张公钥卡是更新的版本导出的，请先升级本系统。")
    try:
        keys = {key: b64decode(told[key], validate=True) for key in ("office", "identity", "signer")}
        name = _name(told["name"])
    except (ValueError, KeyError, TypeError) as error:
        raise NoCard("公钥卡文件不完整或者被改动，请对方重新导出。") from error
    if any(len(each) != KEY for each in keys.values()):
        raise NoCard("公钥卡文件不完整或者被改动，请对方重新导出。")
    return Card(name, **keys)


def _name(name: object) -> str:
    if not isinstance(name, str) or not 0 < len(name.strip()) <= LONGEST_NAME or not name.isprintable():
        raise ValueError("no name of an office")
    return name.strip()


def digits_of(typed: str) -> str:
    """What somebody typed of a fingerprint, without blanks and in half-width digits."""
    return "".join(str(int(sign)) for sign in typed if sign.isdecimal())
