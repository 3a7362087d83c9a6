"""核查组成员变动: a member is added, or released with a reason; one who must stay away does not block the clue."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.resolution.enums import TeamChangeKind
from yixian.resolution.models import Clue, TeamChange, TeamMember, Verification
from yixian.resolution.team import check_may_join, verification_going_on
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class OnTeamAlready(Refusal):
    """Nobody is on a team twice."""

    key = "on_team_already"


class HasLeft(Refusal):
    """The member is not on the team any more."""

    key = "has_left"


class LeaderMissing(Refusal):
    """Whoever leads is released only when another member of the team is named to lead."""

    key = "leader_missing"


@leaves_trail("resolution.add_member")
def add_member(*, by: Officer, clue: Clue, staff_id: int, reason: str, on: date) -> TeamMember:
    """Checked as at the forming of the team; the new member declares in the own sitting before taking part."""
    require(by, "resolution.add_member", clue)
    verification = verification_going_on(clue)
    check_may_join(by, clue, staff_id)
    if verification.members.filter(staff_id=staff_id, left_on__isnull=True).exists():
        raise OnTeamAlready("所选的同志已在核查组中，请另选一人。")
    added = TeamMember.objects.create(verification=verification, staff_id=staff_id)
    _note(by, verification, staff_id, TeamChangeKind.ADDED, (reason, on))
    return added


@leaves_trail("resolution.release_member")
def release_member(
    *, by: Officer, member: TeamMember, reason: str, on: date, lead_id: int | None = None
) -> TeamMember:
    """The member takes no further part and no longer meets the clue. ``lead_id`` names who leads after a leader.

    The team may be short for a while: with fewer than two its report is refused.
    """
    require(by, "resolution.release_member", member)
    verification = verification_going_on(member.verification.clue)
    locked = TeamMember.objects.select_for_update().get(pk=member.pk)
    if locked.left_on is not None:
        raise HasLeft("该同志已经退出核查组。")
    locked.left_on = on
    locked.save(update_fields=["left_on"])
    if locked.is_lead:
        _lead(verification, lead_id)
    _note(by, verification, locked.staff_id, TeamChangeKind.RELEASED, (reason, on))
    return locked


def _lead(verification: Verification, lead_id: int | None) -> None:
    staying = verification.members.filter(left_on__isnull=True, staff_id=lead_id or 0)
    if not staying.update(is_lead=True):
        raise LeaderMissing("退出的是组长，请从其他成员中选一名接任组长；没有其他成员的，先增加成员。")


def _note(
    by: Officer, verification: Verification, staff_id: int, kind: TeamChangeKind, said: tuple[str, date]
) -> None:
    reason, on = said
    change = TeamChange(
        verification=verification, staff_id=staff_id, kind=kind, ordered_by_id=by.staff_id, changed_on=on
    )
    change.reason = seal_text(change, "reason", reason, organ_id=change.organ_id, what="变动原因")
    change.save()
