"""约访: an invitation that may be declined, without a reason, without a trace of who declined."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from tests.reception.meetings import (
    FRIDAY,
    MONDAY,
    NEXT_WEEK,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    a_report,
    an_appointment,
    an_offer,
)
from tests.reception.township import ANONYMOUS, LETTER, REPORTER, SECRETARY, an_accepted, holder_of
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    GivesAway,
    MeetingRecord,
    Said,
    answer_appointment,
    close_appointment,
    move_appointment,
    note_answer,
    offer_appointment,
    open_mailbox,
    read_meeting,
    record_appointment,
)
from yixian.reception.actions.appointments import NoSuchAppointment, OneAtATime, OnlyByMailbox
from yixian.reception.enums import AppointmentState, AppointmentWay, HalfDay
from yixian.reception.facts import Missing
from yixian.reception.models import Appointment, AppointmentStep
from yixian.reception.refusals import ReportedSide, TooEarly
from yixian.trail.enums import Outcome
from yixian.trail.queries import entries
from yixian.trail.steps import NotInThisState

S = AppointmentState
ACCEPTS, DECLINES = Said(to=S.AGREED), Said(to=S.CLOSED)
OTHER_DAY = Said(to=S.COUNTERED, day=NEXT_WEEK, half=HalfDay.AFTERNOON)


def answered(town, said: Said, **changes) -> Appointment:
    """By the holder of the code, on Wednesday."""
    registered = a_report(town)
    made = an_appointment(town, registered.report, **changes)
    answer_appointment(by=holder_of(registered.code), appointment_id=made.pk, said=said, on=WEDNESDAY)
    made.refresh_from_db()
    return made


def test_the_reporter_reads_the_invitation_in_the_mailbox(town):
    registered = a_report(town)
    made = an_appointment(town, registered.report)

    told = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY).invitation

    assert told is not None
    assert (told.key, told.state, told.meets_on, told.half) == (made.pk, S.OFFERED, FRIDAY, HalfDay.MORNING)
    assert told.text == "地点：镇政府一楼接访室\n上午九点，想听您说说名单公示的情况。"


@pytest.mark.parametrize(
    ("said", "state"), [(ACCEPTS, S.AGREED), (OTHER_DAY, S.COUNTERED), (DECLINES, S.CLOSED)]
)
def test_each_answer_is_taken(town, said, state):
    assert answered(town, said).state == state


def test_after_declining_nothing_of_it_is_brought_up_again(town):
    registered = a_report(town)
    made = an_appointment(town, registered.report)
    reporter = holder_of(registered.code)

    answer_appointment(by=reporter, appointment_id=made.pk, said=DECLINES, on=WEDNESDAY)

    assert open_mailbox(by=reporter, on=WEDNESDAY).invitation is None


def rows_of(made: Appointment) -> tuple[object, ...]:
    """Everything that is kept of an ending, without the keys that number the rows."""
    kept = Appointment.objects.filter(pk=made.pk).values().get()
    keyed = ("id", "report_id", "content")
    steps = AppointmentStep.objects.filter(appointment=made).order_by("pk")
    return (
        {name: value for name, value in kept.items() if name not in keyed},
        list(steps.values_list("state", "taken_on", "meets_on", "half")),
    )


def test_declined_and_called_off_cannot_be_told_apart(town):
    declined = answered(town, DECLINES)
    called_off = an_appointment(town, a_report(town).report)
    close_appointment(by=town["clerk"], appointment=called_off, on=WEDNESDAY)

    assert rows_of(declined) == rows_of(called_off)


def test_the_trail_tells_no_answer_from_another_and_names_no_appointment(town):
    for said in (ACCEPTS, OTHER_DAY, DECLINES):
        answered(town, said)

    told = entries(act="reception.answer_appointment", outcome=Outcome.DONE)
    assert list(told.values_list("actor", "subject", "why").order_by("seq")) == [("reporter", "", "")] * 3


def test_the_office_agrees_to_the_other_day_at_once(town):
    made = answered(town, OTHER_DAY)

    moved = move_appointment(
        by=town["clerk"], appointment=made, day=NEXT_WEEK, half=HalfDay.AFTERNOON, on=THURSDAY
    )

    assert (moved.state, moved.meets_on, moved.proposed_on) == (S.AGREED, NEXT_WEEK, None)


def test_a_day_that_the_person_did_not_ask_for_is_offered_anew(town):
    made = answered(town, OTHER_DAY)

    moved = move_appointment(
        by=town["clerk"], appointment=made, day=NEXT_WEEK, half=HalfDay.MORNING, on=THURSDAY
    )

    assert moved.state == S.OFFERED


def test_what_the_person_said_by_telephone_is_noted_the_same_way(town):
    made = an_appointment(town, a_report(town).report, way=AppointmentWay.CALL)

    noted = note_answer(by=town["clerk"], appointment=made, said=DECLINES, on=WEDNESDAY)

    assert noted.state == S.CLOSED


def test_a_meeting_that_was_held_is_written_down_under_seal(town):
    made = answered(town, ACCEPTS)
    record = MeetingRecord(held_on=FRIDAY, notes="当面说明了公示的时间。", agreed="月底再看一次。")

    held = record_appointment(by=town["clerk"], appointment=made, record=record, on=FRIDAY)

    assert held.state == S.HELD
    assert read_meeting(by=town["clerk"], meeting=held)["agreed"] == "月底再看一次。"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"meets_on": MONDAY}, TooEarly),
        ({"words": ""}, Missing),
        ({"words": f"{REPORTER.name}您好"}, GivesAway),
    ],
)
def test_an_offer_that_cannot_stand_is_refused(town, changes, refusal):
    with pytest.raises(refusal):
        an_appointment(town, a_report(town).report, **changes)


def test_one_invitation_at_a_time(town):
    report = a_report(town).report
    an_appointment(town, report)

    with pytest.raises(OneAtATime):
        an_appointment(town, report)


def test_nobody_of_the_reported_side_receives_the_person(town):
    report = an_accepted(town, replace(LETTER, reported=(SECRETARY,))).report

    with pytest.raises(ReportedSide):
        an_appointment(town, report, host_id=town.staff["colleague"].pk)


@pytest.mark.parametrize("way", [AppointmentWay.CALL, AppointmentWay.LETTER])
def test_whoever_gave_no_name_is_invited_by_mailbox_alone(town, way):
    with pytest.raises(OnlyByMailbox):
        an_appointment(town, an_accepted(town, ANONYMOUS).report, way=way)


def test_another_day_needs_a_day(town):
    with pytest.raises(NoSuchAppointment):
        answered(town, Said(to=S.COUNTERED))


def test_another_day_lies_ahead(town):
    with pytest.raises(TooEarly):
        answered(town, Said(to=S.COUNTERED, day=MONDAY, half=HalfDay.MORNING))


def test_what_is_over_is_not_answered(town):
    registered = a_report(town)
    made = an_appointment(town, registered.report)
    close_appointment(by=town["clerk"], appointment=made, on=WEDNESDAY)

    with pytest.raises(NotInThisState):
        answer_appointment(by=holder_of(registered.code), appointment_id=made.pk, said=ACCEPTS, on=WEDNESDAY)


def test_nobody_answers_for_another(town):
    made = an_appointment(town, a_report(town).report)
    stranger = holder_of(a_report(town).code)

    with pytest.raises(NoSuchAppointment):
        answer_appointment(by=stranger, appointment_id=made.pk, said=ACCEPTS, on=WEDNESDAY)


def test_whoever_does_not_handle_it_invites_nobody(town):
    with pytest.raises(NotPermitted):
        offer_appointment(
            by=town["other_clerk"], report=a_report(town).report, offer=an_offer(town), on=TUESDAY
        )


@pytest.mark.parametrize("on", [MONDAY, FRIDAY])
def test_a_meeting_is_written_down_once_it_was_held(town, on):
    made = answered(town, ACCEPTS)
    record = MeetingRecord(held_on=on, notes="谈了。")

    with pytest.raises(TooEarly):
        record_appointment(by=town["clerk"], appointment=made, record=record, on=THURSDAY)


def test_an_ending_keeps_no_day_beside_it(town):
    made = answered(town, DECLINES)

    with pytest.raises(IntegrityError, match="ends_without_a_word"), transaction.atomic():
        AppointmentStep.objects.filter(appointment=made, state=S.CLOSED).update(meets_on=FRIDAY)
