"""From an actor to what it can open. Only the actions of this house look inside ``keys``."""

from yixian.protection.officer import By, Officer, Reporter
from yixian.trail.refusal import Refusal
from yixian.vault.ring import Ring


class NoSitting(Refusal):
    """Somebody without a sitting or a code asks to open something."""

    key = "no_sitting"


def ring_of(by: By) -> Ring:
    keys = by.keys if isinstance(by, Officer | Reporter) else None
    if not isinstance(keys, Ring):
        raise NoSitting("请先登录，或者输入查询码。")
    return keys
