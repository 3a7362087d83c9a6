"""后续事项: somebody who may meet the report does something by a day, and says what was done."""

import pytest

from tests.reception.meetings import FRIDAY, MONDAY, THURSDAY, a_follow_up, a_report, an_outing
from tests.reception.township import REPORTER
from yixian.protection.actions import open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway, finish_follow_up
from yixian.reception.actions.following_up import AlreadyFinished, CannotFollow, NotOfThisReport
from yixian.reception.facts import Missing
from yixian.reception.models import FollowUp
from yixian.reception.refusals import TooEarly


def test_a_duty_comes_out_of_a_visit_and_is_finished(town):
    report = a_report(town).report
    outing = an_outing(town, report)
    duty = a_follow_up(town, report, of=outing)

    done = finish_follow_up(by=town["clerk"], follow_up=duty, result="已经贴出来了。", on=THURSDAY)

    assert (done.outing, done.done_on) == (outing, THURSDAY)
    assert open_seal(by=town["clerk"], seal=done.result, about=report) == {"text": "已经贴出来了。"}
    assert "贴出来" not in str(FollowUp.objects.values().get())


@pytest.mark.parametrize("who", ["chief", "clerk"])
def test_its_owner_may_open_the_report(town, who):
    assert a_follow_up(town, a_report(town).report, who).owner_id == town.staff[who].pk


def test_whoever_cannot_open_the_report_owns_no_duty_of_it(town):
    with pytest.raises(CannotFollow):
        a_follow_up(town, a_report(town).report, "other_clerk")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"due_on": MONDAY}, TooEarly),
        ({"what": ""}, Missing),
        ({"what": f"回访{REPORTER.name}"}, GivesAway),
    ],
)
def test_a_duty_that_cannot_stand_is_refused(town, changes, refusal):
    with pytest.raises(refusal):
        a_follow_up(town, a_report(town).report, **changes)


def test_a_duty_comes_out_of_a_meeting_about_the_same_report(town):
    outing = an_outing(town, a_report(town).report)

    with pytest.raises(NotOfThisReport):
        a_follow_up(town, a_report(town).report, of=outing)


def test_it_is_finished_once(town):
    duty = a_follow_up(town, a_report(town).report)
    finish_follow_up(by=town["clerk"], follow_up=duty, result="已办。", on=THURSDAY)

    with pytest.raises(AlreadyFinished):
        finish_follow_up(by=town["clerk"], follow_up=duty, result="又办。", on=FRIDAY)


def test_whoever_has_no_part_in_it_does_not_finish_it(town):
    duty = a_follow_up(town, a_report(town).report)

    with pytest.raises(NotPermitted):
        finish_follow_up(by=town["other_clerk"], follow_up=duty, result="已办。", on=THURSDAY)
