"""Receipt codes: from a code come, by one stretch, what it is looked up by and the reporter's key pair."""

from django.db import transaction
from nacl.utils import random

from yixian.vault.crypto import Cost, Pair, suite
from yixian.vault.keyholders import SALT, cost
from yixian.vault.models import CodeSalt, Receipt


def issue(digits: str) -> Receipt:
    lookup, pair = _derive(digits)
    return Receipt.objects.create(lookup=lookup, public=pair.public)


def present(digits: str) -> tuple[Receipt, bytes] | None:
    """The receipt and the reporter's private key, or nothing; both take one stretch."""
    lookup, pair = _derive(digits)
    receipt = Receipt.objects.filter(lookup=lookup).first()
    return (receipt, pair.private) if receipt else None


def waste_a_stretch() -> None:
    """Take as long as for a real code."""
    _derive("0")


def _derive(digits: str) -> tuple[bytes, Pair]:
    salt = _salt()
    stretched = suite().stretch(digits, bytes(salt.salt), Cost.parse(salt.cost), 64)
    return stretched[:32], suite().pair_from(stretched[32:])


def _salt() -> CodeSalt:
    """Made when the first code is; the one row has the key 1, so two cannot be made at once."""
    with transaction.atomic():
        made = {"salt": random(SALT), "cost": str(cost())}
        return CodeSalt.objects.get_or_create(pk=1, defaults=made)[0]
