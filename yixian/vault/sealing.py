"""Putting away and opening: data keys, their wraps, and the slots sealed under them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from yixian.toolkit.inserting import batches, insert_many
from yixian.vault.crypto import Broken, context_bytes, suite
from yixian.vault.crypto.padding import pad, unpad
from yixian.vault.enums import Part, Purpose
from yixian.vault.models import DataKey, DataKeyWrap, Keyholder, OrganKey, Receipt, SealedItem
from yixian.vault.ring import Ring

BATCH = 200
"""Seals that are destroyed by one statement."""


@dataclass(frozen=True)
class Recipient:
    """Someone to whom a data key is wrapped: one of an organ's key, a receipt, a person until a moment."""

    public: bytes
    organ_key: OrganKey | None = None
    receipt: Receipt | None = None
    keyholder: Keyholder | None = None
    expires_at: datetime | None = None

    def fields(self) -> dict[str, object]:
        return {
            "organ_key": self.organ_key,
            "receipt": self.receipt,
            "keyholder": self.keyholder,
            "expires_at": self.expires_at,
        }


def to_organ_key(key: OrganKey) -> Recipient:
    return Recipient(bytes(key.public), organ_key=key)


def to_receipt(receipt: Receipt) -> Recipient:
    return Recipient(bytes(receipt.public), receipt=receipt)


def to_keyholder(holder: Keyholder, until: datetime) -> Recipient:
    return Recipient(bytes(holder.public), keyholder=holder, expires_at=until.replace(microsecond=0))


def put_away(*, context: str, slots: Mapping[str, bytes], recipients: Iterable[Recipient]) -> DataKey:
    """Seal the slots under a new data key and wrap it to each recipient. Needs public keys only."""
    seal = DataKey.objects.create(id=uuid4(), context=context)
    key = suite().new_key()
    SealedItem.objects.bulk_create(_item(seal, key, slot, 1, plain) for slot, plain in slots.items())
    for recipient in recipients:
        wrap(seal.pk, key, recipient)
    return seal


@dataclass(frozen=True, slots=True)
class Parcel:
    """What ``put_away_many`` seals: the slots under a data key of their own, and perhaps a watch beside them."""

    context: str
    slots: Mapping[str, bytes]
    recipients: tuple[Recipient, ...]
    watch: "Parcel | None" = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a ciphertext is bound to, without making a row of each key."""

    pk: UUID
    context: str


def put_away_many(parcels: Iterable[Parcel]) -> list[UUID]:
    """What ``put_away`` does for one, for very many in three statements: an import seals a million slots."""
    keys: list[tuple[Any, ...]] = []
    items: list[tuple[Any, ...]] = []
    wraps: list[tuple[Any, ...]] = []

    def add(parcel: Parcel) -> UUID:
        watch = add(parcel.watch) if parcel.watch else None
        seal, key = Named(uuid4(), parcel.context), suite().new_key()
        keys.append((seal.pk, parcel.context, watch))
        for slot, plain in parcel.slots.items():
            ciphertext = suite().seal(key, pad(plain), item_context(seal, slot, 1))
            items.append((seal.pk, slot, 1, ciphertext))
        for each in parcel.recipients:
            wraps.append((seal.pk, *_columns(each), wrap_bytes(seal.pk, key, each)))
        return seal.pk

    made = [add(parcel) for parcel in parcels]
    insert_many(DataKey, ("id", "context", "watch_id"), keys)
    insert_many(SealedItem, ("data_key_id", "slot", "version", "ciphertext"), items)
    insert_many(DataKeyWrap, ("data_key_id", *WRAP_COLUMNS, "wrapped"), wraps)
    return made


WRAP_COLUMNS = ("organ_key_id", "receipt_id", "keyholder_id", "expires_at")


def _columns(recipient: Recipient) -> tuple[Any, ...]:
    holders = (recipient.organ_key, recipient.receipt, recipient.keyholder)
    return (*(each.pk if each else None for each in holders), recipient.expires_at)


def append(seal: DataKey, key: bytes, slots: Mapping[str, bytes]) -> None:
    """Seal a next version of some slots; the versions before it stay."""
    for slot, plain in slots.items():
        version = seal.items.filter(slot=slot).count() + 1
        _item(seal, key, slot, version, plain).save()


def wrap(seal_id: UUID, key: bytes, recipient: Recipient) -> DataKeyWrap:
    """Give a recipient the data key; who has it already is left alone, except that a loan is renewed."""
    DataKeyWrap.objects.filter(data_key_id=seal_id, **recipient.fields()).delete()
    wrapped = wrap_bytes(seal_id, key, recipient)
    return DataKeyWrap.objects.create(data_key_id=seal_id, wrapped=wrapped, **recipient.fields())


def wrap_bytes(seal_id: UUID, key: bytes, recipient: Recipient) -> bytes:
    context = _wrap_context(seal_id, recipient.public, recipient.expires_at)
    return suite().box(recipient.public, key, context)


def unwrap(wrap: DataKeyWrap, private: bytes) -> bytes:
    """The data key. Its context holds the moment a loan ends: who moves the moment spoils the loan."""
    public = suite().pair_from(private).public
    context = _wrap_context(wrap.data_key_id, public, wrap.expires_at)
    return suite().unbox(private, bytes(wrap.wrapped), context)


def keys_of(seals: Iterable[UUID], ring: Ring, purpose: Purpose) -> dict[UUID, bytes]:
    """The data keys that this ring opens now by an organ's key of that purpose, or by its receipt."""
    wraps = DataKeyWrap.objects.filter(data_key__in=list(seals)).order_by("pk")
    if ring.receipt_id is not None:
        return {
            each.data_key_id: unwrap(each, ring.private) for each in wraps.filter(receipt=ring.receipt_id)
        }
    held = {key.pk: private for key, private in ring.shares(purpose=purpose, part=Part.WHOLE)}
    return {
        each.data_key_id: unwrap(each, held[each.organ_key_id])
        for each in wraps.filter(organ_key__in=list(held))
        if each.organ_key_id is not None
    }


def loaned_key(seal: UUID, ring: Ring, now: datetime) -> bytes | None:
    """The data key lent to this person, if the loan has not ended."""
    loan = DataKeyWrap.objects.filter(
        data_key=seal, keyholder=ring.keyholder_id, keyholder__isnull=False, expires_at__gt=now
    )
    found = loan.order_by("-expires_at").first()
    return unwrap(found, ring.private) if found else None


def end_loans(now: datetime) -> int:
    """Destroy the loans whose moment has passed."""
    return DataKeyWrap.objects.filter(expires_at__lte=now).delete()[0]


def read(keys: Mapping[UUID, bytes], slots: Iterable[str] | None = None) -> dict[UUID, dict[str, bytes]]:
    """The latest version of each slot of each seal, in the order in which the slots were sealed."""
    items: QuerySet[SealedItem] = SealedItem.objects.select_related("data_key").filter(
        Q(data_key__in=list(keys)), **({"slot__in": list(slots)} if slots is not None else {})
    )
    opened: dict[UUID, dict[str, bytes]] = {seal: {} for seal in keys}
    latest = {(item.data_key_id, item.slot): item for item in items.order_by("version", "pk")}
    for (seal, slot), item in latest.items():
        opened[seal][slot] = _open_item(item, keys[seal])
    return opened


def versions(seal: UUID, key: bytes, slot: str) -> list[bytes]:
    """Every version of one slot, oldest first."""
    items = SealedItem.objects.select_related("data_key").filter(data_key=seal, slot=slot)
    return [_open_item(item, key) for item in items.order_by("version")]


def _item(seal: DataKey, key: bytes, slot: str, version: int, plain: bytes) -> SealedItem:
    ciphertext = suite().seal(key, pad(plain), item_context(seal, slot, version))
    return SealedItem(data_key=seal, slot=slot, version=version, ciphertext=ciphertext)


def _open_item(item: SealedItem, key: bytes) -> bytes:
    padded = suite().open(key, bytes(item.ciphertext), item_context(item.data_key, item.slot, item.version))
    try:
        return unpad(padded)
    except ValueError as error:
        raise Broken from error


def item_context(seal: "DataKey | Named", slot: str, version: int) -> bytes:
    return context_bytes("item", seal.context, str(seal.pk), slot, version)


def _wrap_context(seal_id: UUID, public: bytes, until: datetime | None) -> bytes:
    moment = until.astimezone(UTC).isoformat(timespec="seconds") if until else ""
    return context_bytes("wrap", str(seal_id), public.hex(), moment)


def destroy_many(seals: Iterable[UUID], on: date) -> int:
    """Crypto-erase many seals and their watches; says how many seals there were."""
    gone = 0
    for some in batches(seals, BATCH):
        watches = DataKey.objects.filter(pk__in=some, watch__isnull=False).values_list("watch_id", flat=True)
        every = [*some, *watches.order_by("pk")]
        for model in (DataKeyWrap, SealedItem):
            model.objects.filter(data_key__in=every).delete()
        DataKey.objects.filter(pk__in=every, erased_on__isnull=True).update(erased_on=on)
        gone += len(some)
    return gone


def destroy(seal: DataKey, on: date) -> None:
    """Crypto-erase: the data key existed only inside its wraps, so now nobody can ever open the seal."""
    for each in filter(None, (seal, seal.watch)):
        each.wraps.all().delete()
        each.items.all().delete()
        each.erased_on = on
        each.save()
