"""Which clocks begin with which event."""

import pytest

from yixian.regulations.duties import DUTIES, Event, clocks_started_by
from yixian.regulations.terms import TERMS

CHOSEN_BY_THE_OFFICE = {
    "ordinary_closing_short",
    "ordinary_closing_easy",
    "ordinary_closing_middle",
    "ordinary_closing_hard",
    "ordinary_closing_days",
    "long_pending",
}


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (Event.SUPERIORS_REPORT_RECEIVED, "superior_report_upward"),
        (Event.ACCUSATION_RECEIVED, "acceptance_notice"),
        (Event.CLUE_RECEIVED, "disposal_proposal"),
        (Event.ACCUSATION_CLOSED, "result_feedback"),
        (Event.ASSIGNED_TO_US, "assignment_report"),
        (Event.PETITION_RECEIVED, "petition_transfer"),
        (Event.PROMISE_SIGNED, "promise"),
        (Event.OBJECTION_RECEIVED, "objection_explanation"),
    ],
)
def test_an_event_starts_its_clock_for_a_first_real_name_report(event, key):
    assert clocks_started_by(event, real_name=True) == (key,)


def test_an_anonymous_report_is_neither_notified_nor_fed_back():
    assert clocks_started_by(Event.ACCUSATION_RECEIVED, real_name=False) == ()
    assert clocks_started_by(Event.ACCUSATION_CLOSED, real_name=False) == ()


def test_an_anonymous_report_keeps_its_other_clocks():
    assert clocks_started_by(Event.CLUE_RECEIVED, real_name=False) == ("disposal_proposal",)
    assert clocks_started_by(Event.ACCUSATION_ACCEPTED, real_name=False) == ("ordinary_closing",)


def test_a_repeat_is_not_notified_again():
    assert clocks_started_by(Event.ACCUSATION_RECEIVED, real_name=True, repeat=True) == ()


def test_every_event_starts_a_clock_and_every_clock_is_started():
    assert {duty.event for duty in DUTIES} == set(Event)
    assert {duty.term_key for duty in DUTIES} == set(TERMS) - CHOSEN_BY_THE_OFFICE
