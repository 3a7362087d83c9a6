"""Sittings: from a pass phrase to an officer, and from one request to the next."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.crypto import salted_hmac

from yixian.protection.actions.alerts import raise_alert
from yixian.protection.actions.attempts import count_failure, forgive, is_at_limit, require_not_too_many
from yixian.protection.actions.rights import in_force
from yixian.protection.enums import AlertKind
from yixian.protection.officer import PUBLIC, SYSTEM, Officer
from yixian.roster.queries import active_roles, kin_cadre_ids, staff_by_id, staff_by_username
from yixian.trail.actions import leaves_trail, record
from yixian.trail.enums import Outcome
from yixian.trail.refusal import Refusal
from yixian.vault import blind, keyholders, organ_keys, sealing
from yixian.vault.crypto import Broken, context_bytes, suite
from yixian.vault.enums import Part, Purpose
from yixian.vault.models import Keyholder
from yixian.vault.ring import Ring

if TYPE_CHECKING:
    from yixian.roster.models import Staff

ACT = "protection.open_sitting"
SALT = "yixian.protection.strangers"


class WrongPassphrase(Refusal):
    """The account or its pass phrase is wrong; which of the two is not said."""

    key = "wrong_passphrase"


@dataclass(frozen=True)
class LockedSitting:
    """A sitting between two requests: ``row`` goes into the session, ``secret`` only into the cookie."""

    row: bytes = field(repr=False)
    secret: bytes = field(repr=False)


def open_sitting(*, username: str, passphrase: str) -> Officer:
    """Log in: unwrap the private key. There is no password hash to compare with."""
    staff = staff_by_username(username)
    bucket = _bucket(username, staff)
    require_not_too_many(bucket)
    try:
        holder, private = keyholders.unlock(staff.pk if staff else None, passphrase)
    except Broken:
        _count(staff, bucket)
        raise WrongPassphrase("登录名或者口令不对。口令区分大小写。") from None
    assert staff is not None  # noqa: S101 - an unknown account never unlocks
    forgive(bucket)
    officer = _officer(staff, holder, private)
    _put_in_order(officer)
    record(by=officer, act=ACT, subject=f"roster.staff:{staff.pk}")
    return officer


def lock_sitting(*, by: Officer) -> LockedSitting:
    """Lock the private key under a new secret, for the session row and the cookie."""
    ring, secret = by.keys, suite().new_key()
    assert isinstance(ring, Ring)  # noqa: S101 - an officer who has just logged in
    holder = Keyholder.objects.get(staff_ref=by.staff_id)
    return LockedSitting(suite().seal(secret, ring.private, _context(holder)), secret)


def resume_sitting(*, staff_id: int, row: bytes, secret: bytes) -> Officer | None:
    """The officer of a request, with today's roles; nothing when the account is closed or the secret is wrong."""
    staff, holder = staff_by_id(staff_id), Keyholder.objects.filter(staff_ref=staff_id).first()
    if staff is None or holder is None or not staff.is_active:
        return None
    try:
        private = suite().open(secret, row, _context(holder))
    except Broken:
        return None
    same = suite().pair_from(private).public == bytes(holder.public)
    return _officer(staff, holder, private) if same else None


@leaves_trail("protection.close_sitting")
def close_sitting(*, by: Officer) -> None:
    """Log out. The web throws away the session row and both cookies; nothing of the key is left."""


def _bucket(username: str, staff: "Staff | None") -> str:
    """One count for each name, known or not, so that a refusal never tells whether a name exists.

    What was typed as a name that is none is kept only as a keyed digest, until the window has passed.
    """
    return f"login:{username}" if staff else f"login:?{salted_hmac(SALT, username).hexdigest()[:32]}"


def _count(staff: "Staff | None", bucket: str) -> None:
    subject = f"roster.staff:{staff.pk}" if staff else ""
    record(by=PUBLIC, act=ACT, subject=subject, outcome=Outcome.REFUSED, why=WrongPassphrase.key)
    if is_at_limit(bucket, count_failure(bucket)) and staff:
        raise_alert(by=SYSTEM, organ_id=staff.organ_id, kind=AlertKind.LOGIN_BLOCKED, subject=subject)


def _officer(staff: "Staff", holder: Keyholder, private: bytes) -> Officer:
    ring, kin = Ring(private, keyholder_id=holder.pk), kin_cadre_ids(staff)
    tokens, guarded = _tokens(ring, staff, kin)
    return Officer(
        staff_id=staff.pk,
        name=staff.name,
        organ_id=staff.organ_id,
        roles=in_force(active_roles(staff), organ_keys.ever_held(holder, staff.organ_id)),
        cadre_id=staff.cadre_id,
        unit_id=staff.unit_id,
        kin_cadre_ids=kin,
        tokens=tokens,
        unguarded=not guarded and bool(kin or staff.cadre_id or staff.unit_id),
        keys=ring,
        must_change_passphrase=holder.must_change,
    )


def _tokens(ring: Ring, staff: "Staff", kin: frozenset[int]) -> tuple[frozenset[bytes], bool]:
    """Every token that stands for this person's side, by every guard key held; and whether there is any key."""
    whole = [blind.guard_key(private) for _, private in ring.shares(purpose=Purpose.OFFICE)]
    guards = [*whole, *(key for _, key in ring.shares(purpose=Purpose.OFFICE, part=Part.GUARD))]
    cadres = kin | {staff.cadre_id} if staff.cadre_id else kin
    ties = [("cadre", each) for each in sorted(cadres)]
    ties += [("unit", staff.unit_id)] if staff.unit_id else []
    return frozenset(blind.token(key, kind, str(value)) for key in guards for kind, value in ties), bool(
        guards
    )


def _put_in_order(officer: Officer) -> None:
    """After a revocation, the first holder who logs in wraps everything to the new key. Loans that are over end."""
    sealing.end_loans(timezone.now())
    assert isinstance(officer.keys, Ring)  # noqa: S101 - just made
    for purpose in Purpose:
        if organ_keys.is_replaced(officer.keys, officer.organ_id, purpose):
            raise_alert(by=SYSTEM, organ_id=officer.organ_id, kind=AlertKind.KEY_REPLACED)
        else:
            organ_keys.carry_over(officer.keys, officer.organ_id, purpose)


def _context(holder: Keyholder) -> bytes:
    """The salt changes with the pass phrase: changing it ends every sitting that was open."""
    return context_bytes("sitting", holder.staff_ref, bytes(holder.salt).hex())
