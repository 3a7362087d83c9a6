"""Who may take part in a verification: asked anew at each assignment, not only when the team is formed."""

from yixian.protection.officer import Officer
from yixian.protection.queries import recused_staff_ids
from yixian.reception.people import tokens_of_staff
from yixian.regulations.accusation_rules import RECUSAL
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue, TeamMember, Verification
from yixian.roster.queries import staff_by_id
from yixian.trail.refusal import Refusal


class MustStayAway(Refusal):
    """A member is of the reported side or recused."""

    key = "must_stay_away"


class NotOnTeam(Refusal):
    """Only a member who has declared that no ground of recusal applies is given something to do."""

    key = "not_on_team"


class NotBeingVerified(Refusal):
    """Tasks, talks, evidence and facts belong to a verification that goes on."""

    key = "not_being_verified"


def check_may_join(by: Officer, clue: Clue, staff_id: int) -> None:
    """Of this organ, at work, not of the reported side, not recused from anything of the matter."""
    staff = staff_by_id(staff_id)
    if staff is None or staff.organ_id != clue.organ_id or not staff.is_active:
        raise MustStayAway("核查组成员应当是本机构在岗的工作人员，请重新选择。")
    tokens = tokens_of_staff(by, staff_id, staff.cadre_id, staff.unit_id)
    if tokens & clue.reported_tokens() or is_recused_from(clue, staff_id):
        raise MustStayAway(f"{staff.name}与本线索有应当回避的情形，不能参加核查组（{RECUSAL.cite()}）。")


def is_recused_from(clue: Clue, staff_id: int) -> bool:
    """Whether somebody stays away from anything of the matter, since whenever."""
    return any(staff_id in recused_staff_ids(subject) for subject in clue.recusal_subjects())


def check_may_take(by: Officer, clue: Clue, staff_id: int) -> None:
    """Something is put into this person's hands: a member who has declared, and against whom nothing stands."""
    declared = TeamMember.objects.filter(
        verification__clue=clue, staff_id=staff_id, left_on__isnull=True, declared_on__isnull=False
    )
    if not declared.exists():
        raise NotOnTeam("只能交给核查组中已经确认无回避情形的成员，请重新选择。")
    check_may_join(by, clue, staff_id)


def verification_going_on(clue: Clue) -> Verification:
    """The verification, its clue locked until the end of the act; refused once the report has been handed in."""
    now = Clue.objects.select_for_update().get(pk=clue.pk)
    found = Verification.objects.select_related("clue__matter").filter(clue=now).first()
    if found is None or now.state != ClueState.VERIFYING:
        raise NotBeingVerified(
            f"线索{clue.code}{now.get_state_display()}；组成核查组以后、提交核查报告以前，才能办这一项。"
        )
    return found
