"""Reported persons found out later: added or tied to the roster, and then kept away."""

from dataclasses import replace

import pytest

from tests.reception.township import LETTER, SECRETARY, STRANGER, TUESDAY, Township, a_letter
from tests.scenes import scene
from yixian.protection.actions import open_versions
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    ReportedFacts,
    accept_hand_over,
    add_reported,
    hand_over,
    identify_reported,
    read_report,
)
from yixian.reception.enums import CadreCategory, HandOverReason
from yixian.reception.facts import TooLong
from yixian.reception.models import Report
from yixian.reception.queries import registered_reports
from yixian.reception.refusals import ReportedSide


def fresh(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)


def test_a_person_found_out_later_is_added_after_the_others(town):
    report = a_letter(town).report

    added = add_reported(by=town["clerk"], report=report, reported=SECRETARY, on=TUESDAY)

    names = [each.name for each in read_report(by=town["clerk"], report=fresh(report)).people]
    assert (added.position, names) == (2, ["无此人氏", "柳青山"])


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_an_owner_who_turns_out_to_be_of_the_reported_side_loses_sight_of_it(town, who):
    report = a_letter(town).report
    handling = hand_over(
        by=town["clerk"], report=report, to_id=town.staff[who].pk, why=HandOverReason.ASSIGNED, on=TUESDAY
    )
    accept_hand_over(by=town[who], handling=handling, on=TUESDAY)
    before = len(registered_reports(town[who]))

    add_reported(by=town["chief"], report=fresh(report), reported=SECRETARY, on=TUESDAY)

    assert (before, len(registered_reports(town[who]))) == (1, 0)
    with pytest.raises(NotPermitted, match="没有找到"):
        read_report(by=town[who], report=fresh(report))


@scene
def a_nameless(town: Township) -> Report:
    nameless = ReportedFacts(name="村主任", category=CadreCategory.VILLAGE_HEAD)
    return a_letter(town, replace(LETTER, reported=(nameless,))).report


def test_who_is_meant_is_tied_to_the_roster_and_the_first_wording_stays(town):
    person = a_nameless(town).people.get()

    known = identify_reported(by=town["clerk"], person=person, reported=SECRETARY, on=TUESDAY)

    assert known.report.reported_tokens() == town["reported"].tokens
    assert open_versions(by=town["clerk"], seal=known.name_seal, slot="name") == ["村主任", "柳青山"]


def test_nobody_says_of_themselves_that_they_are_meant_and_goes_on(town):
    person = a_letter(town, who="reported").report.people.get()

    with pytest.raises(ReportedSide, match="应当回避"):
        identify_reported(by=town["reported"], person=person, reported=SECRETARY, on=TUESDAY)


def test_another_clerk_neither_adds_nor_identifies(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted):
        add_reported(by=town["other_clerk"], report=report, reported=SECRETARY, on=TUESDAY)
    with pytest.raises(NotPermitted):
        identify_reported(by=town["other_clerk"], person=report.people.get(), reported=SECRETARY, on=TUESDAY)


def test_an_overlong_name_is_refused(town):
    with pytest.raises(TooLong, match="“姓名”最多60个字"):
        add_reported(
            by=town["clerk"],
            report=a_letter(town).report,
            reported=replace(STRANGER, name="长" * 61),
            on=TUESDAY,
        )
