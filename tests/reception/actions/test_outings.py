"""下访: who goes is checked before, what was said is sealed after."""

from dataclasses import replace

import pytest

from tests.reception.meetings import (
    FRIDAY,
    MONDAY,
    NOTES,
    PLACE,
    THURSDAY,
    TUESDAY,
    a_report,
    an_outing,
    outing_plan,
    outing_record,
)
from tests.reception.township import LETTER, REPORTER, SECRETARY, a_letter, an_accepted
from tests.toolkit.files.samples import jpeg
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway, Taken, cancel_outing, plan_outing, read_meeting, record_outing
from yixian.reception.actions.outings import TooFewGo
from yixian.reception.enums import OutingState
from yixian.reception.facts import Missing, TooLong
from yixian.reception.meeting import NotTakenUp
from yixian.reception.models import Outing
from yixian.reception.refusals import NotHere, ReportedSide, TooEarly
from yixian.toolkit.files import PICTURES, take_in
from yixian.trail.steps import NotInThisState


def test_a_visit_to_the_place_is_planned_and_nothing_of_it_is_readable(town):
    report = a_report(town).report

    outing = an_outing(town, report)

    assert (outing.state, outing.goes_on) == (OutingState.PLANNED, THURSDAY)
    assert sorted(each.name for each in outing.goers.all()) == ["承办乙", "接访甲"]
    assert PLACE not in str(Outing.objects.values().get())
    assert read_meeting(by=town["clerk"], meeting=outing)["place"] == PLACE


def test_what_was_said_is_sealed_and_read_back(town):
    outing = an_outing(town, a_report(town).report)

    done = record_outing(by=town["clerk"], outing=outing, record=outing_record(), on=THURSDAY)

    assert (done.state, done.went_on) == (OutingState.DONE, THURSDAY)
    words = read_meeting(by=town["clerk"], meeting=done)
    assert (words["notes"], words["agreed"]) == (NOTES, "月底前补贴公示。")


def test_a_photograph_is_kept_beside_the_report_and_with_the_record(town):
    report = a_report(town).report
    outing = an_outing(town, report)
    taken = Taken(files=(take_in("现场.jpg", jpeg(), PICTURES),))

    done = record_outing(by=town["clerk"], outing=outing, record=outing_record(taken=taken), on=THURSDAY)

    assert [each.get_kind_display() for each in done.files.all()] == ["现场照片"]
    assert report.attachments.count() == 1


@pytest.mark.parametrize(
    ("goers", "refusal"),
    [
        (("clerk", "reported"), ReportedSide),
        (("clerk", "relative"), ReportedSide),
        (("clerk", "colleague"), ReportedSide),
        (("clerk", "county_clerk"), NotHere),
    ],
)
def test_nobody_of_the_reported_side_goes(town, goers, refusal):
    report = an_accepted(town, replace(LETTER, reported=(SECRETARY,))).report

    with pytest.raises(refusal):
        an_outing(town, report, *goers)

    assert Outing.objects.count() == 0


def test_nobody_who_is_recused_goes(town):
    report = a_report(town).report
    declare_recusal(by=town["handler"], subject=report, ground=RecusalGround.INTEREST, on=TUESDAY)

    with pytest.raises(ReportedSide):
        an_outing(town, report)


def test_the_goers_are_checked_for_every_report_of_the_visit(town):
    first, second = a_report(town).report, an_accepted(town, replace(LETTER, reported=(SECRETARY,))).report

    with pytest.raises(ReportedSide):
        an_outing(town, first, "clerk", "colleague", also_about=(second,))


def test_one_visit_may_be_about_several_reports(town):
    first, second = a_report(town).report, a_report(town).report

    outing = an_outing(town, first, also_about=(first, second))

    assert list(outing.also_about.all()) == [second]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"verifies": True, "goer_ids": frozenset({1})}, TooFewGo),
        ({"goer_ids": frozenset()}, TooFewGo),
        ({"goer_ids": frozenset(range(11))}, TooFewGo),
        ({"goes_on": MONDAY}, TooEarly),
        ({"place": " "}, Missing),
        ({"place": "村" * 101}, TooLong),
        ({"purpose": f"找{REPORTER.name}谈话"}, GivesAway),
    ],
)
def test_a_plan_that_cannot_stand_is_refused(town, changes, refusal):
    plan = outing_plan(town, **changes)

    with pytest.raises(refusal):
        plan_outing(by=town["clerk"], report=a_report(town).report, plan=plan, on=TUESDAY)


def test_before_it_is_taken_up_nobody_goes_out_about_a_report(town):
    with pytest.raises(NotTakenUp, match="来件受理、转出或者答复以后"):
        an_outing(town, a_letter(town).report)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [({"went_on": FRIDAY}, TooEarly), ({"notes": ""}, Missing), ({"people": REPORTER.name}, GivesAway)],
)
def test_a_record_that_cannot_stand_is_refused(town, changes, refusal):
    outing = an_outing(town, a_report(town).report)

    with pytest.raises(refusal):
        record_outing(by=town["clerk"], outing=outing, record=outing_record(**changes), on=THURSDAY)


def test_what_is_cancelled_is_not_recorded(town):
    outing = an_outing(town, a_report(town).report)
    cancel_outing(by=town["clerk"], outing=outing, on=THURSDAY)

    with pytest.raises(NotInThisState):
        record_outing(by=town["clerk"], outing=outing, record=outing_record(), on=THURSDAY)


def test_whoever_does_not_handle_it_neither_plans_nor_reads(town):
    report = a_report(town).report
    outing = an_outing(town, report)

    with pytest.raises(NotPermitted):
        plan_outing(by=town["other_clerk"], report=report, plan=outing_plan(town), on=TUESDAY)
    with pytest.raises(NotPermitted):
        read_meeting(by=town["other_clerk"], meeting=outing)
