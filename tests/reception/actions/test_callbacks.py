"""A callback stays due until it reached the caller or was ended; whoever stays unknown is not rung."""

from datetime import date

import pytest

from tests.reception.township import MONDAY, TUESDAY, WEDNESDAY
from tests.reception.visitors import a_call
from tests.scenes import scene
from yixian.reception.actions import CallbackFacts, agree_callback, end_callback, note_attempt
from yixian.reception.actions.callbacks import AlreadyAgreed, CallbackOver, NoNumber
from yixian.reception.enums import CallbackResult, CallbackState, HalfDay
from yixian.reception.queries import callbacks_due
from yixian.reception.refusals import TooEarly

AGREED = CallbackFacts(due_on=TUESDAY, half=HalfDay.MORNING)


@scene
def agreed(town, facts=AGREED, *, anonymous=False):
    report = a_call(town, anonymous=anonymous)
    return agree_callback(by=town["clerk"], report=report, facts=facts, on=MONDAY)


def due(town, on, who="clerk"):
    return list(callbacks_due(town[who], on))


def test_a_callback_is_due_on_its_day_and_after_for_whoever_owns_the_report(town):
    callback = agreed(town)

    assert due(town, MONDAY) == []
    assert due(town, TUESDAY) == due(town, WEDNESDAY) == [callback]
    assert due(town, WEDNESDAY, "other_clerk") == []


def test_an_attempt_that_reached_nobody_leaves_it_due_and_one_that_did_completes_it(town):
    callback = agreed(town)

    note_attempt(by=town["clerk"], callback=callback, result=CallbackResult.NO_ANSWER, on=TUESDAY)
    still = due(town, TUESDAY)
    reached = note_attempt(by=town["clerk"], callback=callback, result=CallbackResult.REACHED, on=TUESDAY)

    assert still == [callback]
    assert (due(town, TUESDAY), reached.state) == ([], CallbackState.REACHED)
    assert reached.attempts.count() == 2


def test_a_callback_is_ended_and_another_may_be_agreed(town):
    callback = agreed(town)

    end_callback(by=town["clerk"], callback=callback)
    again = agree_callback(by=town["clerk"], report=callback.report, facts=AGREED, on=TUESDAY)

    assert due(town, TUESDAY) == [again]
    with pytest.raises(CallbackOver, match="不再登记"):
        note_attempt(by=town["clerk"], callback=callback, result=CallbackResult.BUSY, on=TUESDAY)


def test_whoever_stays_unknown_rings_again_and_is_not_rung(town):
    with pytest.raises(NoNumber, match="由来电人再打来"):
        agreed(town, anonymous=True)
    theirs = CallbackFacts(due_on=TUESDAY, half=HalfDay.AFTERNOON, by_office=False)

    callback = agreed(town, theirs, anonymous=True)

    assert str(callback) == "3月3日下午来电人再打来"


def test_one_callback_waits_at_a_time(town):
    callback = agreed(town)

    with pytest.raises(AlreadyAgreed, match="先登记它的结果"):
        agree_callback(by=town["clerk"], report=callback.report, facts=AGREED, on=MONDAY)


def test_nobody_is_rung_yesterday(town):
    with pytest.raises(TooEarly, match="不得早于今天"):
        agreed(town, CallbackFacts(due_on=date(2026, 3, 1), half=HalfDay.MORNING))


def test_an_attempt_is_not_older_than_the_agreement(town):
    callback = agreed(town)

    with pytest.raises(TooEarly, match="约定的日期"):
        note_attempt(by=town["clerk"], callback=callback, result=CallbackResult.BUSY, on=date(2026, 3, 1))
