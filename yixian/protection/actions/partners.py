"""协作机关: the own card, the card of another office, and the telephone call that makes it valid."""

from datetime import date
from uuid import UUID, uuid4

from yixian.protection.actions.alerts import raise_alert
from yixian.protection.actions.cards import Card, digits_of, read_card
from yixian.protection.actions.permitting import require
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import NoOrganKey, new_seal_context, organ_key, seal
from yixian.protection.enums import AlertKind, PartnerRelation
from yixian.protection.models import Partner
from yixian.protection.officer import Officer
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import parcels
from yixian.vault.enums import Purpose

SHORTEST_HEARD, LONGEST_HEARD = 4, 200


class SameCard(Refusal):
    """The card is here already, or is our own."""

    key = "same_card"


class OtherFingerprint(Refusal):
    """What was read out over the telephone is not what the card gives."""

    key = "other_fingerprint"


class HeardNothing(Refusal):
    """It is not said with whom the fingerprint was compared."""

    key = "heard_nothing"


@leaves_trail("protection.make_partner_card")
def make_partner_card(*, by: Officer) -> Card:
    """The own office's card. The signing key is derived from the office's, so somebody who holds that makes it."""
    require(by, "protection.make_partner_card")
    office = organ_key(by.organ_id, Purpose.OFFICE)
    held = dict(ring_of(by).shares(purpose=Purpose.OFFICE, organ_ref=by.organ_id))
    if office not in held:
        raise NoOrganKey("您还没有办公密钥，不能导出公钥卡。请由纪委书记交付密钥。")
    identity = organ_key(by.organ_id, Purpose.IDENTITY)
    signer = parcels.signer_of(held[office]).public
    return Card(organ_of(by.organ_id).name, bytes(office.public), bytes(identity.public), signer)


@leaves_trail("protection.introduce_partner")
def introduce_partner(*, by: Officer, file: bytes, relation: PartnerRelation, on: date) -> Partner:
    """Take in a card. Another card of an office that is known stops the earlier one, and the chief is told."""
    require(by, "protection.introduce_partner")
    card = read_card(file)
    if card.fingerprint == make_partner_card(by=by).fingerprint:
        raise SameCard("这是本机关自己的公钥卡，请选对方的。")
    known = Partner.objects.filter(organ_id=by.organ_id, name=card.name, retired_on__isnull=True).first()
    if known is not None and known.fingerprint == card.fingerprint:
        raise SameCard(f"{card.name}的这张公钥卡已经登记过，不用再登记。")
    line = _retired(by, known, on) if known is not None else uuid4()
    return Partner.objects.create(
        organ_id=by.organ_id,
        line=line,
        name=card.name,
        relation=relation,
        office_public=card.office,
        identity_public=card.identity,
        signer_public=card.signer,
        fingerprint=card.fingerprint,
        introduced_by_id=by.staff_id,
        introduced_on=on,
    )


def _retired(by: Officer, known: Partner, on: date) -> UUID:
    known.retired_on = on
    known.save(update_fields=["retired_on"])
    tell_changed_key(by=by, partner=known)
    return known.line


@leaves_trail("protection.tell_changed_key")
def tell_changed_key(*, by: Officer, partner: Partner) -> Partner:
    """Alert the chief: a card or a file names an office that is known, under other keys than were compared."""
    kind = AlertKind.PARTNER_KEY_CHANGED
    raise_alert(by=by, organ_id=by.organ_id, kind=kind, subject=partner.trail_subject)
    return partner


@leaves_trail("protection.confirm_partner")
def confirm_partner(*, by: Officer, partner: Partner, read_out: str, heard: str, on: date) -> Partner:
    """``read_out`` is what the other office reads from its own screen; ``heard`` says with whom, on which number."""
    require(by, "protection.confirm_partner", partner)
    locked = Partner.objects.select_for_update().get(pk=partner.pk)
    if locked.retired_on is not None or locked.confirmed_on is not None:
        raise SameCard("这张公钥卡已经核对过或者已经停用。")
    if digits_of(read_out) != digits_of(locked.fingerprint):
        raise OtherFingerprint(
            "对方读的指纹与这张公钥卡的不一致。先核对有没有听错、输错；仍不一致的，卡片可能被调换，"
            "不要使用，请停用这一张，当面向对方取卡。"
        )
    if not SHORTEST_HEARD <= len(heard.strip()) <= LONGEST_HEARD:
        raise HeardNothing(f"请写明与谁、拨打哪个号码核对（{SHORTEST_HEARD}至{LONGEST_HEARD}字）。")
    context = new_seal_context("protection.partner", locked.uid, "heard")
    locked.heard = seal(organ_id=by.organ_id, context=context, slots={"text": heard.strip()})
    locked.confirmed_by_id, locked.confirmed_on = by.staff_id, on
    locked.save()
    return locked


@leaves_trail("protection.retire_partner")
def retire_partner(*, by: Officer, partner: Partner, on: date) -> Partner:
    """Exchange nothing more with it."""
    require(by, "protection.retire_partner", partner)
    locked = Partner.objects.select_for_update().get(pk=partner.pk)
    if locked.retired_on is not None:
        raise SameCard("这个协作机关已经停用。")
    locked.retired_on = on
    locked.save(update_fields=["retired_on"])
    return locked
