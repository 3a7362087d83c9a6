"""A township asks for cross-handling: the report moves with the reason, and the county proposes from there."""

import pytest

from tests.reception.township import LETTER, TUESDAY, WEDNESDAY, a_letter, holder_of
from tests.stories.sealed import readable
from yixian.assessment.actions import (
    CrossingFacts,
    NotFromHere,
    ask_crossing,
    propose_crossing,
    read_crossing_request,
)
from yixian.assessment.enums import CrossingGround
from yixian.assessment.queries import crossing_request_of, crossing_requests
from yixian.protection.actions import NoKey
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import WebCorrections, open_mailbox, read_report, register_web_report
from yixian.reception.discretion import GivesAway
from yixian.reception.enums import ReportState
from yixian.reception.models import Report

WHY = "本镇承办人员都在被反映的单位工作过，组不成核查组。"


def asked(area, who="chief", why=WHY, letter=None):
    report = (letter or a_letter(area.town)).report
    return ask_crossing(by=area.town[who], report=report, ground=CrossingGround.SMALL, why=why, on=TUESDAY)


def test_the_report_moves_to_the_county_with_the_reason(area):
    town = area.town
    request = asked(area)

    moved = Report.objects.get(pk=request.report_id)
    register_web_report(by=town["county_chief"], report=moved, corrections=WebCorrections(), on=WEDNESDAY)

    assert (moved.organ, moved.state) == (town.county, ReportState.RECEIVED)
    assert read_crossing_request(by=town["county_chief"], request=request) == WHY
    assert [each.pk for each in crossing_requests(town["county_chief"])] == [request.pk]
    assert readable(WHY, LETTER.account) == []


def test_the_township_reads_it_no_more_and_neither_why(area):
    request = asked(area)

    with pytest.raises(NotPermitted):
        read_crossing_request(by=area.town["chief"], request=request)
    with pytest.raises((NotPermitted, NoKey)):
        read_report(by=area.town["chief"], report=Report.objects.get(pk=request.report_id))


def test_the_reporters_code_goes_on_working(area):
    letter = a_letter(area.town)
    asked(area, letter=letter)

    assert open_mailbox(by=holder_of(letter.code), on=WEDNESDAY) is not None


def test_once_somebody_is_proposed_it_waits_no_more(area):
    town = area.town
    request = asked(area)
    report = register_web_report(
        by=town["county_chief"], report=request.report, corrections=WebCorrections(), on=WEDNESDAY
    )
    facts = CrossingFacts(ground=CrossingGround.SMALL, township_id=town.organ.pk)

    propose_crossing(by=town["county_chief"], report=report, facts=facts, on=WEDNESDAY)

    assert crossing_requests(town["county_chief"]) == []
    assert crossing_request_of(report.pk) == request


def test_a_county_does_not_ask_itself(area):
    report = a_letter(area.town, who="county_clerk").report

    with pytest.raises(NotFromHere):
        ask_crossing(
            by=area.town["county_chief"], report=report, ground=CrossingGround.SMALL, why=WHY, on=TUESDAY
        )


def test_a_clerk_does_not_ask(area):
    with pytest.raises(NotPermitted):
        asked(area, who="other_clerk")


def test_why_does_not_quote_the_letter_and_nothing_moves_then(area):
    letter = a_letter(area.town)

    with pytest.raises(GivesAway):
        asked(area, why=LETTER.account[10:50], letter=letter)

    assert Report.objects.get(pk=letter.report.pk).organ == area.town.organ
