"""Organ keys: found, shared, taken away and renewed."""

from collections.abc import Iterable
from datetime import date

from yixian.vault.blind import guard_key
from yixian.vault.crypto import suite
from yixian.vault.enums import Part, Purpose
from yixian.vault.models import DataKeyWrap, Keyholder, KeyShare, OrganKey, Recovery
from yixian.vault.ring import Ring, share_context
from yixian.vault.sealing import to_organ_key, unwrap, wrap_bytes

BATCH = 500


def current(organ_ref: int, purpose: Purpose) -> OrganKey | None:
    return OrganKey.objects.filter(organ_ref=organ_ref, purpose=purpose, retired_on__isnull=True).first()


def versions(organ_ref: int, purpose: Purpose) -> list[OrganKey]:
    """Every version, newest first: what was sealed to an earlier one still opens."""
    return list(OrganKey.objects.filter(organ_ref=organ_ref, purpose=purpose).order_by("-version"))


def found(organ_ref: int, purpose: Purpose) -> tuple[OrganKey, bytes]:
    """The next version of a key, wrapped to the recovery key and to nobody yet."""
    pair = suite().new_pair()
    version = OrganKey.objects.filter(organ_ref=organ_ref, purpose=purpose).count() + 1
    key = OrganKey.objects.create(organ_ref=organ_ref, purpose=purpose, version=version, public=pair.public)
    share(key, pair.private, Recovery.objects.get(organ_ref=organ_ref), Part.WHOLE)
    return key, pair.private


def share(key: OrganKey, private: bytes, holder: Keyholder | Recovery, part: Part) -> None:
    """Wrap a key, or what guards recusal, to one holder. Whoever has the whole needs no guard part."""
    secret = private if part == Part.WHOLE else guard_key(private)
    wrapped = suite().box(bytes(holder.public), secret, share_context(key, part, bytes(holder.public)))
    owner = {"keyholder": holder} if isinstance(holder, Keyholder) else {"recovery": holder}
    KeyShare.objects.update_or_create(organ_key=key, part=part, **owner, defaults={"wrapped": wrapped})


def share_all(ring: Ring, organ_ref: int, holder: Keyholder, rights: Iterable[tuple[Purpose, Part]]) -> None:
    """Wrap every version that the ring holds: old versions still make the tokens of older records."""
    for purpose, part in rights:
        for key, private in ring.shares(purpose=purpose, organ_ref=organ_ref):
            share(key, private, holder, part)


def holds(holder: Keyholder, organ_ref: int) -> set[tuple[str, str]]:
    """The rights that this holder has a share for, in the versions now in use."""
    shares = KeyShare.objects.filter(
        keyholder=holder, organ_key__organ_ref=organ_ref, organ_key__retired_on__isnull=True
    )
    return set(shares.order_by("pk").values_list("organ_key__purpose", "part"))


def ever_held(holder: Keyholder, organ_ref: int) -> set[tuple[str, str]]:
    """The rights that this holder has a share for, in whatever version: what was handed over, not taken away."""
    shares = KeyShare.objects.filter(keyholder=holder, organ_key__organ_ref=organ_ref)
    return set(shares.order_by("pk").values_list("organ_key__purpose", "part"))


def take_away(holder: Keyholder, purpose: Purpose, part: Part) -> bool:
    """Delete the shares; says whether there were any. The key must then be renewed."""
    gone, _ = KeyShare.objects.filter(keyholder=holder, organ_key__purpose=purpose, part=part).delete()
    return gone > 0


def renew(organ_ref: int, purpose: Purpose, on: date) -> OrganKey:
    """Retire the version in use and share a new one with all who hold the old. Needs no secret."""
    old = OrganKey.objects.get(organ_ref=organ_ref, purpose=purpose, retired_on__isnull=True)
    old.retired_on = on
    old.save()
    new, private = found(organ_ref, purpose)
    for held in old.shares.select_related("keyholder").exclude(keyholder=None).order_by("pk"):
        if held.keyholder is not None:
            share(new, private, held.keyholder, Part(held.part))
    return new


def is_replaced(ring: Ring, organ_ref: int, purpose: Purpose) -> bool:
    """Does the public key, to which the server seals, still belong to the private key of the holders?

    Someone who writes to the database could put a key of their own in its place, and read what comes in.
    """
    held = ring.shares(purpose=purpose, organ_ref=organ_ref)
    return any(suite().pair_from(private).public != bytes(key.public) for key, private in held)


def carry_over(ring: Ring, organ_ref: int, purpose: Purpose) -> int:
    """Wrap anew to the version in use whatever is still wrapped to a retired one, and drop the old wraps.

    Whoever was removed may have kept the old private key: after this, it opens no row of the database.
    """
    new, moved = current(organ_ref, purpose), 0
    for old, private in ring.shares(purpose=purpose, organ_ref=organ_ref):
        while new and old.retired_on and (wraps := _next_wraps(old)):
            moved += _move(wraps, private, new)
    return moved


def _next_wraps(old: OrganKey) -> list[DataKeyWrap]:
    return list(old.wraps.select_related("organ_key").order_by("pk")[:BATCH])


def _move(wraps: list[DataKeyWrap], private: bytes, new: OrganKey) -> int:
    seals = [wrap.data_key_id for wrap in wraps]
    already = set(new.wraps.filter(data_key__in=seals).order_by("pk").values_list("data_key_id", flat=True))
    fresh = [
        DataKeyWrap(
            data_key_id=wrap.data_key_id,
            organ_key=new,
            wrapped=wrap_bytes(wrap.data_key_id, unwrap(wrap, private), to_organ_key(new)),
        )
        for wrap in wraps
        if wrap.data_key_id not in already
    ]
    DataKeyWrap.objects.bulk_create(fresh)
    DataKeyWrap.objects.filter(pk__in=[wrap.pk for wrap in wraps]).delete()
    return len(fresh)
