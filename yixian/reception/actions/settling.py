"""The chief settles what a reporter asked without naming one of the staff: who stays away is decided by other acts."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.models import RecusalRequest
from yixian.regulations.accusation_rules import RECUSAL
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadySettled(Refusal):
    """Somebody has settled it, or the handler's own recusal is what has to be decided."""

    key = "already_settled"


@leaves_trail("reception.settle_recusal_request")
def settle_recusal_request(*, by: Officer, request: RecusalRequest, on: date) -> RecusalRequest:
    """Record that the request was looked into. The reporter sees that it was decided, and nothing more."""
    require(by, "reception.settle_recusal_request", request.letter.report)
    if request.recusal_id is not None or request.settled_on is not None:
        raise AlreadySettled(f"这份申请已经审查，或者应当直接决定承办人是否回避（{RECUSAL.cite()}）。")
    request.settled_by_id, request.settled_on = by.staff_id, on
    request.save(update_fields=["settled_by", "settled_on"])
    return request
