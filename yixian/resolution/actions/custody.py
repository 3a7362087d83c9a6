"""证据保管: handed over by one, received or refused by the other. Both say so in their own sitting."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text, seal_text_if_any
from yixian.resolution.actions.tasks import SameHands
from yixian.resolution.enums import CustodyState
from yixian.resolution.models import Custody
from yixian.resolution.steps import move
from yixian.resolution.team import check_may_take
from yixian.resolution.workflow import CUSTODY
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadyOffered(Refusal):
    """It waits for the person to whom it was handed over."""

    key = "already_offered"


@leaves_trail("resolution.hand_custody")
def hand_custody(*, by: Officer, custody: Custody, to_id: int, note: str, on: date) -> Custody:
    """Offer the item to another member; until that person says that it came, it stays with whoever has it."""
    require(by, "resolution.hand_custody", custody)
    held = Custody.objects.select_for_update(of=("self",)).get(pk=custody.pk)
    if held.state != CustodyState.HELD or to_id == held.staff_id:
        raise SameHands("只有保管人能把证据移交给另一名成员，请核对。")
    check_may_take(by, held.evidence.verification.clue, to_id)
    if held.evidence.custodies.filter(state=CustodyState.OFFERED).exists():
        raise AlreadyOffered("这份证据已经移交，正在等待接收；没有接收以前不能再移交。")
    offered = Custody(
        evidence=held.evidence,
        staff_id=to_id,
        state=CustodyState.OFFERED,
        offered_by_id=by.staff_id,
        offered_on=on,
    )
    offered.note = seal_text_if_any(offered, "note", note, organ_id=held.organ_id, what="移交说明")
    offered.save()
    return offered


@leaves_trail("resolution.receive_custody")
def receive_custody(*, by: Officer, custody: Custody, on: date) -> Custody:
    """It came, whole: from today it is in these hands, and no longer in those before."""
    require(by, "resolution.receive_custody", custody)
    for held in custody.evidence.custodies.filter(state=CustodyState.HELD):
        move(CUSTODY, "resolution.pass_custody", held, until_on=on)
    return move(CUSTODY, "resolution.receive_custody", custody, since_on=on)


@leaves_trail("resolution.refuse_custody")
def refuse_custody(*, by: Officer, custody: Custody, reason: str, on: date) -> Custody:
    """It did not come, or not whole: it stays with whoever handed it over, with the reason on record."""
    require(by, "resolution.refuse_custody", custody)
    sealed = seal_text(custody, "note", reason, organ_id=custody.organ_id, what="不接收的原因")
    return move(CUSTODY, "resolution.refuse_custody", custody, until_on=on, note=sealed)
