"""Paired facts are tied in the database itself: what may not be cannot be stored, whoever writes."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests.reception.township import (
    MONDAY,
    TUESDAY,
    a_letter,
    a_web_report,
    an_accepted,
)
from yixian.reception.actions import EnvelopeFacts, ask_extension, give_feedback, note_envelope, start_clocks
from yixian.reception.enums import (
    ChangeReason,
    Channel,
    FeedbackWay,
    HandOverReason,
    ReporterView,
    ReportState,
    Signing,
)
from yixian.reception.models import (
    BoxOpening,
    Clock,
    ClockChange,
    Envelope,
    Feedback,
    Handling,
    Message,
    Report,
)
from yixian.regulations.duties import Event


def refused(update) -> str:
    """The name of the constraint that refuses."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        update()
    return str(caught.value)


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"number": None}, "registered_as_a_whole"),
        ({"registered_on": None}, "registered_as_a_whole"),
        ({"registered_by": None}, "registered_as_a_whole"),
        ({"first_handler": None}, "registered_as_a_whole"),
        ({"state": ReportState.RECEIVED}, "registered_as_a_whole"),
        ({"state": ReportState.ENVELOPED}, "enveloped_keeps_nothing"),
        ({"account": None}, "enveloped_keeps_nothing"),
        ({"identity": None}, "anonymous_has_no_identity"),
        ({"signing": Signing.ANONYMOUS}, "anonymous_has_no_identity"),
        ({"state": ReportState.KEPT}, "kept_names_the_first"),
        ({"representatives": 1}, "visit_has_representatives"),
        ({"channel": Channel.VISIT}, "visit_has_representatives"),
        ({"channel": Channel.VISIT, "representatives": 6, "people_count": 9}, "few_representatives"),
        ({"people_count": 0}, "few_representatives"),
        ({"state": ReportState.DECLINED, "answered_on": TUESDAY}, "declined_with_reason"),
        ({"decline_reason": "litigation"}, "declined_with_reason"),
        ({"state": ReportState.ANSWERED}, "answered_on_a_day"),
        ({"registered_on": MONDAY.replace(day=1)}, "registered_after_receipt"),
    ],
)
def test_a_registered_report_is_whole(town, columns, constraint):
    report = a_letter(town).report

    told = refused(lambda: Report.objects.filter(pk=report.pk).update(**columns))

    assert f"reception_report_{constraint}" in told


def test_a_waiting_report_has_no_number(town):
    report, _ = a_web_report(town)

    told = refused(lambda: Report.objects.filter(pk=report.pk).update(number="2026-0009"))

    assert "reception_report_registered_as_a_whole" in told


def test_a_report_is_not_its_own_repeat(town):
    report = a_letter(town).report

    told = refused(lambda: Report.objects.filter(pk=report.pk).update(repeat_of=report))

    assert "reception_report_repeats_another" in told


def test_a_number_is_given_once_in_an_organ(town):
    first, second = a_letter(town).report, a_letter(town).report

    told = refused(lambda: Report.objects.filter(pk=second.pk).update(number=first.number))

    assert "reception_report" in told


def test_a_letter_comes_from_no_box(town):
    opening = BoxOpening.objects.create(
        organ=town.organ,
        village=town.village,
        opened_on=MONDAY,
        first_opener=town.staff["clerk"],
        second_opener=town.staff["handler"],
        items=1,
        seal_numbers="007",
    )
    report = a_letter(town).report

    told = refused(lambda: Report.objects.filter(pk=report.pk).update(box_opening=opening))

    assert "reception_report_box_item_only_from_a_box" in told


def test_a_box_is_opened_by_two(town):
    told = refused(
        lambda: BoxOpening.objects.create(
            organ=town.organ,
            village=town.village,
            opened_on=MONDAY,
            first_opener=town.staff["clerk"],
            second_opener=town.staff["clerk"],
            items=1,
            seal_numbers="007",
        )
    )

    assert "reception_box_opened_by_two" in told


def test_a_report_has_one_owner_and_is_offered_to_one(town):
    report, handler = a_letter(town).report, town.staff["handler"]
    line = {"report": report, "staff": handler, "since_on": MONDAY, "why": HandOverReason.ASSIGNED}

    owned_twice = refused(lambda: Handling.objects.create(**line, accepted_on=MONDAY))
    Handling.objects.create(**line)
    asked_twice = refused(lambda: Handling.objects.create(**line))

    assert ["reception_handling" in told for told in (owned_twice, asked_twice)] == [True, True]


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"met_on": TUESDAY}, "met_by_an_act"),
        ({"met_by": "reception.issue_notice"}, "met_by_an_act"),
        ({"met_on": MONDAY.replace(day=1), "met_by": "x"}, "met_after_start"),
        ({"due_on": MONDAY.replace(day=1)}, "due_after_start"),
        ({"report": None}, "belongs_to_one"),
    ],
)
def test_a_clock_is_met_by_an_act_on_a_day(town, columns, constraint):
    clock = a_letter(town).report.clocks.get()

    told = refused(lambda: Clock.objects.filter(pk=clock.pk).update(**columns))

    assert f"reception_clock_{constraint}" in told


def test_a_term_runs_once_for_a_report(town):
    clock = a_letter(town).report.clocks.get()
    clock.pk = None

    assert "reception_clock" in refused(clock.save)


def a_change(town) -> ClockChange:
    report = an_accepted(town).report
    (clock,) = start_clocks(by=town["clerk"], report=report, event=Event.PETITION_ACCEPTED, on=TUESDAY)
    return ask_extension(by=town["clerk"], clock=clock, reason=ChangeReason.COMPLEX, on=TUESDAY)


def test_nobody_approves_their_own_change_in_the_database_either(town):
    change = a_change(town)
    decided = {"approved_by": town.staff["clerk"], "decided_on": TUESDAY, "approved": True}

    told = refused(lambda: ClockChange.objects.filter(pk=change.pk).update(**decided))

    assert "reception_change_approved_by_another" in told


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"approved": True}, "decided_as_a_whole"),
        ({"decided_on": TUESDAY}, "decided_as_a_whole"),
        ({"new_due": MONDAY}, "extends_forward"),
    ],
)
def test_a_change_is_decided_as_a_whole_and_extends_forward(town, columns, constraint):
    change = a_change(town)

    told = refused(lambda: ClockChange.objects.filter(pk=change.pk).update(**columns))

    assert f"reception_change_{constraint}" in told


def test_an_envelope_is_sent_by_someone_and_elsewhere(town):
    facts = EnvelopeFacts(received_on=MONDAY, channel=Channel.LETTER)
    noted = Envelope.objects.filter(pk=note_envelope(by=town["clerk"], facts=facts, on=MONDAY).pk)

    by_nobody = refused(lambda: noted.update(sent_on=TUESDAY))
    to_oneself = refused(lambda: noted.update(sent_to=town.organ))

    assert "reception_envelope_sent_by_someone" in by_nobody
    assert "reception_envelope_goes_elsewhere" in to_oneself


def test_a_reporters_letter_has_no_sender_of_the_office(town):
    report = a_letter(town).report

    told = refused(
        lambda: Message.objects.create(
            report=report,
            direction="from_reporter",
            kind="further",
            sent_on=TUESDAY,
            sent_by=town.staff["clerk"],
            content=uuid4(),
        )
    )

    assert "reception_message_signed_by_the_office_only" in told


def test_a_reporters_view_has_its_day(town):
    report = an_accepted(town).report
    feedback = give_feedback(
        by=town["clerk"], report=report, way=FeedbackWay.CALL, text="已查清。", on=TUESDAY
    )

    told = refused(lambda: Feedback.objects.filter(pk=feedback.pk).update(view=ReporterView.NO_OBJECTION))

    assert "reception_feedback_view_has_its_day" in told
