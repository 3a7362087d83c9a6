"""Receipt codes: from a code come, by one stretch, what it is looked up by and the reporter's key pair."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from nacl.utils import random

from yixian.vault.crypto import Cost, Pair, suite
from yixian.vault.crypto.suite import CODE_COSTS
from yixian.vault.keyholders import SALT
from yixian.vault.models import CodeSalt, Receipt


@dataclass(frozen=True)
class Stretched:
    """What a code became. It took long on purpose: time in which no transaction should hold the database."""

    lookup: bytes = field(repr=False)
    pair: Pair = field(repr=False)


def stretch(digits: str) -> Stretched:
    salt = _salt()
    stretched = suite().stretch(digits, bytes(salt.salt), Cost.parse(salt.cost), 64)
    return Stretched(stretched[:32], suite().pair_from(stretched[32:]))


def issue(code: Stretched) -> Receipt:
    return Receipt.objects.create(lookup=code.lookup, public=code.pair.public)


def present(code: Stretched) -> tuple[Receipt, bytes] | None:
    """The receipt and the reporter's private key, or nothing."""
    receipt = Receipt.objects.filter(lookup=code.lookup).first()
    return (receipt, code.pair.private) if receipt else None


def _salt() -> CodeSalt:
    """Made when the first code is; the one row has the key 1, so two cannot be made at once."""
    return CodeSalt.objects.filter(pk=1).first() or _new_salt()


def _new_salt() -> CodeSalt:
    with transaction.atomic():
        made = {"salt": random(SALT), "cost": str(CODE_COSTS[settings.YIXIAN_KDF])}
        return CodeSalt.objects.get_or_create(pk=1, defaults=made)[0]
