"""What a visitor of the window carries from page to page: locked under a secret that only the browser has.

The row stands on the server, the secret in a cookie: neither is worth anything alone, and the mark by which
the row is found tells nobody the secret.
"""

from dataclasses import dataclass, field

from yixian.protection.actions.opening import SealBroken
from yixian.vault.crypto import Broken, context_bytes, suite
from yixian.vault.crypto.padding import pad, unpad

SECRET = 32


@dataclass(frozen=True)
class DrawerKey:
    """``secret`` goes into the cookie alone; ``mark`` is what the row is found by."""

    secret: bytes = field(repr=False)
    mark: bytes


def new_drawer_key() -> DrawerKey:
    key = drawer_key(secret=suite().new_key())
    assert key is not None  # noqa: S101 - a new key has the right length
    return key


def drawer_key(*, secret: bytes) -> DrawerKey | None:
    """The key of a secret that came back in a cookie; nothing when it can't be one."""
    if len(secret) != SECRET:
        return None
    return DrawerKey(secret, suite().digest(secret, b"window.drawer", 32))


def lock_drawer(*, key: DrawerKey, words: str) -> bytes:
    """The row. Its length tells no more than the next step of the padding."""
    return suite().seal(key.secret, pad(words.encode()), _context(key))


def unlock_drawer(*, key: DrawerKey, row: bytes) -> str | None:
    """What was locked; nothing when the row was changed or belongs to another key."""
    try:
        return unpad(suite().open(key.secret, row, _context(key))).decode()
    except Broken:
        return None


def lock_in_drawer(*, key: DrawerKey, place: str, content: bytes) -> bytes:
    """A file in the drawer, or its label; ``place`` says which, so that they are not exchanged."""
    return suite().seal(key.secret, pad(content), _context(key, place))


def unlock_from_drawer(*, key: DrawerKey, place: str, row: bytes) -> bytes:
    """What was locked there; ``SealBroken`` when somebody changed the row."""
    try:
        return unpad(suite().open(key.secret, row, _context(key, place)))
    except Broken as broken:
        raise SealBroken("暂存的材料被改动过，不能使用。请清除以后重新开始。") from broken


def _context(key: DrawerKey, *place: str) -> bytes:
    return context_bytes("window.drawer", key.mark.hex(), *place)
