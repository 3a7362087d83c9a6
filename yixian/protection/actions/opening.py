"""Opening, adding versions, passing on, forgetting and destroying. Every one of these is in the trail."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from yixian.protection.actions.permitting import require
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import decoded, encoded, organ_key
from yixian.protection.officer import By, Officer
from yixian.protection.permits import Guarded, NotPermitted
from yixian.protection.queries.permission import NOTHING_HERE
from yixian.protection.queries.standing import is_on_reported_side, is_recused
from yixian.trail.actions import leaves_trail, record
from yixian.trail.refusal import Refusal
from yixian.vault import sealing
from yixian.vault.crypto import Broken
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey, DataKeyWrap


class NoKey(Refusal):
    """This person holds no key of that seal."""

    key = "no_key"


class SealBroken(Refusal):
    """The ciphertext was changed, moved, or belongs elsewhere."""

    key = "seal_broken"


class Destroyed(NoKey):
    """Its data key was destroyed by a decision: nobody opens it any more."""

    key = "destroyed"


GONE = "已按规定销毁"
"""What a list says in the place of a text that was destroyed."""


class OnlyWrap(Refusal):
    """Forgetting the last key would destroy the report."""

    key = "only_wrap"


def open_seal(
    *,
    by: By,
    seal: UUID,
    slots: Iterable[str] | None = None,
    context: str | None = None,
    about: Guarded | None = None,
) -> dict[str, str]:
    """The latest version of each text slot, for whoever holds the key. One entry in the trail.

    ``about`` (the report) lets recusal and the reported side be asked here once more and names the record in
    the trail; ``context`` makes sure that nobody exchanged the seals of two rows.
    """
    opened = _opened(by=by, seal=seal, slots=slots, context=context, about=about)
    return {slot: value for slot, value in opened.items() if isinstance(value, str)}


def open_bytes(
    *, by: By, seal: UUID, slot: str, about: Guarded | None = None, context: str | None = None
) -> bytes:
    """One slot as it was sealed: an attachment. ``about`` and ``context`` as in ``open_seal``."""
    value = _opened(by=by, seal=seal, slots=[slot], context=context, about=about).get(slot)
    if not isinstance(value, bytes):
        raise SealBroken("没有这份附件。")
    return value


def _opened(
    *,
    by: By,
    seal: UUID,
    slots: Iterable[str] | None,
    context: str | None,
    about: Guarded | None,
) -> dict[str, str | bytes]:
    found = DataKey.objects.filter(pk=seal).first()
    subject = about.trail_subject if about else found.context if found else f"seal:{seal}"

    @leaves_trail("protection.open_seal")
    def opening(*, by: By, named: "_Named") -> dict[str, str | bytes]:
        _require_standing(by, about)
        if found is not None and context not in (None, found.context):
            raise SealBroken("密文与所属记录不符，可能被调换。请立即报告纪委书记并核验留痕。")
        return _read(by, [seal], slots)[seal]

    return opening(by=by, named=_Named(subject))


class _Named:
    """Only the name of a record, for the trail."""

    def __init__(self, trail_subject: str) -> None:
        self.trail_subject = trail_subject[:160]


def _require_standing(by: By, about: Guarded | None) -> None:
    if about is not None and (is_on_reported_side(by, about) or is_recused(by, about)):
        raise NotPermitted(NOTHING_HERE, hidden=True)


def open_seals(*, by: By, seals: Iterable[UUID | None], slot: str, subject: str = "") -> dict[UUID, str]:
    """One slot of many seals for a list: three queries and one entry. What does not open is left out, but for what was
    destroyed: that is said.
    """
    wanted = sorted({seal for seal in seals if seal is not None}, key=str)
    if not wanted:
        return {}
    keys = sealing.keys_of(wanted, ring_of(by), Purpose.OFFICE)
    opened = sealing.read(keys, [slot])
    record(by=by, act="protection.open_seals", subject=subject or f"seals:{len(opened)}")
    texts = {seal: decoded(slots[slot]) for seal, slots in opened.items() if slot in slots}
    told = {seal: text for seal, text in texts.items() if isinstance(text, str)}
    return told | dict.fromkeys(_destroyed([seal for seal in wanted if seal not in opened]), GONE)


def own_seals(*, by: Officer, seals: Collection[UUID]) -> list[UUID]:
    """Those that this officer's organ can open at all, whoever of it holds the key; in the order given."""
    wraps = DataKeyWrap.objects.filter(data_key__in=seals, organ_key__organ_ref=by.organ_id)
    reached = set(wraps.order_by().values_list("data_key", flat=True))
    return [each for each in seals if each in reached]


@leaves_trail("protection.open_versions")
def open_versions(*, by: By, seal: UUID, slot: str) -> list[str]:
    """Every version of one slot, oldest first."""
    found = sealing.versions(seal, _key(by, seal), slot)
    return [text for text in map(decoded, found) if isinstance(text, str)]


@leaves_trail("protection.reseal_slots")
def reseal_slots(*, by: By, seal: UUID, slots: Mapping[str, str | bytes]) -> None:
    """Add a next version of some slots. The earlier versions stay and can be shown."""
    found = DataKey.objects.get(pk=seal)
    sealing.append(found, _key(by, seal), encoded(slots))


@leaves_trail("protection.rewrap")
def rewrap(*, by: By, seal: UUID, organ_id: int, purpose: Purpose = Purpose.OFFICE) -> None:
    """Give another organ the key of this seal, and of its watch. The own wrap stays until it is forgotten.

    An identity is passed on only by someone who holds the identity key. A custodian does not hold the office
    key of the watch; then someone who does passes that on by ``rewrap_watch``.
    """
    found = DataKey.objects.select_related("watch").get(pk=seal)
    key = _key(by, seal, purpose)
    sealing.wrap(seal, key, sealing.to_organ_key(organ_key(organ_id, purpose)))
    if found.watch is not None and sealing.keys_of([found.watch.pk], ring_of(by), Purpose.OFFICE):
        _wrap_watch(by, found.watch, organ_id)


@leaves_trail("protection.rewrap_watch")
def rewrap_watch(*, by: By, seal: UUID, organ_id: int) -> None:
    """Give another organ the watch of an identity, so that it can scan its papers; the identity stays closed."""
    found = DataKey.objects.select_related("watch").get(pk=seal)
    if found.watch is not None:
        _wrap_watch(by, found.watch, organ_id)


def _wrap_watch(by: By, watch: DataKey, organ_id: int) -> None:
    key = _key(by, watch.pk)
    sealing.wrap(watch.pk, key, sealing.to_organ_key(organ_key(organ_id, Purpose.OFFICE)))


@leaves_trail("protection.forget_own_wrap")
def forget_own_wrap(*, by: Officer, seal: UUID) -> None:
    """Destroy this organ's way to the seal: what belongs to a superior is neither copied nor kept (检控规则 15)."""
    found = DataKey.objects.select_related("watch").get(pk=seal)
    for each in filter(None, (found, found.watch)):
        own = DataKeyWrap.objects.filter(data_key=each, organ_key__organ_ref=by.organ_id)
        if not each.wraps.filter(organ_key__isnull=False).exclude(organ_key__organ_ref=by.organ_id).exists():
            raise OnlyWrap("上级机构还没有收到密钥，现在放弃会使这一件永远无法打开。")
        own.delete()


@leaves_trail("protection.withdraw_wrap")
def withdraw_wrap(*, by: Officer, seal: UUID, organ_id: int) -> None:
    """Take another organ's way to a seal back: what was lent for a task is read no longer than the task lasts.

    Only an organ that can open it itself takes it back from another, so nothing is ever lost by this.
    """
    found = DataKey.objects.select_related("watch").get(pk=seal)
    for each in filter(None, (found, found.watch)):
        if not each.wraps.filter(organ_key__organ_ref=by.organ_id).exists() or organ_id == by.organ_id:
            raise OnlyWrap("只能收回本机关交给其他机关的密钥，本机关自己的一份要留着。")
        each.wraps.filter(organ_key__organ_ref=organ_id).delete()


@leaves_trail("protection.erase_seal")
def erase_seal(*, by: By, seal: UUID, on: date) -> None:
    """Crypto-erase when retention has ended: nobody can ever open it again, from any copy made later."""
    require(by, "protection.erase_seal")
    sealing.destroy(DataKey.objects.select_related("watch").get(pk=seal), on)


class NotOwnCopy(Refusal):
    """What others hold as well is no working copy."""

    key = "not_own_copy"


@leaves_trail("protection.erase_copy")
def erase_copy(*, by: Officer, seal: UUID, context: str, on: date) -> None:
    """Destroy a working copy that must not outlast its purpose, by someone who can open it. The original lies
    elsewhere: sealed with the report, or on paper in its envelope (检控规则 15: not copied, not kept).
    ``context`` says as which copy: the seal of a report, put in a copy's place, is not destroyed.
    """
    require(by, "protection.erase_copy")
    found = DataKey.objects.select_related("watch").get(pk=seal)
    _key(by, seal)
    if found.context != context:
        raise SealBroken("密文与所属记录不符，可能被调换，没有销毁。请立即报告纪委书记并核验留痕。")
    if found.wraps.exclude(organ_key__organ_ref=by.organ_id).exists():
        raise NotOwnCopy("这份内容其他机关或者举报人也能打开，不是底稿，不能销毁。")
    sealing.destroy(found, on)


def _read(by: By, seals: list[UUID], slots: Iterable[str] | None) -> dict[UUID, dict[str, str | bytes]]:
    keys = {seal: _key(by, seal) for seal in seals}
    try:
        opened = sealing.read(keys, slots)
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    return {seal: {slot: decoded(plain) for slot, plain in held.items()} for seal, held in opened.items()}


def _key(by: By, seal: UUID, purpose: Purpose = Purpose.OFFICE) -> bytes:
    try:
        keys = sealing.keys_of([seal], ring_of(by), purpose)
    except Broken as error:
        raise SealBroken("密钥校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    if seal not in keys and _destroyed([seal]):
        raise Destroyed("这份内容已按规定销毁，谁也不能再打开。")
    if seal not in keys:
        raise NoKey("您没有打开这一内容的密钥。如工作需要，请由纪委书记交付密钥，或者按规定申请查看。")
    return keys[seal]


def _destroyed(seals: Collection[UUID]) -> list[UUID]:
    """Those whose data key was destroyed; asked only of what did not open."""
    if not seals:
        return []
    gone = DataKey.objects.filter(pk__in=seals, erased_on__isnull=False)
    return list(gone.order_by().values_list("pk", flat=True))
