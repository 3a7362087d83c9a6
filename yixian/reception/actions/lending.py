"""片区联动: lending a report to a township that handles it for a while, and taking it back. The row here stays ours.

Unlike a report that is passed on, nothing moves: the borrower gets a row of its own and a wrap of the account and
the files, for one named handler; who reported is not shared, nor what was written of a visit or heard, since that
would have to be sealed anew for the borrower and could not be taken back. When it ends, the wraps are destroyed.
"""

from datetime import date

from yixian.protection.actions import require, rewrap, rewrap_watch
from yixian.protection.officer import Officer
from yixian.reception.enums import ReportState, SourceKind
from yixian.reception.going_below import share_files, take_contents_back
from yixian.reception.models import Report
from yixian.reception.refusals import NotHere
from yixian.reception.steps import check_not_before, note_step, take_step
from yixian.reception.superior import carry_names
from yixian.roster.queries import organs_under, staff_by_id
from yixian.trail.actions import leaves_trail

LEND, TAKE_BACK = "reception.lend_report", "reception.take_lent_back"
IN_HAND = (ReportState.REGISTERED, ReportState.ACCEPTED)


@leaves_trail(LEND)
def lend_report(*, by: Officer, report: Report, to_id: int, on: date) -> Report:
    """Put a row into the inbox of the handler's organ, that only this handler and their chief meet."""
    require(by, LEND, report)
    check_not_before(report, on)
    handler = staff_by_id(to_id)
    below = organs_under(report.organ_id).exclude(pk=report.organ_id)
    if handler is None or not below.filter(pk=handler.organ_id).exists():
        raise NotHere("交叉办理的主办人应当是下级机构在岗的工作人员，请重新选择。")
    if report.state not in IN_HAND:
        raise NotHere("只有已登记或者已受理、还没有答复的来件可以交叉办理。")
    carry_names(by, report)
    rewrap(by=by, seal=report.account_seal(), organ_id=handler.organ_id)
    if report.identity is not None:
        rewrap_watch(by=by, seal=report.identity, organ_id=handler.organ_id)
    copy = Report.objects.create(
        organ_id=handler.organ_id,
        channel=report.channel,
        source=SourceKind.ASSIGNED_BY_SUPERIOR,
        signing=report.signing,
        received_on=on,
        state=ReportState.RECEIVED,
        urgent=report.urgent,
        people_count=report.people_count,
        representatives=report.representatives,
        account=report.account,
        identity=report.identity,
        sealed_as=report.sealed_as or report.pk,
        meant_for_id=to_id,
    )
    share_files(by, report, copy)
    note_step(LEND, copy, on, by)
    return copy


@leaves_trail(TAKE_BACK)
def take_lent_back(*, by: Officer, copy: Report, on: date) -> Report:
    """Destroy the borrower's wraps. A row still in hand there is over; one answered there stays as it stands."""
    require(by, TAKE_BACK, copy)
    take_contents_back(by, copy)
    if copy.state == ReportState.RECEIVED:
        return take_step(TAKE_BACK, copy, by, on, to=ReportState.VOIDED)
    if copy.state in IN_HAND:
        return take_step(TAKE_BACK, copy, by, on, to=ReportState.PASSED_ON)
    return copy
