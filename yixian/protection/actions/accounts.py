"""Accounts with keys: opened by the administrator, who holds none; keys are handed over by those who do."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from yixian.protection.actions.attempts import count_failure, require_not_too_many
from yixian.protection.actions.handing import withdraw_keys
from yixian.protection.actions.permitting import require
from yixian.protection.actions.sittings import WrongPassphrase
from yixian.protection.officer import Officer, System
from yixian.roster import actions as roster
from yixian.roster.enums import Role
from yixian.roster.queries import staff_by_id
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import keyholders
from yixian.vault.crypto import Broken, codes

if TYPE_CHECKING:
    from yixian.roster.models import RoleGrant, Staff

SHORTEST = 10


class WeakPassphrase(Refusal):
    key = "weak_passphrase"


@dataclass(frozen=True)
class OpenedAccount:
    """``phrase`` is handed over on paper, works once for logging in, and is kept nowhere."""

    staff: "Staff"
    phrase: str = field(repr=False)

    @property
    def trail_subject(self) -> str:
        return f"roster.staff:{self.staff.pk}"


@leaves_trail("protection.open_account")
def open_account(
    *, by: Officer | System, facts: roster.StaffFacts, roles: tuple[Role, ...], on: date
) -> OpenedAccount:
    """An account with roles and a key pair of its own, and no key of the organ: ``hand_keys`` gives those."""
    require(by, "protection.open_account")
    staff = roster.add_staff(by=by, facts=facts)
    for role in roles:
        roster.grant_role(by=by, staff=staff, role=role, on=on)
    return OpenedAccount(staff, new_phrase(staff))


@leaves_trail("protection.renew_account")
def renew_account(*, by: Officer, staff: "Staff") -> OpenedAccount:
    """A lost pass phrase cannot be recovered: a new key pair, whose shares must be handed over anew."""
    require(by, "protection.renew_account", staff)
    return OpenedAccount(staff, new_phrase(staff))


@leaves_trail("protection.grant_role")
def grant_role(*, by: Officer, staff: "Staff", role: Role, on: date) -> "RoleGrant":
    """The role holds at once; the keys that it needs are handed over by whoever holds them."""
    require(by, "protection.grant_role", staff)
    return roster.grant_role(by=by, staff=staff, role=role, on=on)


@leaves_trail("protection.revoke_role")
def revoke_role(*, by: Officer, staff: "Staff", role: Role, on: date) -> "RoleGrant":
    """The shares that no other role needs are destroyed, and the organ's keys are renewed."""
    require(by, "protection.revoke_role", staff)
    grant = roster.revoke_role(by=by, staff=staff, role=role, on=on)
    withdraw_keys(by=by, staff=staff, on=on)
    return grant


@leaves_trail("protection.close_account")
def close_account(*, by: Officer, staff: "Staff", on: date) -> "Staff":
    require(by, "protection.close_account", staff)
    closed = roster.close_account(by=by, staff=staff, on=on)
    withdraw_keys(by=by, staff=staff, on=on)
    return closed


def change_passphrase(*, by: Officer, old: str, new: str) -> None:
    """Wrap the same private key under another phrase. Someone at an open desk may not guess the old one."""
    bucket = f"login:#{by.staff_id}"
    require_not_too_many(bucket)
    try:
        _change_passphrase(by=by, old=old, new=new)
    except WrongPassphrase:
        count_failure(bucket)
        raise


@leaves_trail("protection.change_passphrase")
def _change_passphrase(*, by: Officer, old: str, new: str) -> None:
    require(by, "protection.change_passphrase")
    staff = staff_by_id(by.staff_id)
    require_strong(new, username=staff.username if staff else "", old=old)
    try:
        holder, private = keyholders.unlock(by.staff_id, old)
    except Broken:
        raise WrongPassphrase("原口令不对。") from None
    holder.must_change = False
    keyholders.lock(holder, private, new)


def require_strong(phrase: str, *, username: str, old: str = "") -> None:
    """Length is what protects a key at rest; nothing else is demanded."""
    if len(phrase) < SHORTEST:
        raise WeakPassphrase(f"口令至少{SHORTEST}个字符。建议用一句只有自己知道的话。")
    if len(set(phrase)) < 5 or (username and username in phrase.lower()):
        raise WeakPassphrase("口令太容易被猜到：不要重复少数几个字符，也不要包含登录名。")
    if phrase == old:
        raise WeakPassphrase("新口令不能与原口令相同。")


def new_phrase(staff: "Staff", phrase: str | None = None) -> str:
    """Make the key pair. A phrase that the person chose need not be changed at the first log-in."""
    if phrase is not None:
        require_strong(phrase, username=staff.username)
    made = phrase or codes.new_one_time_phrase()
    keyholders.enrol(staff.pk, made, must_change=phrase is None)
    return made
