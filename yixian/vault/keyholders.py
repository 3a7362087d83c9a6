"""Key pairs of staff under their pass phrases. A log-in is a successful unwrap."""

from django.conf import settings
from nacl.utils import random

from yixian.vault.crypto import Broken, Cost, context_bytes, suite
from yixian.vault.crypto.suite import COSTS
from yixian.vault.models import DataKeyWrap, Keyholder, KeyShare

SALT = 16


def cost() -> Cost:
    return COSTS[settings.YIXIAN_KDF]


def enrol(staff_ref: int, phrase: str, *, must_change: bool) -> Keyholder:
    """Make a new key pair for an account. One whose pass phrase was lost begins anew, without any share."""
    pair = suite().new_pair()
    KeyShare.objects.filter(keyholder__staff_ref=staff_ref).delete()
    DataKeyWrap.objects.filter(keyholder__staff_ref=staff_ref).delete()
    holder = Keyholder.objects.filter(staff_ref=staff_ref).first() or Keyholder(staff_ref=staff_ref)
    holder.public, holder.must_change = pair.public, must_change
    lock(holder, pair.private, phrase)
    return holder


def lock(holder: Keyholder, private: bytes, phrase: str) -> None:
    """Wrap the private key under a phrase with a new salt, at today's cost."""
    holder.salt, holder.cost = random(SALT), str(cost())
    key = _stretched(holder, phrase)
    holder.wrapped_private = suite().seal(key, private, _context(holder))
    holder.save()


def unlock(staff_ref: int | None, phrase: str) -> tuple[Keyholder, bytes]:
    """The holder and the private key; ``Broken`` for a wrong phrase and, as slowly, an unknown account."""
    holder = Keyholder.objects.filter(staff_ref=staff_ref).first() if staff_ref else None
    if holder is None:
        suite().stretch(phrase, bytes(SALT), cost(), 32)
        raise Broken
    return holder, suite().open(_stretched(holder, phrase), bytes(holder.wrapped_private), _context(holder))


def _stretched(holder: Keyholder, phrase: str) -> bytes:
    return suite().stretch(phrase, bytes(holder.salt), Cost.parse(holder.cost), 32)


def _context(holder: Keyholder) -> bytes:
    return context_bytes("keyholder", holder.staff_ref, bytes(holder.public).hex(), holder.cost)
