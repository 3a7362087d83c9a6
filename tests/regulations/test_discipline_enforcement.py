"""执纪规则: teams, plans, approval by another, and what a township may decide."""

import pytest

from yixian.regulations import discipline_enforcement as rules
from yixian.regulations.levels import CaseAuthority

TOWNSHIP, COUNTY = CaseAuthority.TOWNSHIP, CaseAuthority.COUNTY


def test_a_team_has_at_least_two():
    assert rules.may_verify_with(1).blocks
    assert rules.may_verify_with(2)


def test_verification_waits_for_its_plan():
    assert rules.may_start_verification(plan_approved=False).blocks
    assert rules.may_start_verification(plan_approved=True)


def test_who_proposes_does_not_approve():
    assert rules.may_approve_own_proposal(proposer="staff:1", approver="staff:1").blocks
    assert rules.may_approve_own_proposal(proposer="staff:1", approver="staff:2")


def test_who_handled_the_case_does_not_review_the_appeal():
    assert rules.may_review_appeal(handled_original_case=True).blocks
    assert rules.may_review_appeal(handled_original_case=False)


@pytest.mark.parametrize(
    ("level", "light", "important", "allowed"),
    [
        (TOWNSHIP, True, False, True),
        (TOWNSHIP, True, True, False),
        (TOWNSHIP, False, False, False),
        (COUNTY, False, True, True),
    ],
)
def test_a_township_decides_light_sanctions_in_simple_cases_only(level, light, important, allowed):
    ruling = rules.may_decide_sanction(level=level, light=light, important=important)

    assert bool(ruling) == allowed


def test_the_county_reviews_a_townships_case():
    assert rules.must_have_county_review(level=TOWNSHIP)
    assert not rules.must_have_county_review(level=COUNTY)


def test_each_step_of_the_ledger_is_signed():
    assert rules.must_sign_each_step().article.number == "第二十三条"
