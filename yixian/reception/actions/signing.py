"""Verifying a signature: confirmed, the report counts as real-name; not, it stays as good as anonymous."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception import clockwork
from yixian.reception.enums import Signing
from yixian.reception.models import Report
from yixian.reception.steps import check_not_before
from yixian.regulations.accusation_rules import ANONYMOUS
from yixian.regulations.duties import Event
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NotSigned(Refusal):
    """There is no signature to verify; nobody looks for who wrote an anonymous report."""

    key = "not_signed"


@leaves_trail("reception.verify_signing")
def verify_signing(*, by: Officer, report: Report, on: date) -> Report:
    """The person confirmed, by the contact they gave, that they reported. The duties to a real-name reporter
    start, counted from the day of receipt.
    """
    require(by, "reception.verify_signing", report)
    check_not_before(report, on)
    locked = Report.objects.select_for_update().get(pk=report.pk)
    if locked.signing != Signing.UNVERIFIED:
        raise NotSigned(f"只有署名待核实的来件可以核实署名；匿名来件不得查找举报人（{ANONYMOUS.cite()}）。")
    locked.signing = report.signing = Signing.REAL_NAME
    locked.save(update_fields=["signing"])
    if not locked.notices.exists() and not locked.is_settled:
        clockwork.start_by_event(locked, Event.ACCUSATION_RECEIVED, locked.received_on)
    return locked
