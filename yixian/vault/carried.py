"""A seal that travels closed: whoever carries it into the other installation cannot open it.

What is under the identity key goes so. The carrier's file holds it as the other installation will store it: bound to
the row that it will belong to there, wrapped to the other organ's identity key.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from yixian.vault.crypto import suite
from yixian.vault.crypto.padding import pad
from yixian.vault.models import DataKey, DataKeyWrap, OrganKey, SealedItem
from yixian.vault.sealing import Named, Recipient, item_context, wrap_bytes

VERSION = 1


def closed(seal_id: UUID, context: str, slots: Mapping[str, bytes], public: bytes) -> bytes:
    """The slots under a data key of their own, wrapped to a public key of an organ elsewhere."""
    key, named = suite().new_key(), Named(seal_id, context)
    items = {
        slot: _text(suite().seal(key, pad(plain), item_context(named, slot, VERSION)))
        for slot, plain in slots.items()
    }
    told = {
        "seal": str(seal_id),
        "context": context,
        "to": public.hex(),
        "items": items,
        "wrapped": _text(wrap_bytes(seal_id, key, Recipient(public))),
    }
    return json.dumps(told).encode()


def read(blob: bytes) -> dict[str, Any]:
    """What was carried, unopened; ``to`` is the public key that it was wrapped to."""
    told = json.loads(blob)
    if not isinstance(told, dict):
        raise ValueError("not a carried seal")
    return told


def put_down(told: Mapping[str, Any], *, seal_id: UUID, context: str, to: OrganKey) -> DataKey:
    """Store it as ours, unopened. ``ValueError`` where it is not the seal that was announced."""
    if (told["seal"], told["context"]) != (str(seal_id), context):
        raise ValueError("another seal than announced")
    seal, _ = DataKey.objects.get_or_create(id=seal_id, defaults={"context": context})
    if seal.context != context or seal.items.exists():
        raise ValueError("a seal of this name is here")
    for slot, ciphertext in told["items"].items():
        held = b64decode(ciphertext, validate=True)
        SealedItem.objects.create(data_key=seal, slot=slot, version=VERSION, ciphertext=held)
    wrapped = b64decode(told["wrapped"], validate=True)
    DataKeyWrap.objects.create(data_key=seal, organ_key=to, wrapped=wrapped)
    return seal


def _text(content: bytes) -> str:
    return b64encode(content).decode()
