"""Lending one sealed text to one person: who holds no key of the office reads what was lent, and nothing else.

A loan ends at a moment that is bound into it. The office's own way to the seal stays as it is.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from yixian.protection.actions.opening import NoKey, SealBroken
from yixian.protection.actions.permitting import require
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import decoded, encoded, organ_key
from yixian.protection.officer import Officer
from yixian.protection.permits import Guarded
from yixian.trail.actions import leaves_trail
from yixian.vault import sealing
from yixian.vault.crypto import Broken
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey, DataKeyWrap, Keyholder


def seal_and_keep(
    *, by: Officer, organ_id: int, context: str, slots: Mapping[str, str | bytes], until: datetime
) -> UUID:
    """Seal to the office, and to the one who writes, who may read their own words until that moment."""
    own = [sealing.to_keyholder(each, until) for each in _holders([by.staff_id])]
    recipients = [sealing.to_organ_key(organ_key(organ_id, Purpose.OFFICE)), *own]
    return sealing.put_away(context=context, slots=encoded(slots), recipients=recipients).pk


@leaves_trail("protection.lend_seals")
def lend_seals(
    *, by: Officer, about: Guarded, seals: Iterable[UUID | None], staff_ids: Collection[int], until: datetime
) -> None:
    """Let these people read these seals of one record until a moment; whoever has a loan already gets the new one."""
    require(by, "protection.lend_seals", about)
    wanted = [seal for seal in seals if seal is not None]
    keys = _office_keys(by, wanted)
    for holder in _holders(staff_ids):
        DataKeyWrap.objects.filter(data_key__in=wanted, keyholder=holder).delete()
        for seal, key in keys.items():
            sealing.wrap(seal, key, sealing.to_keyholder(holder, until))


@leaves_trail("protection.end_loans_of")
def end_loans_of(*, by: Officer, about: Guarded, seals: Iterable[UUID | None], staff_id: int) -> None:
    """Take back what was lent to one person; by that person, or by whoever may lend."""
    if by.staff_id != staff_id:
        require(by, "protection.lend_seals", about)
    holders = _holders([staff_id])
    wanted = [seal for seal in seals if seal is not None]
    DataKeyWrap.objects.filter(data_key__in=wanted, keyholder__in=holders).delete()


@leaves_trail("protection.open_lent")
def open_lent(*, by: Officer, about: Guarded, contexts: Mapping[UUID, str], slot: str) -> dict[UUID, str]:
    """One slot of each of these seals, by a loan or by the office's key; what does not open is left out.

    ``contexts`` (seal → as what it was sealed) keeps the seal of anything else, an identity among them, from
    being opened through a row that should point to a text.
    """
    found = DataKey.objects.filter(pk__in=list(contexts)).order_by("pk")
    named = {each.pk: each.context for each in found}
    if any(named.get(seal) not in (None, context) for seal, context in contexts.items()):
        raise SealBroken("密文与所属记录不符，可能被调换。请立即报告纪委书记并核验留痕。")
    try:
        opened = sealing.read(_readable(by, list(named)), [slot])
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    texts = {seal: decoded(slots[slot]) for seal, slots in opened.items() if slot in slots}
    return {seal: text for seal, text in texts.items() if isinstance(text, str)}


def _readable(by: Officer, seals: list[UUID]) -> dict[UUID, bytes]:
    ring, now = ring_of(by), timezone.now()
    keys = sealing.keys_of(seals, ring, Purpose.OFFICE)
    lent = {seal: sealing.loaned_key(seal, ring, now) for seal in seals if seal not in keys}
    return keys | {seal: key for seal, key in lent.items() if key is not None}


def _office_keys(by: Officer, seals: list[UUID]) -> dict[UUID, bytes]:
    try:
        keys = sealing.keys_of(seals, ring_of(by), Purpose.OFFICE)
    except Broken as error:
        raise SealBroken("密钥校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    if set(seals) - set(keys):
        raise NoKey("您没有这些内容的密钥，不能交给别人阅看。请由纪委书记办理。")
    return keys


def _holders(staff_ids: Collection[int]) -> list[Keyholder]:
    return list(Keyholder.objects.filter(staff_ref__in=list(staff_ids)).order_by("pk"))
