import pytest

from tests.reception.township import WEDNESDAY, a_letter
from tests.resolution.casework import ABOUT_SECRETARY, FOUND, under_verification, with_team
from yixian.assessment.actions import link_report
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import read_text
from yixian.resolution.actions import (
    MustStayAway,
    NotAllDeclared,
    NotVerifying,
    TeamTooSmall,
    decide_report,
    join_team,
    open_verification,
    submit_report,
)
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import Verification, VerificationReport


def form(town, clue, *who):
    lead, *members = (town[each].staff_id for each in who)
    return open_verification(
        by=town["chief"], clue=clue, plan="核实三个问题", lead_id=lead, member_ids=members, on=WEDNESDAY
    )


def test_a_team_has_at_least_two(town):
    clue = under_verification(town)

    with pytest.raises(TeamTooSmall, match="不得少于2人"):
        form(town, clue, "handler")

    assert Verification.objects.count() == 0


def test_one_person_named_twice_is_one_person(town):
    with pytest.raises(TeamTooSmall, match="不得少于2人"):
        form(town, under_verification(town), "handler", "handler")


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_nobody_of_the_reported_side_joins(town, who):
    clue = under_verification(town, ABOUT_SECRETARY)

    with pytest.raises(MustStayAway, match="应当回避"):
        form(town, clue, "handler", who)


def test_nobody_who_is_recused_joins(town):
    clue = under_verification(town)
    declare_recusal(by=town["handler"], subject=clue.matter, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    with pytest.raises(MustStayAway, match="承办乙"):
        form(town, clue, "handler", "deputy")


def test_nobody_who_is_recused_from_a_later_report_of_the_matter_joins(town):
    clue = under_verification(town)
    again = a_letter(town).report
    link_report(by=town["chief"], report=again, matter=clue.matter, on=WEDNESDAY)
    declare_recusal(by=town["handler"], subject=again, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    with pytest.raises(MustStayAway, match="承办乙"):
        form(town, clue, "handler", "deputy")


def test_a_team_is_formed_once_and_after_the_approval(town):
    clue = with_team(town)

    with pytest.raises(NotVerifying, match="只组成一次"):
        form(town, clue, "handler", "deputy")


def test_the_plan_is_sealed_and_read_by_the_team(town):
    verification = form(town, under_verification(town), "handler", "deputy")

    assert read_text(verification, "plan", by=town["handler"], about=verification) == "核实三个问题"


def test_a_member_declares_for_nobody_else(town):
    verification = form(town, under_verification(town), "handler", "deputy")
    lead = verification.members.get(is_lead=True)

    with pytest.raises(NotPermitted, match="只能由核查组成员本人确认"):
        join_team(by=town["deputy"], member=lead, on=WEDNESDAY)


def test_a_report_waits_until_everyone_has_declared(town):
    clue = under_verification(town)
    form(town, clue, "handler", "deputy")
    clue.refresh_from_db()

    with pytest.raises(NotAllDeclared, match="承办乙、书记丑尚未确认"):
        submit_report(by=town["handler"], clue=clue, content="经查属实", proposal=FOUND, on=WEDNESDAY)


def test_an_approved_report_lets_outcomes_be_proposed(town):
    report = submit_report(
        by=town["handler"], clue=with_team(town), content="经查属实", proposal=FOUND, on=WEDNESDAY
    )

    decided = decide_report(by=town["chief"], report=report, approved=True, on=WEDNESDAY)

    assert (decided.decision, decided.clue.state) == (Decision.APPROVED, ClueState.CONCLUDING)
    assert read_text(decided, "content", by=town["chief"], about=decided.clue) == "经查属实"


def test_a_returned_report_stays_and_the_clue_is_verified_further(town):
    report = submit_report(
        by=town["handler"], clue=with_team(town), content="经查属实", proposal=FOUND, on=WEDNESDAY
    )
    returned = decide_report(by=town["chief"], report=report, approved=False, on=WEDNESDAY, note="补查账目")

    submit_report(by=town["handler"], clue=returned.clue, content="补查后属实", proposal=FOUND, on=WEDNESDAY)

    assert list(VerificationReport.objects.order_by("pk").values_list("decision", flat=True)) == [
        Decision.RETURNED,
        Decision.PENDING,
    ]
