"""Opening a reporter's identity: reason, another person's grant, some minutes, the trail, the chief told.

The loan is cryptographic: the granter wraps the identity's own data key to the asker until a moment that is
bound into the wrap. Whoever asks needs no identity key, and after the minutes the wrap is destroyed.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from yixian.protection.actions.alerts import raise_alert
from yixian.protection.actions.opening import NoKey, SealBroken
from yixian.protection.actions.permitting import require
from yixian.protection.actions.rings import ring_of
from yixian.protection.actions.sealing import decoded, new_seal_context
from yixian.protection.actions.sealing import seal as put_away
from yixian.protection.enums import AlertKind, RequestState
from yixian.protection.models import IdentityRequest
from yixian.protection.officer import Officer
from yixian.protection.permits import Guarded
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import sealing
from yixian.vault.crypto import Broken
from yixian.vault.enums import Purpose
from yixian.vault.models import DataKey, Keyholder

MINUTES = 15
SHORTEST_REASON, LONGEST_REASON = 5, 500


class NoReason(Refusal):
    key = "no_reason"


class LoanOver(Refusal):
    """The minutes have passed, or nothing was granted yet."""

    key = "loan_over"


class AlreadyDecided(Refusal):
    key = "already_decided"


@leaves_trail("protection.request_identity")
def request_identity(*, by: Officer, subject: Guarded, seal: UUID, reason: str) -> IdentityRequest:
    """Ask, with a reason that only holders of the identity key can read."""
    require(by, "protection.request_identity", subject)
    _require_same_record(seal, subject)
    if not SHORTEST_REASON <= len(reason.strip()) <= LONGEST_REASON:
        raise NoReason(f"请写明查看举报人身份的理由（{SHORTEST_REASON}至{LONGEST_REASON}字）。")
    kept = put_away(
        organ_id=by.organ_id,
        context=new_seal_context("protection.identityrequest", subject.trail_subject, "reason"),
        slots={"reason": reason.strip()},
        purpose=Purpose.IDENTITY,
    )
    return IdentityRequest.objects.create(
        organ_id=by.organ_id,
        subject=subject.trail_subject,
        seal=seal,
        reason=kept,
        reported=b"".join(sorted(subject.reported_tokens())),
        asked_by_id=by.staff_id,
        asked_at=timezone.now(),
    )


@leaves_trail("protection.read_identity_reason")
def read_identity_reason(*, by: Officer, request: IdentityRequest) -> str:
    """What the granter reads before deciding."""
    require(by, "protection.grant_identity", request)
    return _read(request.reason, _own_key(by, request.reason))["reason"]


@leaves_trail("protection.grant_identity")
def grant_identity(*, by: Officer, request: IdentityRequest, files: Iterable[UUID] = ()) -> IdentityRequest:
    """Lend the key to whoever asked, for some minutes from now; with it those of the ``files`` of the same record
    that show who reports.
    """
    require(by, "protection.grant_identity", request)
    keys = {seal: _own_key(by, seal) for seal in (request.seal, *files)}
    until = timezone.now().replace(microsecond=0) + timedelta(minutes=MINUTES)
    asker = Keyholder.objects.get(staff_ref=request.asked_by_id)
    decided = _decide(by, request, RequestState.GRANTED, until)
    for seal, key in keys.items():
        sealing.wrap(seal, key, sealing.to_keyholder(asker, until))
    _tell(by, request, AlertKind.IDENTITY_GRANTED)
    return decided


@leaves_trail("protection.refuse_identity")
def refuse_identity(*, by: Officer, request: IdentityRequest) -> IdentityRequest:
    require(by, "protection.refuse_identity", request)
    return _decide(by, request, RequestState.REFUSED, None)


@leaves_trail("protection.view_identity")
def view_identity(*, by: Officer, request: IdentityRequest) -> dict[str, str]:
    """Who the reporter is, while the loan lasts. The chief is told each time."""
    require(by, "protection.view_identity", request)
    key = _loaned(by, request, request.seal)
    _tell(by, request, AlertKind.IDENTITY_OPENED)
    return _read(request.seal, key)


@leaves_trail("protection.view_identity_file")
def view_identity_file(*, by: Officer, request: IdentityRequest, seal: UUID) -> dict[str, bytes]:
    """One file that shows who reports, while the loan lasts; the chief was told when the identity was opened."""
    require(by, "protection.view_identity", request)
    try:
        held = sealing.read({seal: _loaned(by, request, seal)})[seal]
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    return {slot: value for slot, plain in held.items() if isinstance(value := decoded(plain), bytes)}


def _loaned(by: Officer, request: IdentityRequest, seal: UUID) -> bytes:
    now = timezone.now()
    sealing.end_loans(now)
    try:
        key = sealing.loaned_key(seal, ring_of(by), now)
    except Broken as error:
        raise SealBroken("查看许可校验未通过，可能被改动。请立即报告纪委书记。") from error
    if key is None or request.state != RequestState.GRANTED:
        raise LoanOver(f"还没有批准，或者批准后的{MINUTES}分钟已过。如仍需查看，请重新申请。")
    return key


def _require_same_record(seal: UUID, subject: Guarded) -> None:
    """The identity asked for must be that of the record named: its context was bound when it was sealed."""
    found, number = DataKey.objects.filter(pk=seal).first(), subject.trail_subject.partition(":")[2]
    if found is None or number not in found.context.split("|"):
        raise SealBroken("要查看的身份与这一件不符。请从这一件的页面重新申请。")


def _decide(
    by: Officer, request: IdentityRequest, state: RequestState, until: datetime | None
) -> IdentityRequest:
    changed = IdentityRequest.objects.filter(pk=request.pk, state=RequestState.ASKED).update(
        state=state, decided_by_id=by.staff_id, decided_at=timezone.now(), expires_at=until
    )
    if not changed:
        raise AlreadyDecided("这一申请已经办理过了。")
    request.refresh_from_db()
    return request


def _own_key(by: Officer, seal: UUID) -> bytes:
    try:
        keys = sealing.keys_of([seal], ring_of(by), Purpose.IDENTITY)
    except Broken as error:
        raise SealBroken("身份密钥校验未通过，可能被改动。请立即报告纪委书记。") from error
    if seal not in keys:
        raise NoKey("您没有身份密钥，不能批准查看举报人身份。请由纪委书记交付密钥。")
    return keys[seal]


def _read(seal: UUID, key: bytes) -> dict[str, str]:
    try:
        held = sealing.read({seal: key})[seal]
    except Broken as error:
        raise SealBroken("密文校验未通过，可能被改动。请立即报告纪委书记并核验留痕。") from error
    return {slot: text for slot, plain in held.items() if isinstance(text := decoded(plain), str)}


def _tell(by: Officer, request: IdentityRequest, kind: AlertKind) -> None:
    raise_alert(by=by, organ_id=request.organ_id, kind=kind, subject=request.subject)
