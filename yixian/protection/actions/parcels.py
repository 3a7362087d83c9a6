"""加封文件: closing what goes to an office of another installation, and opening what came from one.

The acts that send and take in name their permits and leave the lines of the trail; what is carried here is theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from yixian.protection.actions.opening import NoKey, SealBroken
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import organ_key
from yixian.protection.enums import PartnerRelation
from yixian.protection.models import Partner
from yixian.protection.officer import Officer
from yixian.roster.queries import organ_of
from yixian.toolkit.bundles import NotABundle, bundle, unbundle
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import carried, organ_keys, parcels, sealing
from yixian.vault.crypto import Broken, Pair
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey, SealedItem

MEGABYTE = 1024 * 1024
LARGEST = 50 * MEGABYTE
"""Of one file: as much as one upload may be."""
SAYS = {
    parcels.Fault.NOT_ONE: "这不是本系统的加封文件，请选对方导出的、以“.yxf”结尾的文件。",
    parcels.Fault.NEWER: "这个加封文件是更新的版本导出的，本系统读不了。请先升级本系统，再导入。",
    parcels.Fault.CUT_SHORT: "加封文件不完整，可能没有拷贝完。请重新拷贝，或者请对方重新导出。",
    parcels.Fault.NOT_FOR_US: "这个加封文件不是封给本机关的，打不开。请退回送来的机关，请对方核对收文单位。",
    parcels.Fault.CHANGED: "加封文件校验未通过：损坏了，或者被改动过。什么也没有导入，请对方重新导出。",
}


class ParcelRefused(Refusal):
    """A file that is not taken in; the message says why, and nothing of it was used."""

    key = "parcel_refused"


class PartnerUnknown(ParcelRefused):
    """Signed by nobody whose fingerprint was compared. ``resembles`` is the office that it claims to be, if known."""

    key = "partner_unknown"

    def __init__(self, message: str, resembles: Partner | None = None) -> None:
        super().__init__(message)
        self.resembles = resembles


class ParcelTooLarge(Refusal):
    key = "parcel_too_large"


@dataclass(frozen=True, slots=True)
class Received:
    """An opened file: from whom, what it says, and what it carries."""

    partner: Partner
    facts: Mapping[str, object]
    blobs: Sequence[bytes] = field(repr=False)


def close_parcel(
    *, by: Officer, partner: Partner, facts: Mapping[str, object], blobs: Sequence[bytes] = ()
) -> bytes:
    """Sign with the own office's key, seal to the partner's."""
    if not partner.is_in_use:
        raise PartnerUnknown(f"{partner.name}的公钥卡还没有打电话核对，或者已经停用，不能导出给它。")
    named = {**facts, "from": _own_name(by)}
    content = bundle(named, blobs)
    if len(content) > LARGEST - MEGABYTE:
        raise ParcelTooLarge(
            f"连同材料超过{LARGEST // MEGABYTE} MB，装不进一个加封文件。请把录音录像等大的材料刻盘另送，再转出。"
        )
    return parcels.close(content, private=_own_private(by), to=bytes(partner.office_public))


def open_parcel(*, by: Officer, file: bytes) -> Received:
    """Check shape, version, receiver, seal and signature, and that it is a partner's; then what it says."""
    if len(file) > LARGEST:
        raise ParcelRefused(f"文件超过{LARGEST // MEGABYTE} MB，不是本系统导出的加封文件。")
    held = ring_of(by).shares(purpose=Purpose.OFFICE, organ_ref=by.organ_id)
    pairs = [Pair(bytes(key.public), private) for key, private in held]
    if not pairs:
        raise NoKey("您还没有办公密钥，不能导入加封文件。请由纪委书记交付密钥。")
    try:
        opened = parcels.open_with(file, pairs)
        facts, blobs = unbundle(opened.content)
    except parcels.Unopened as error:
        raise ParcelRefused(SAYS[error.fault]) from error
    except NotABundle as error:
        raise ParcelRefused(SAYS[parcels.Fault.CHANGED]) from error
    return Received(_signed_by(by, opened.signer, facts), facts, blobs)


def _signed_by(by: Officer, signer: bytes, facts: Mapping[str, object]) -> Partner:
    known = Partner.objects.filter(organ_id=by.organ_id)
    found = known.filter(signer_public=signer).order_by("-pk").first()
    if found is not None and found.is_in_use:
        return found
    if found is not None and found.retired_on is None:
        raise PartnerUnknown(
            f"{found.name}的公钥卡还没有打电话核对指纹，请先在“协作机关”核对，再导入。", found
        )
    claimed = found or known.filter(name=str(facts.get("from", "")), retired_on__isnull=True).first()
    if claimed is not None:
        raise PartnerUnknown(
            f"这个文件自称来自{claimed.name}，但是签名与核对过的公钥卡不符：对方换过密钥，或者有人冒充。"
            "没有导入，已经提醒纪委书记。请打电话向对方核实。",
            claimed,
        )
    raise PartnerUnknown("不认识签名的机关。请先在“协作机关”登记对方的公钥卡，并打电话核对指纹。")


def _own_private(by: Officer) -> bytes:
    held = dict(ring_of(by).shares(purpose=Purpose.OFFICE, organ_ref=by.organ_id))
    current = organ_key(by.organ_id, Purpose.OFFICE)
    if current not in held:
        raise NoKey("您还没有办公密钥，不能导出加封文件。请由纪委书记交付密钥。")
    return held[current]


def _own_name(by: Officer) -> str:
    return organ_of(by.organ_id).name


@leaves_trail("protection.carry_identity")
def carry_identity(*, by: Officer, seal: UUID, partner: Partner, seal_id: UUID, context: str) -> bytes | None:
    """Who reported, or a file that shows it, closed for the partner's custodians; None without the identity key.

    It is opened and closed again inside this function; nobody reads it. What shows who reports goes downwards and
    upwards, never sideways, as between offices of one installation.
    """
    if partner.relation == PartnerRelation.BESIDE:
        return None
    slots = _slots(by, seal, Purpose.IDENTITY)
    return carried.closed(seal_id, context, slots, bytes(partner.identity_public)) if slots else None


def carry_watch(*, by: Officer, seal: UUID, partner: Partner, seal_id: UUID, context: str) -> bytes | None:
    """What the partner scans its own papers with, where this officer can open it."""
    watch = DataKey.objects.get(pk=seal).watch_id
    slots = _slots(by, watch, Purpose.OFFICE) if watch else None
    return carried.closed(seal_id, context, slots, bytes(partner.office_public)) if slots else None


def _slots(by: Officer, seal: UUID, purpose: Purpose) -> dict[str, bytes] | None:
    try:
        keys = sealing.keys_of([seal], ring_of(by), purpose)
        return sealing.read(keys)[seal] if seal in keys else None
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error


def put_down_identity(
    *, by: Officer, seal_id: UUID, context: str, identity: bytes | None, watch: tuple[UUID, bytes] | None
) -> UUID:
    """Store who reported as it was carried. Without it the name of the seal alone stands, until it comes."""
    made, _ = DataKey.objects.get_or_create(id=seal_id, defaults={"context": context})
    try:
        if identity is not None:
            made = _put(by, identity, seal_id, context, Purpose.IDENTITY)
        if watch is not None and made.watch_id is None:
            made.watch = _put(by, watch[1], watch[0], f"{context}|watch", Purpose.OFFICE)
            made.save(update_fields=["watch"])
    except (ValueError, KeyError, TypeError) as error:
        raise ParcelRefused("加封文件里的举报人身份与这一件对不上，没有导入。请对方重新导出。") from error
    return made.pk


def _put(by: Officer, blob: bytes, seal_id: UUID, context: str, purpose: Purpose) -> DataKey:
    """The wrap says by itself to which version of our key it was made: the one that the partner's card has."""
    told = carried.read(blob)
    keys = organ_keys.versions(by.organ_id, purpose)
    to = next((each for each in keys if bytes(each.public).hex() == told["to"]), None)
    if to is None:
        raise ValueError("wrapped to another key")
    return carried.put_down(told, seal_id=seal_id, context=context, to=to)


def is_sealed_here(*, seal: UUID) -> bool:
    """Whether anything was sealed under this name: who reported may still be on its way."""
    return SealedItem.objects.filter(data_key=seal).exists()
