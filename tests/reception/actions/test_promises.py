"""双方承诺书 on paper: made, printed, signed by both sides, and how far it has come."""

import pytest

from tests.reception.township import MONDAY, TUESDAY, WEDNESDAY, a_letter
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import make_promise, print_notice, sign_promise
from yixian.reception.actions.promises import AlreadySigned
from yixian.reception.queries import promise_state
from yixian.reception.refusals import TooEarly


def made(town):
    return make_promise(by=town["clerk"], report=a_letter(town).report, on=TUESDAY)


def test_it_is_made_then_printed_then_signed(town):
    promise = made(town)
    told = [promise_state(promise.report).label]
    print_notice(by=town["clerk"], notice=promise.notice)
    told.append(promise_state(promise.report).label)
    sign_promise(by=town["clerk"], promise=promise, signed_on=WEDNESDAY, on=WEDNESDAY)
    told.append(promise_state(promise.report).label)

    assert told == ["已写成，还没有打印", "已打印，等双方签名", "双方已签名"]


def test_a_report_without_a_promise_has_no_state(town):
    assert promise_state(a_letter(town).report) is None


def test_the_term_runs_on_as_it_was(town):
    promise = made(town)
    due = promise.clock.due_on

    sign_promise(by=town["clerk"], promise=promise, signed_on=WEDNESDAY, on=WEDNESDAY)

    promise.clock.refresh_from_db()
    assert (promise.clock.due_on, promise.clock.met_on) == (due, None)


@pytest.mark.parametrize("signed_on", [MONDAY, WEDNESDAY])
def test_the_day_of_signing_lies_between_making_and_today(town, signed_on):
    with pytest.raises(TooEarly):
        sign_promise(by=town["clerk"], promise=made(town), signed_on=signed_on, on=TUESDAY)


def test_it_is_signed_once(town):
    promise = made(town)
    sign_promise(by=town["clerk"], promise=promise, signed_on=TUESDAY, on=TUESDAY)

    with pytest.raises(AlreadySigned):
        sign_promise(by=town["clerk"], promise=promise, signed_on=TUESDAY, on=TUESDAY)


def test_whoever_does_not_handle_it_notes_no_signing(town):
    with pytest.raises(NotPermitted):
        sign_promise(by=town["other_clerk"], promise=made(town), signed_on=TUESDAY, on=TUESDAY)
