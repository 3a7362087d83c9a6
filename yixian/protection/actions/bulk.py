"""Sealing and indexing very many records at once, for the import of a ledger; and a file kept for its importer.

The act that calls these names its permit and leaves the one line of the trail; the records that it made are listed
in the house's own table.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

from django.utils import timezone

from yixian.protection.actions.opening import NoKey, SealBroken
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import decoded, encoded, organ_key
from yixian.protection.actions.tokens import key_of_today, keys_of
from yixian.protection.actions.watching import watch_words
from yixian.protection.officer import Officer
from yixian.vault import blind, sealing
from yixian.vault.crypto import Broken
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey, Keyholder


@dataclass(frozen=True, slots=True)
class ToSeal:
    """One seal to be made: ``context`` as of ``new_seal_context``."""

    context: str
    slots: Mapping[str, str]
    purpose: Purpose = Purpose.OFFICE


def seal_many(*, organ_id: int, wanted: Sequence[ToSeal]) -> list[UUID]:
    """What ``seal`` does for one, watches of identities included; in the order given."""
    to = cache(lambda purpose: (sealing.to_organ_key(organ_key(organ_id, purpose)),))

    def parcel(each: ToSeal) -> sealing.Parcel:
        watch = None
        if each.purpose == Purpose.IDENTITY:
            words = {"words": watch_words(each.slots)}
            watch = sealing.Parcel(f"{each.context}|watch", words, to(Purpose.OFFICE))
        return sealing.Parcel(each.context, encoded(each.slots), to(each.purpose), watch)

    return sealing.put_away_many(parcel(each) for each in wanted)


def token_maker(by: Officer) -> Callable[[str, object], bytes]:
    """``token`` for very many: the key of today is unwrapped once for each kind."""
    made = cache(lambda kind: key_of_today(by, kind))
    return lambda kind, value: made(kind)(kind, str(value))


def tokens_ever(*, by: Officer, kind: str, values: Iterable[str]) -> dict[bytes, str]:
    """Token → value by each version of the key that the officer holds: what older records bear."""
    makers = keys_of(by, kind)
    return {made(kind, value): value for value in values for made in makers}


def index_many(*, by: Officer, terms: Mapping[UUID, Mapping[str, Iterable[str]]]) -> None:
    """Make new records findable by their terms; the same tokens as ``index_terms`` gives one. Letters of one ledger
    have most of their words in common: each word is hashed once.
    """
    token = cache(token_maker(by))
    blind.remember_many(
        by.organ_id,
        {
            record: [token(kind, word) for kind, words in held.items() for word in words]
            for record, held in terms.items()
        },
    )


def forget_many(*, by: Officer, records: Iterable[UUID]) -> None:
    """Take records out of the index."""
    blind.forget_many(records)


def keep_for_self(*, by: Officer, context: str, slots: Mapping[str, str], until: datetime) -> UUID:
    """Seal to the organ's identity key, and lend it to whoever brought it until a moment.

    A file that was not read yet may name reporters anywhere: it is treated as an identity from the first moment,
    and only the person who chose the file, or who holds the identity key, opens it again.
    """
    holder = Keyholder.objects.get(staff_ref=by.staff_id)
    to = (
        sealing.to_organ_key(organ_key(by.organ_id, Purpose.IDENTITY)),
        sealing.to_keyholder(holder, until),
    )
    return sealing.put_away_many([sealing.Parcel(context, encoded(slots), to)])[0]


def open_own(*, by: Officer, seal: UUID, slots: Iterable[str]) -> dict[str, str]:
    """Some slots of what was kept for this officer, while the loan lasts."""
    try:
        opened = sealing.read({seal: _own_key(by, seal)}, slots)[seal]
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    texts = {slot: decoded(plain) for slot, plain in opened.items()}
    return {slot: text for slot, text in texts.items() if isinstance(text, str)}


def add_to_own(*, by: Officer, seal: UUID, slots: Mapping[str, str]) -> None:
    """A next version of some slots of what was kept for this officer."""
    sealing.append(DataKey.objects.get(pk=seal), _own_key(by, seal), encoded(slots))


def _own_key(by: Officer, seal: UUID) -> bytes:
    try:
        key = sealing.loaned_key(seal, ring_of(by), timezone.now())
        key = key or sealing.keys_of([seal], ring_of(by), Purpose.IDENTITY).get(seal)
    except Broken as error:
        raise SealBroken("密钥校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    if key is None:
        raise NoKey("这份文件只有上传的人和持有身份密钥的人能够打开，或者保管期限已过。请重新上传原文件。")
    return key


def erase_many(*, seals: Iterable[UUID], on: date) -> int:
    """Crypto-erase what an act of its own has decided to erase; says how many seals there were."""
    return sealing.destroy_many(seals, on)
