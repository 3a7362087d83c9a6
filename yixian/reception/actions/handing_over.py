"""首办责任: a report changes hands only when the next person takes it. Until then its owner stays its owner."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.assigning import require_free
from yixian.reception.enums import HandOverReason, HandOverRefusal
from yixian.reception.models import Handling, Report
from yixian.reception.steps import check_not_before
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadyAsked(Refusal):
    """Somebody has been asked to take the report over and has not answered."""

    key = "already_asked"


class NotAsked(Refusal):
    """Only the person who was asked may take over or refuse."""

    key = "not_asked"


@leaves_trail("reception.hand_over")
def hand_over(*, by: Officer, report: Report, to_id: int, why: HandOverReason, on: date) -> Handling:
    """Ask another member of the office to take the report. Whoever is of the reported side can't be asked."""
    require(by, "reception.hand_over", report)
    check_not_before(report, on)
    _check_successor(by, report, to_id)
    if report.handlings.filter(until_on__isnull=True, accepted_on__isnull=True).exists():
        raise AlreadyAsked("该来件已在移交中，请先由接手人确认或者退回。")
    return Handling.objects.create(report=report, staff_id=to_id, since_on=on, why=why)


def _check_successor(by: Officer, report: Report, to_id: int) -> None:
    held = report.handlings.select_related("staff").filter(staff_id=to_id, until_on__isnull=True).first()
    if held is not None:
        raise AlreadyAsked(f"该来件已由{held.staff.name}承办。")
    require_free(by, report, to_id, "接手人")


@leaves_trail("reception.accept_hand_over")
def accept_hand_over(*, by: Officer, handling: Handling, on: date) -> Handling:
    """Take the report; only now does the person before stop owning it."""
    require(by, "reception.accept_hand_over", handling.report)
    asked = _asked(by, handling)
    check_not_before(asked.report, on)
    owners = Handling.objects.filter(report=asked.report, accepted_on__isnull=False, until_on__isnull=True)
    owners.update(until_on=on)
    asked.accepted_on = on
    asked.save(update_fields=["accepted_on"])
    return asked


@leaves_trail("reception.refuse_hand_over")
def refuse_hand_over(*, by: Officer, handling: Handling, why: HandOverRefusal, on: date) -> Handling:
    """Not take it: the one who owned it still does, and is told why."""
    require(by, "reception.refuse_hand_over", handling.report)
    asked = _asked(by, handling)
    asked.until_on, asked.refused_because = on, why
    asked.save(update_fields=["until_on", "refused_because"])
    return asked


def _asked(by: Officer, handling: Handling) -> Handling:
    asked = Handling.objects.select_for_update().select_related("report").get(pk=handling.pk)
    if asked.staff_id != by.staff_id or not asked.is_asked:
        raise NotAsked("只有被请求接手的本人可以确认或者退回移交。")
    return asked
