"""核实: a plan of questions, a team of at least two without a ground of recusal, a report, an approval."""

from collections.abc import Sequence
from datetime import date

from yixian.assessment.queries import first_report_of, reports_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text, seal_text_if_any
from yixian.reception.actions import meet_clock, require_discreet
from yixian.regulations.accusation_rules import RECUSAL
from yixian.regulations.discipline_enforcement import INQUIRY_REPORT_TERM, may_verify_with
from yixian.regulations.outcomes import InquiryOutcome, VerificationOutcome
from yixian.resolution.deciders import ANSWER, answered, require_another_decider
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue, TeamMember, Verification, VerificationReport
from yixian.resolution.reviewing import UNDER_REVIEW, needs_review, review_ruling
from yixian.resolution.steps import take_step
from yixian.resolution.team import check_may_join
from yixian.resolution.unfinished import unfinished
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

Proposal = VerificationOutcome | InquiryOutcome


class TeamTooSmall(Refusal):
    """Fewer people than the rules ask for."""

    key = "team_too_small"


class NotVerifying(Refusal):
    """A team is formed once, after 初步核实 was approved."""

    key = "not_verifying"


class NotAllDeclared(Refusal):
    """A member has not yet said that no ground of recusal applies."""

    key = "not_all_declared"


class ProposalDoesNotFit(Refusal):
    """What is to follow an inquiry is not what follows a verification."""

    key = "proposal_does_not_fit"


class NotReviewed(Refusal):
    """The county has not agreed, or has not answered."""

    key = "not_reviewed"


class NotFinished(Refusal):
    """Tasks, gaps or records are still open, and nobody said why they are left so."""

    key = "not_finished"


@leaves_trail("resolution.open_verification")
def open_verification(
    *, by: Officer, clue: Clue, plan: str, lead_id: int, member_ids: Sequence[int], on: date
) -> Verification:
    """Form the team on an approved 初步核实. Everyone is checked against recusal and the reported side."""
    require(by, "resolution.open_verification", clue)
    everyone = [lead_id, *(each for each in dict.fromkeys(member_ids) if each != lead_id)]
    enough = may_verify_with(len(everyone))
    if not enough:
        raise TeamTooSmall(f"{enough.sentence()}。")
    now = Clue.objects.select_for_update().get(pk=clue.pk)
    if now.state != ClueState.VERIFYING or Verification.objects.filter(clue=clue).exists():
        raise NotVerifying("批准初步核实之后才组成核查组，且只组成一次。")
    for staff_id in everyone:
        check_may_join(by, clue, staff_id)
    verification = Verification(clue=clue, opened_by_id=by.staff_id, opened_on=on)
    verification.plan = seal_text(verification, "plan", plan, organ_id=clue.organ_id, what="核查方案")
    verification.save()
    TeamMember.objects.bulk_create(
        TeamMember(verification=verification, staff_id=each, is_lead=each == lead_id) for each in everyone
    )
    return verification


@leaves_trail("resolution.join_team")
def join_team(*, by: Officer, member: TeamMember, on: date) -> TeamMember:
    """Say, in one's own sitting, that no ground of recusal applies."""
    require(by, "resolution.join_team", member)
    member.declared_on = on
    member.save(update_fields=["declared_on"])
    return member


@leaves_trail("resolution.submit_report")
def submit_report(
    *, by: Officer, clue: Clue, content: str, proposal: Proposal, on: date, left_open: str = ""
) -> VerificationReport:
    """Hand in what was found and what is to follow. A verification needs its whole team declared, and nothing open,
    unless ``left_open`` says why it is left so.
    """
    require(by, "resolution.submit_report", clue)
    require_another_decider(by, clue.organ_id)
    _check_proposal(clue, proposal)
    _check_team(clue)
    _check_finished(clue, left_open)
    require_discreet(by=by, reports=reports_of(clue.matter), text=f"{content}\n{left_open}", what="核查报告")
    moved = take_step("resolution.submit_report", clue)
    report = VerificationReport(
        clue=moved, proposal=proposal.value, submitted_by_id=by.staff_id, submitted_on=on
    )
    report.content = seal_text(report, "content", content, organ_id=clue.organ_id, what="核查报告")
    report.left_open = seal_text_if_any(
        report, "left_open", left_open, organ_id=clue.organ_id, what="没有办完的原因"
    )
    report.save()
    meet_clock(
        by=by,
        report=first_report_of(moved.matter),
        term_key=INQUIRY_REPORT_TERM.key,
        act="resolution.submit_report",
        on=on,
    )
    return report


def _check_proposal(clue: Clue, proposal: Proposal) -> None:
    fits = InquiryOutcome if clue.state == ClueState.INQUIRY else VerificationOutcome
    if not isinstance(proposal, fits):
        raise ProposalDoesNotFit("谈话函询和初步核实的建议不同，请按线索现在的处置方式选择。")


def _check_team(clue: Clue) -> None:
    if clue.state != ClueState.VERIFYING:
        return
    members = TeamMember.objects.filter(verification__clue=clue, left_on__isnull=True)
    ruling = may_verify_with(members.count())
    if not ruling:
        raise TeamTooSmall(f"{ruling.sentence()}。请先组成核查组。")
    waiting = members.filter(declared_on__isnull=True).select_related("staff").order_by("pk")
    if names := "、".join(member.staff.name for member in waiting):
        raise NotAllDeclared(f"{names}尚未确认无回避情形，确认后才能提交核查报告（{RECUSAL.cite()}）。")


def _check_finished(clue: Clue, left_open: str) -> None:
    still = unfinished(clue)
    if still and not left_open.strip():
        raise NotFinished(f"还有{'、'.join(still)}。请先办完，或者写明为什么不再办。")


@leaves_trail("resolution.decide_report")
def decide_report(
    *, by: Officer, report: VerificationReport, approved: bool, on: date, note: str = ""
) -> VerificationReport:
    """Approve, and outcomes can be proposed; or return it for more work. A township approves what leads to a case
    only once the county has agreed.
    """
    step = "resolution.approve_report" if approved else "resolution.return_report"
    require(by, step, report)
    _check_reviewed(report, approved)
    locked = answered(report, by=by, approved=approved, on=on, what="这份核查报告")
    locked.note = seal_text_if_any(locked, "note", note, organ_id=locked.organ_id, what="审批意见")
    locked.save(update_fields=[*ANSWER, "note"])
    locked.clue = take_step(step, locked.clue)
    return locked


def _check_reviewed(report: VerificationReport, approved: bool) -> None:
    under_review = report.county_reviews.filter(state__in=UNDER_REVIEW).first()
    if under_review is not None:
        raise NotReviewed(
            f"这份核查报告正在县审，目前是“{under_review.get_state_display()}”。请等县审意见，或者先撤回县审。"
        )
    if approved and needs_review(report):
        raise NotReviewed(f"{review_ruling(report).sentence()}。请先“报请县审”，县审同意以后再批准。")
