"""后续事项: a duty that somebody took on by a day; and reading what meetings left under seal."""

from datetime import date
from uuid import UUID

from yixian.protection.actions import open_seal, require
from yixian.protection.officer import Officer
from yixian.reception.assigning import require_free
from yixian.reception.meeting import FollowUpFacts, require_taken_up, require_words, seal_words
from yixian.reception.models import Accompaniment, Appointment, FollowUp, Outing, Report
from yixian.reception.refusals import TooEarly
from yixian.roster.enums import Role
from yixian.roster.queries import active_roles
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class CannotFollow(Refusal):
    """The owner of a duty must be able to open its report."""

    key = "cannot_follow"


class AlreadyFinished(Refusal):
    """The duty is on record as done."""

    key = "already_finished"


class NotOfThisReport(Refusal):
    """The meeting belongs to another report."""

    key = "not_of_this_report"


@leaves_trail("reception.add_follow_up")
def add_follow_up(*, by: Officer, report: Report, facts: FollowUpFacts, on: date) -> FollowUp:
    """Somebody who may meet the report does something about it by a day."""
    require(by, "reception.add_follow_up", report)
    require_taken_up(report)
    require_words({"what": facts.what})
    if facts.due_on < on:
        raise TooEarly("后续事项的完成期限不能早于今天。")
    if facts.of is not None and facts.of.report_id != report.pk:
        raise NotOfThisReport("这次接访不是本件的，请回到卷宗重新打开。")
    _check_owner(by, report, facts.owner_id)
    return FollowUp.objects.create(
        report=report,
        outing=facts.of if isinstance(facts.of, Outing) else None,
        appointment=facts.of if isinstance(facts.of, Appointment) else None,
        accompaniment=facts.of if isinstance(facts.of, Accompaniment) else None,
        owner_id=facts.owner_id,
        due_on=facts.due_on,
        added_on=on,
        added_by_id=by.staff_id,
        what=seal_words(by, report, "follow_up", {"text": facts.what}),
    )


def _check_owner(by: Officer, report: Report, owner_id: int) -> None:
    staff = require_free(by, report, owner_id, "负责人")
    meets = owner_id in report.handler_ids() or owner_id == report.registered_by_id
    if not meets and Role.CHIEF not in active_roles(owner_id):
        raise CannotFollow(f"{staff.name}看不到这一件，不能负责后续事项；请选登记人、承办人或者纪委书记。")


@leaves_trail("reception.finish_follow_up")
def finish_follow_up(*, by: Officer, follow_up: FollowUp, result: str, on: date) -> FollowUp:
    """It is done; what was done is sealed."""
    require(by, "reception.finish_follow_up", follow_up.report)
    locked = FollowUp.objects.select_for_update().select_related("report").get(pk=follow_up.pk)
    if locked.done_on is not None:
        raise AlreadyFinished("这一事项已经登记完成。")
    require_words({"result": result})
    locked.done_on, locked.done_by_id = on, by.staff_id
    locked.result = seal_words(by, locked.report, "follow_up_result", {"text": result})
    locked.save(update_fields=["done_on", "done_by", "result"])
    return locked


@leaves_trail("reception.read_meeting")
def read_meeting(*, by: Officer, meeting: Outing | Appointment | Accompaniment) -> dict[str, str]:
    """Every sealed word of one meeting, by slot."""
    require(by, "reception.read_meeting", meeting.report)
    words: dict[str, str] = {}
    for seal in _seals(meeting):
        if seal is not None:
            words |= open_seal(by=by, seal=seal, about=meeting.report)
    return words


def _seals(meeting: Outing | Appointment | Accompaniment) -> tuple[UUID | None, ...]:
    if isinstance(meeting, Outing):
        return (meeting.plan, meeting.record)
    if isinstance(meeting, Appointment):
        return (meeting.content, meeting.record)
    return (meeting.plan, meeting.asked, meeting.answer)
