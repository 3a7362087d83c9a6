"""下访: planned with who goes, written down afterwards. Nobody of the reported side goes along."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.assigning import require_free
from yixian.reception.enums import AttachmentKind
from yixian.reception.meeting import (
    MOST_GOERS,
    OutingPlan,
    OutingRecord,
    keep_files,
    require_taken_up,
    require_words,
    seal_words,
)
from yixian.reception.models import Outing, Report
from yixian.reception.refusals import TooEarly
from yixian.reception.steps import check_not_before
from yixian.reception.workflow import OUTING
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

FEWEST_TO_VERIFY = 2


class TooFewGo(Refusal):
    """Nobody goes, or one alone where facts are looked into, or a crowd."""

    key = "too_few_go"


@leaves_trail("reception.plan_outing")
def plan_outing(*, by: Officer, report: Report, plan: OutingPlan, on: date) -> Outing:
    """Plan a visit to the place. Recusal and the reported side are asked of each goer, for each report."""
    reports = [report, *(each for each in plan.also_about if each.pk != report.pk)]
    for each in reports:
        require(by, "reception.plan_outing", each)
    require_taken_up(report)
    _check_plan(plan, report, on)
    _check_goers(by, plan, reports)
    words = {"place": plan.place, "purpose": plan.purpose}
    outing = Outing.objects.create(
        report=report,
        state=OUTING.step("reception.plan_outing").to_state,
        verifies=plan.verifies,
        planned_on=on,
        planned_by_id=by.staff_id,
        goes_on=plan.goes_on,
        plan=seal_words(by, report, "outing_plan", words),
    )
    outing.goers.set(plan.goer_ids)
    outing.also_about.set(reports[1:])
    return outing


def _check_plan(plan: OutingPlan, report: Report, on: date) -> None:
    check_not_before(report, on)
    require_words({"place": plan.place, "purpose": plan.purpose})
    if plan.goes_on < on:
        raise TooEarly("下访日期不能早于今天；已经去过的，安排在今天，再记录实际日期。")


def _check_goers(by: Officer, plan: OutingPlan, reports: list[Report]) -> None:
    if plan.verifies and len(plan.goer_ids) < FEWEST_TO_VERIFY:
        raise TooFewGo("核实情况的下访，应当由两名以上工作人员一起去，请再选一人。")
    if not 1 <= len(plan.goer_ids) <= MOST_GOERS:
        raise TooFewGo(f"请选择下访人员，1到{MOST_GOERS}人。")
    for report in reports:
        for staff_id in sorted(plan.goer_ids):
            require_free(by, report, staff_id, "下访人员")


@leaves_trail("reception.record_outing")
def record_outing(*, by: Officer, outing: Outing, record: OutingRecord, on: date) -> Outing:
    """Write down whom the office met, what was said and agreed, with photographs beside it."""
    require(by, "reception.record_outing", outing.report)
    locked = Outing.objects.select_for_update().select_related("report").get(pk=outing.pk)
    state = OUTING.after("reception.record_outing", locked.state)
    _check_record(record, locked.report, on)
    words = {"people": record.people, "notes": record.notes, "agreed": record.agreed}
    locked.state, locked.result = state, record.result
    locked.went_on, locked.recorded_by_id = record.went_on, by.staff_id
    locked.record = seal_words(by, locked.report, "outing_record", words)
    locked.save()
    locked.files.add(*keep_files(by, locked.report, record.taken, AttachmentKind.PHOTO, on))
    return locked


def _check_record(record: OutingRecord, report: Report, on: date) -> None:
    require_words({"people": record.people, "notes": record.notes})
    check_not_before(report, record.went_on)
    if record.went_on > on:
        raise TooEarly("下访还没有到日期，去过以后再记录。")


@leaves_trail("reception.cancel_outing")
def cancel_outing(*, by: Officer, outing: Outing, on: date) -> Outing:
    """It did not come to it. The plan stays on record."""
    require(by, "reception.cancel_outing", outing.report)
    locked = Outing.objects.select_for_update().get(pk=outing.pk)
    locked.state = OUTING.after("reception.cancel_outing", locked.state)
    locked.cancelled_on = on
    locked.save(update_fields=["state", "cancelled_on"])
    return locked
