"""Founding an office, and finding its keys again with the two printed halves."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yixian.protection.actions.accounts import OpenedAccount, new_phrase
from yixian.protection.actions.rights import rights_of
from yixian.protection.officer import System
from yixian.roster import actions as roster
from yixian.roster.enums import Role
from yixian.roster.queries import active_roles
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import organ_keys
from yixian.vault.crypto import Broken, codes, suite
from yixian.vault.enums import Part, Purpose
from yixian.vault.models import Keyholder, KeyShare, OrganKey, Recovery
from yixian.vault.ring import share_context

if TYPE_CHECKING:
    from yixian.roster.models import Staff


class AlreadyFounded(Refusal):
    key = "already_founded"


class NobodyInCharge(Refusal):
    """Without a chief nobody could hand the keys on; without an administrator nobody could open accounts."""

    key = "nobody_in_charge"


class WrongHalves(Refusal):
    key = "wrong_halves"


class NotTheChief(Refusal):
    """The halves open everything: they are for the person in charge alone."""

    key = "not_the_chief"


@dataclass(frozen=True)
class Founder:
    """A first member of the office; with a ``phrase`` chosen, none is made up for them."""

    staff: "Staff"
    roles: tuple[Role, ...]
    phrase: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Founding:
    """What is printed at set-up and kept nowhere: pass phrases by log-in name, and the recovery halves."""

    phrases: dict[str, str] = field(repr=False)
    halves: tuple[str, str] = field(repr=False)


@leaves_trail("protection.found_office")
def found_office(*, by: System, organ_id: int, founders: Iterable[Founder], on: date) -> Founding:
    """The organ's two keys, its first members with their shares, and a recovery key on paper in two halves."""
    people = list(founders)
    _require_people(people)
    if Recovery.objects.filter(organ_ref=organ_id).exists():
        raise AlreadyFounded("这个机构已经建立过密钥，不能再次建立。")
    pair = suite().new_pair()
    Recovery.objects.create(organ_ref=organ_id, public=pair.public)
    keys = {purpose: organ_keys.found(organ_id, purpose) for purpose in Purpose}
    phrases = {each.staff.username: _enrol(by, each, keys, on) for each in people}
    return Founding(phrases, codes.split_in_halves(pair.private))


def _require_people(founders: list[Founder]) -> None:
    roles = {role for founder in founders for role in founder.roles}
    if not {Role.CHIEF, Role.ADMIN} <= roles:
        raise NobodyInCharge("首批人员中须有纪委书记和管理员，且由不同的人担任。")


def _enrol(by: System, founder: Founder, keys: dict[Purpose, tuple[OrganKey, bytes]], on: date) -> str:
    for role in founder.roles:
        roster.grant_role(by=by, staff=founder.staff, role=role, on=on)
    phrase = new_phrase(founder.staff, founder.phrase)
    holder = Keyholder.objects.get(staff_ref=founder.staff.pk)
    for purpose, part in sorted(rights_of(founder.roles)):
        organ_keys.share(*keys[purpose], holder, part)
    return phrase


@leaves_trail("protection.recover_office")
def recover_office(*, by: System, staff: "Staff", halves: tuple[str, str]) -> OpenedAccount:
    """With both halves, give a chief whose pass phrase is lost a new one and every key of the organ."""
    if not staff.is_active or Role.CHIEF not in active_roles(staff.pk):
        raise NotTheChief(
            f"“{staff.username}”不是在岗的纪委书记。恢复密钥只用来恢复纪委书记的账号，请核对登录名。"
        )
    for number, half in enumerate(halves, start=1):
        if not codes.is_half(half):
            raise WrongHalves(f"第{number}个输入的一半有错字或者漏字，请照纸上逐组核对后再输入。")
    recovery = Recovery.objects.filter(organ_ref=staff.organ_id).first()
    private = codes.join_halves(*halves)
    if recovery is None or private is None or suite().pair_from(private).public != bytes(recovery.public):
        raise WrongHalves("这两半恢复密钥不是同一机关的一对，请核对信封上的机关名称和“第1半”“第2半”。")
    phrase = new_phrase(staff)
    holder = Keyholder.objects.get(staff_ref=staff.pk)
    shares = KeyShare.objects.select_related("organ_key").filter(recovery=recovery)
    for share in shares.order_by("pk"):
        organ_keys.share(share.organ_key, _whole(share, private, recovery), holder, Part.WHOLE)
    return OpenedAccount(staff, phrase)


def _whole(share: KeyShare, private: bytes, recovery: Recovery) -> bytes:
    context = share_context(share.organ_key, share.part, bytes(recovery.public))
    try:
        return suite().unbox(private, bytes(share.wrapped), context)
    except Broken as error:
        raise WrongHalves("恢复密钥打不开这一机构的密钥，数据库可能被改动。") from error
