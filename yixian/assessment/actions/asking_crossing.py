"""提请交叉办理: from a township whose own matter is too near to it, with the report itself (decision 0011)."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions.sending_up import send_up_report
from yixian.assessment.enums import CrossingGround
from yixian.assessment.models import CrossingRequest
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text
from yixian.reception.actions import require_discreet
from yixian.roster.enums import OrganLevel
from yixian.roster.queries import organ_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report


class NotFromHere(Refusal):
    """A county decides itself."""

    key = "not_from_here"


@leaves_trail("assessment.ask_crossing")
def ask_crossing(
    *, by: Officer, report: "Report", ground: CrossingGround, why: str, on: date
) -> CrossingRequest:
    """The report moves to the county as one that belongs there does, with its receipt; with it goes why."""
    require(by, "assessment.ask_crossing", report)
    own = organ_of(by.organ_id)
    if own.level != OrganLevel.TOWNSHIP or own.parent_id is None:
        raise NotFromHere("县（市、区）纪委监委直接“提请片区交叉办理”，不用报送。")
    require_discreet(by=by, reports=[report], text=why, what="提请的理由")
    send_up_report(by=by, report=report, on=on)
    asked = CrossingRequest(
        report_id=report.pk, township_id=own.pk, ground=ground, asked_by_id=by.staff_id, asked_on=on
    )
    asked.why = seal_text(asked, "why", why, organ_id=own.parent_id, what="提请的理由")
    asked.save()
    return asked


@leaves_trail("assessment.read_crossing_request")
def read_crossing_request(*, by: Officer, request: CrossingRequest) -> str:
    """Why, for whoever handles the report at the county."""
    require(by, "assessment.read_crossing_request", request.report)
    return read_text(request, "why", by=by, about=request.report)
