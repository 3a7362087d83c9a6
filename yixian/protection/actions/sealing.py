"""Sealing: public keys only, so the public window and the server at rest can do it and can open nothing."""

from collections.abc import Mapping
from uuid import UUID

from yixian.protection.actions.watching import watch_words
from yixian.trail.refusal import Refusal
from yixian.vault import organ_keys, sealing
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey, OrganKey, Receipt

TEXT, BYTES = b"t", b"b"


class NoOrganKey(Refusal):
    """The organ has not been set up: without its public key nothing may be taken in."""

    key = "no_organ_key"


def seal(
    *,
    organ_id: int,
    context: str,
    slots: Mapping[str, str | bytes],
    purpose: Purpose = Purpose.OFFICE,
    receipt: UUID | None = None,
) -> UUID:
    """Seal the slots under a data key of their own, wrapped to the organ and, if given, to the reporter.

    ``context`` names table, row and field (``new_seal_context``) and is bound into every ciphertext. A seal
    of the identity purpose also gets a watch: salted digests, sealed to the office key, by which outgoing
    papers are scanned without anybody opening the identity.
    """
    recipients = [sealing.to_organ_key(organ_key(organ_id, purpose))]
    if receipt is not None:
        recipients.append(sealing.to_receipt(Receipt.objects.get(pk=receipt)))
    made = sealing.put_away(context=context, slots=encoded(slots), recipients=recipients)
    if purpose == Purpose.IDENTITY:
        set_watch(made, organ_id, slots)
    return made.pk


def new_seal_context(model: str, row: object, field: str) -> str:
    """``reception.report|<id>|account``: give the row's id before the row is saved."""
    return f"{model}|{row}|{field}"


def organ_key(organ_id: int, purpose: Purpose) -> OrganKey:
    found = organ_keys.current(organ_id, purpose)
    if found is None:
        raise NoOrganKey("本机构还没有建立密钥，不能登记。请先由管理员完成建立机关的步骤。")
    return found


def set_watch(made: DataKey, organ_id: int, slots: Mapping[str, str | bytes]) -> None:
    words = {slot: text for slot, text in slots.items() if isinstance(text, str)}
    if not words:  # only files: there is nothing in them to look for
        return
    made.watch = sealing.put_away(
        context=f"{made.context}|watch",
        slots={"words": watch_words(words)},
        recipients=[sealing.to_organ_key(organ_key(organ_id, Purpose.OFFICE))],
    )
    made.save(update_fields=["watch"])


def encoded(slots: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {
        slot: TEXT + value.encode() if isinstance(value, str) else BYTES + value
        for slot, value in slots.items()
    }


def decoded(plain: bytes) -> str | bytes:
    return plain[1:].decode() if plain[:1] == TEXT else plain[1:]
