"""检控规则: what must, may and may not be done, and which refusals the software enforces."""

import pytest

from yixian.regulations import accusation_rules as rules
from yixian.regulations.levels import CaseAuthority


def test_a_real_name_reporter_accepted_here_must_be_told():
    assert rules.must_notify_acceptance(real_name=True, accepted_here=True, repeat=False)


@pytest.mark.parametrize(
    ("real_name", "accepted_here", "repeat", "why"),
    [
        (False, True, False, "匿名检举控告不作受理告知"),
        (True, False, False, "不属于本机关受理的，不作受理告知"),
        (True, True, True, "重复检举控告不再告知受理情况"),
    ],
)
def test_nobody_else_is_told(real_name, accepted_here, repeat, why):
    ruling = rules.must_notify_acceptance(real_name=real_name, accepted_here=accepted_here, repeat=repeat)

    assert (bool(ruling), ruling.says) == (False, why)


def test_a_new_allegation_inside_a_repeat_is_not_a_repeat():
    assert rules.may_count_as_repeat(new_allegation=False)
    assert not rules.may_count_as_repeat(new_allegation=True)


def test_a_repeat_is_registered_all_the_same():
    assert rules.must_register(repeat=True)
    assert rules.must_register(repeat=True).says == "重复检举控告应当登记，留存备查，并定期通报有关部门"
    assert rules.must_register(repeat=False).says == "检举控告应当逐件登记、建立台账"


def test_a_report_about_the_own_chief_goes_past_him():
    assert rules.must_go_past_own_chief(about_own_chief=True)
    assert not rules.must_go_past_own_chief(about_own_chief=False)


@pytest.mark.parametrize(
    ("name", "contact", "verified", "real"),
    [
        (True, True, True, True),
        (True, True, False, False),
        (True, False, True, False),
        (False, True, True, False),
    ],
)
def test_a_real_name_is_a_name_with_a_contact_that_was_verified(name, contact, verified, real):
    ruling = rules.is_real_name(name_or_unit_given=name, contact_given=contact, verified=verified)

    assert bool(ruling) == real


def test_only_a_closed_real_name_report_is_fed_back():
    told = {
        (real, closed): bool(rules.must_feed_back_result(real_name=real, closed=closed))
        for real in (True, False)
        for closed in (True, False)
    }

    assert told == {(True, True): True, (True, False): False, (False, True): False, (False, False): False}


def test_an_anonymous_report_within_scope_is_handled():
    assert rules.must_handle_anonymous(within_scope=True)
    assert not rules.must_handle_anonymous(within_scope=False)


@pytest.mark.parametrize(
    ("level", "allowed"),
    [
        (CaseAuthority.TOWNSHIP, False),
        (CaseAuthority.COUNTY, False),
        (CaseAuthority.PREFECTURE, True),
        (CaseAuthority.PROVINCE, True),
        (CaseAuthority.CENTRE, True),
    ],
)
def test_a_false_accusation_is_decided_at_the_city_or_above(level, allowed):
    assert bool(rules.may_decide_false_accusation(decided_by=level)) == allowed


def test_the_protections_of_the_reporter_are_enforced_whatever_their_grade():
    enforced = [
        rules.may_enter_superiors_report(),
        rules.may_trace_anonymous_reporter(),
        rules.may_decide_false_accusation(decided_by=CaseAuthority.COUNTY),
        rules.may_punish_mistaken_report(),
        rules.may_pass_to_reported_side(),
        rules.may_publish_reporter(written_consent=False),
    ]

    assert [ruling.blocks for ruling in enforced] == [True] * 6


def test_what_nobody_read_in_print_only_warns():
    warned = [
        rules.may_accept_for_litigation_or_arbitration(),
        rules.may_accept_other_organs_matter(),
        rules.may_accept_without_substance(),
        rules.may_close_own_disposal_alone(),
    ]

    assert [(bool(ruling), ruling.blocks) for ruling in warned] == [(False, False)] * 4


def test_publicity_needs_written_consent():
    assert rules.may_publish_reporter(written_consent=True)


def test_clarification_needs_an_untrue_report_and_the_chief():
    assert rules.may_clarify(chief_approved=True, found_untrue=True)
    assert not rules.may_clarify(chief_approved=False, found_untrue=True)
    assert not rules.may_clarify(chief_approved=True, found_untrue=False)


def test_an_assignment_is_answered_after_collective_review():
    assert rules.must_answer_assignment_collectively().sentence() == (
        "交办结果报告应当经集体审核并由主要负责人审批"
        "（《纪检监察机关处理检举控告工作规则》第二十条至第二十三条）"
    )
