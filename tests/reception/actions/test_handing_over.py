"""首办责任 never lapses: a report has one owner until another takes it."""

from datetime import timedelta
from functools import partial

import pytest

from tests.reception.township import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    about_the_secretary,
)
from yixian.protection.actions import declare_recusal, revoke_role
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import accept_hand_over, accept_report, hand_over, read_report, refuse_hand_over
from yixian.reception.actions.handing_over import AlreadyAsked, NotAsked
from yixian.reception.enums import HandOverReason, HandOverRefusal
from yixian.reception.models import Handling, Report
from yixian.reception.queries import handed_to_me, refused_by_others, timeline, visible_reports
from yixian.reception.refusals import NotHere, ReportedSide, TooEarly
from yixian.roster.enums import Role

ASSIGNED = HandOverReason.ASSIGNED


def asked(town: Township, report: Report, to: str = "handler") -> Handling:
    return hand_over(by=town["clerk"], report=report, to_id=town.staff[to].pk, why=ASSIGNED, on=TUESDAY)


def refuse(town: Township, handling: Handling, who: str = "handler") -> Handling:
    return refuse_hand_over(by=town[who], handling=handling, why=HandOverRefusal.LOAD, on=WEDNESDAY)


def owners(report: Report) -> list[str]:
    return [each.staff.name for each in report.handlings.select_related("staff") if each.is_current]


def test_until_it_is_taken_the_one_before_owns_it(town):
    report = a_letter(town).report

    handling = asked(town, report)

    assert owners(report) == ["接访甲"]
    assert list(handed_to_me(town["handler"])) == [handling]


def test_once_taken_the_new_one_owns_it_and_the_old_line_is_closed(town):
    report = a_letter(town).report

    accept_hand_over(by=town["handler"], handling=asked(town, report), on=WEDNESDAY)

    first, second = report.handlings.order_by("pk")
    assert owners(report) == ["承办乙"]
    assert (first.until_on, second.since_on, second.accepted_on) == (WEDNESDAY, TUESDAY, WEDNESDAY)


def test_access_ends_on_hand_over_for_who_only_handled_it(town):
    report = a_letter(town).report
    accept_hand_over(by=town["handler"], handling=asked(town, report), on=TUESDAY)
    again = hand_over(
        by=town["handler"], report=report, to_id=town.staff["other_clerk"].pk, why=ASSIGNED, on=TUESDAY
    )
    accept_hand_over(by=town["other_clerk"], handling=again, on=WEDNESDAY)

    with pytest.raises(NotPermitted):
        read_report(by=town["handler"], report=Report.objects.get())
    assert list(visible_reports(town["handler"])) == []
    assert [each.pk for each in visible_reports(town["other_clerk"])] == [report.pk]


def test_who_is_asked_reads_it_and_does_nothing_else_before_taking_it(town):
    report = a_letter(town).report
    asked(town, report)

    content = read_report(by=town["handler"], report=report)

    assert content.report == report
    with pytest.raises(NotPermitted, match="承办人或者纪委书记"):
        accept_report(by=town["handler"], report=report, on=TUESDAY)


def test_refused_it_stays_with_its_owner(town):
    report = a_letter(town).report

    refused = refuse(town, asked(town, report))

    assert owners(report) == ["接访甲"]
    assert list(handed_to_me(town["handler"])) == []
    assert refused.refused_because == HandOverRefusal.LOAD


def test_its_owner_is_told_who_did_not_take_it_and_why(town):
    report = a_letter(town).report
    refused = refuse(town, asked(town, report))

    assert list(refused_by_others(town["clerk"], WEDNESDAY)) == [refused]
    assert list(refused_by_others(town["other_clerk"], WEDNESDAY)) == []
    told = [(each.on, each.label, each.who) for each in timeline(report)]
    assert (WEDNESDAY, "退回移交：手上的件办不过来", "承办乙") in told


def test_the_owner_is_told_no_more_once_somebody_else_is_asked_or_a_week_is_over(town):
    report = a_letter(town).report
    refuse(town, asked(town, report))

    late = WEDNESDAY + timedelta(days=8)
    assert list(refused_by_others(town["clerk"], late)) == []

    asked(town, report, "other_clerk")
    assert list(refused_by_others(town["clerk"], WEDNESDAY)) == []


def test_only_the_person_asked_takes_or_refuses(town):
    handling = asked(town, a_letter(town).report)

    for act in (accept_hand_over, partial(refuse_hand_over, why=HandOverRefusal.LOAD)):
        with pytest.raises(NotAsked, match="本人"):
            act(by=town["chief"], handling=handling, on=WEDNESDAY)


def test_a_report_is_offered_to_one_person_at_a_time(town):
    report = a_letter(town).report
    asked(town, report)

    with pytest.raises(AlreadyAsked, match="已在移交中"):
        asked(town, report, "other_clerk")


def test_it_is_not_handed_to_its_own_owner(town):
    with pytest.raises(AlreadyAsked, match="已由接访甲承办"):
        asked(town, a_letter(town).report, "clerk")


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_whoever_is_of_the_reported_side_is_not_assigned(town, who):
    report = about_the_secretary(town).report

    with pytest.raises(ReportedSide, match="应当回避，不得承办"):
        asked(town, report, who)


def test_whoever_has_declared_recusal_is_not_assigned(town):
    report = a_letter(town).report
    declare_recusal(by=town["handler"], subject=report, ground=RecusalGround.INTEREST, on=TUESDAY)

    with pytest.raises(ReportedSide, match="承办乙应当回避"):
        asked(town, report)


def test_it_is_not_handed_to_another_office(town):
    with pytest.raises(NotHere, match="本机构在岗"):
        asked(town, a_letter(town).report, "county_clerk")


def test_it_is_not_handed_over_before_it_was_registered(town):
    report = a_letter(town).report

    with pytest.raises(TooEarly):
        hand_over(
            by=town["clerk"],
            report=report,
            to_id=town.staff["handler"].pk,
            why=ASSIGNED,
            on=MONDAY.replace(day=1),
        )


def test_who_neither_owns_it_nor_leads_does_not_hand_it_over(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted):
        hand_over(
            by=town["other_clerk"], report=report, to_id=town.staff["handler"].pk, why=ASSIGNED, on=TUESDAY
        )


def test_a_key_changed_since_does_not_let_the_reported_side_take_it(town):
    """Whoever leaves takes a version of the index key along; reports of before bear its tokens."""
    report = about_the_secretary(town).report
    revoke_role(by=town["admin"], staff=town.staff["other_clerk"], role=Role.CLERK, on=TUESDAY)
    town.officers.clear()

    for who in ("reported", "relative", "colleague"):
        with pytest.raises(ReportedSide):
            asked(town, report, to=who)
