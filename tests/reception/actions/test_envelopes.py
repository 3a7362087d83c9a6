"""What belongs to the superior leaves nothing here but an envelope (检控规则 15)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import (
    LETTER,
    MONDAY,
    REPORTER,
    SECRETARY,
    SUBMISSION,
    TUESDAY,
    WEDNESDAY,
    Township,
    a_letter,
    a_web_report,
    an_accepted,
    holder_of,
)
from tests.reception.visitors import a_visit
from tests.scenes import scene
from yixian.protection.actions import NoKey, make_code, open_seal, open_sitting
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    EnvelopeFacts,
    ReportedFacts,
    WebCorrections,
    note_envelope,
    open_mailbox,
    read_report,
    register_web_report,
    seal_for_superior,
    send_envelope,
    send_identity_up,
    send_up_as_envelope,
    write_to_reporter,
)
from yixian.reception.actions.envelopes import AlreadySent, NothingToPassOn
from yixian.reception.enums import CadreCategory, Channel, ReportState
from yixian.reception.models import Envelope, Report
from yixian.reception.queries import clocks_due, envelopes_noted, identities_to_send, inbox, visible_reports
from yixian.reception.refusals import TooEarly
from yixian.reception.superior import NoSuperiorHere
from yixian.trail.steps import NotInThisState

SEALED_LETTER = EnvelopeFacts(received_on=MONDAY, channel=Channel.LETTER)


def test_an_unopened_letter_is_noted_with_its_clock_of_five_working_days(town):
    envelope = note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)

    assert (envelope.sent_to_id, envelope.sent_on) == (town.county.pk, None)
    assert (envelope.clock.term_key, envelope.clock.due_on) == ("superior_report_upward", date(2026, 3, 9))
    assert Report.objects.count() == 0


def test_only_the_one_who_noted_an_envelope_finds_it_again(town):
    envelope = note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)

    assert list(envelopes_noted(town["clerk"])) == [envelope]
    assert list(clocks_due(town["clerk"])) == [envelope.clock]
    assert list(envelopes_noted(town["chief"])) == []
    assert list(clocks_due(town["chief"])) == []


def test_sending_the_envelope_meets_its_clock(town):
    envelope = note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)

    sent = send_envelope(by=town["clerk"], envelope=envelope, on=TUESDAY)

    sent.clock.refresh_from_db()
    assert (sent.sent_on, sent.sent_by_id) == (TUESDAY, town["clerk"].staff_id)
    assert (sent.clock.met_on, sent.clock.met_by) == (TUESDAY, "reception.send_envelope")


def test_an_envelope_is_sent_once(town):
    envelope = note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)
    send_envelope(by=town["clerk"], envelope=envelope, on=TUESDAY)

    with pytest.raises(AlreadySent, match="已经报送"):
        send_envelope(by=town["clerk"], envelope=envelope, on=TUESDAY)


def test_an_envelope_is_not_sent_before_it_came(town):
    envelope = note_envelope(by=town["clerk"], facts=replace(SEALED_LETTER, received_on=TUESDAY), on=TUESDAY)

    with pytest.raises(TooEarly, match="报送日期"):
        send_envelope(by=town["clerk"], envelope=envelope, on=MONDAY)


def test_somebody_else_does_not_send_the_envelope(town):
    envelope = note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)

    with pytest.raises(NotPermitted, match="登记人本人"):
        send_envelope(by=town["chief"], envelope=envelope, on=TUESDAY)


def test_what_a_visitor_says_of_the_superiors_cadre_is_sealed_past_this_office(town):
    submitted = seal_for_superior(
        by=town["clerk"], facts=LETTER, channel=Channel.VISIT, code=make_code(), on=MONDAY
    )

    report = Report.objects.get()
    assert (report.organ_id, report.state) == (town.county.pk, ReportState.RECEIVED)
    for who in ("clerk", "chief"):
        with pytest.raises(NoKey):
            open_seal(by=town[who], seal=report.account)
    assert [item.title for item in inbox(town["county_clerk"])] == [LETTER.title]
    assert holder_of(submitted.code).receipt_id == report.receipt
    assert Envelope.objects.get().sent_on == MONDAY


def test_what_is_sealed_up_meets_its_clock_by_the_act_that_did_it(town):
    seal_for_superior(by=town["clerk"], facts=LETTER, channel=Channel.CALL, code=make_code(), on=MONDAY)

    assert Envelope.objects.get().clock.met_by == "reception.seal_for_superior"


def test_a_visit_that_went_up_is_registered_above_with_those_who_were_heard(town):
    many = replace(LETTER, reporters=(REPORTER,) * 6, people_count=7)
    seal_for_superior(by=town["clerk"], facts=many, channel=Channel.VISIT, code=make_code(), on=MONDAY)
    send_up_as_envelope(by=town["clerk"], report=a_visit(town), on=TUESDAY)
    above = Report.objects.filter(organ=town.county).order_by("people_count")

    registered = [
        register_web_report(
            by=town["county_clerk"],
            report=each,
            corrections=WebCorrections(people_count=people),
            on=WEDNESDAY,
        )
        for each, people in zip(above, (0, 4), strict=True)
    ]

    assert [(each.representatives, each.people_count) for each in registered] == [(1, 3), (4, 4)]


def test_a_county_has_no_superior_to_seal_to(town):
    with pytest.raises(NoSuperiorHere, match="上一级纪检监察机关"):
        seal_for_superior(
            by=town["county_clerk"], facts=LETTER, channel=Channel.CALL, code=make_code(), on=MONDAY
        )


@scene
def sent_up(town: Township, who: str = "chief") -> tuple[Report, Envelope, str]:
    """A registered real-name letter, about the secretary, with a message; then found to be the county's."""
    registered = a_letter(town, replace(LETTER, reported=(SECRETARY,)))
    write_to_reporter(by=town["clerk"], report=registered.report, text="请补充时间。", on=TUESDAY)
    envelope = send_up_as_envelope(by=town[who], report=registered.report, on=WEDNESDAY)
    return Report.objects.get(pk=registered.report.pk), envelope, registered.code


def test_a_report_that_goes_up_moves_to_the_superiors_inbox_with_its_receipt(town):
    report, _, code = sent_up(town)

    mailbox = open_mailbox(by=holder_of(code), on=WEDNESDAY)
    assert (report.organ_id, report.state, report.number) == (town.county.pk, ReportState.RECEIVED, None)
    assert [item.report.pk for item in inbox(town["county_clerk"])] == [report.pk]
    assert (mailbox.organ, [each.text for each in mailbox.letters]) == ("云溪县纪委监委", ["请补充时间。"])


def test_the_superior_reads_registers_and_finds_the_names_of_those_reported(town):
    report, _, _ = sent_up(town)

    registered = register_web_report(
        by=town["county_clerk"], report=report, corrections=WebCorrections(), on=WEDNESDAY
    )

    content = read_report(by=town["county_clerk"], report=registered)
    assert content.account.account == LETTER.account
    assert [(each.name, each.post) for each in content.people] == [("柳青山", "主任")]
    assert registered.number == "2026-0001"


def test_after_sending_up_nobody_of_this_office_can_open_anything_of_it(town):
    report, _, _ = sent_up(town)

    seals = [report.account, report.messages.get().content]
    for who in ("clerk", "chief"):
        officer = open_sitting(username=town.staff[who].username, passphrase="云溪县的油菜花开了-" + who)
        for seal in seals:
            with pytest.raises(NoKey):
                open_seal(by=officer, seal=seal)


def test_here_stays_a_bare_row_with_its_number_and_the_envelope(town):
    _, envelope, _ = sent_up(town)

    stays = Report.objects.get(organ=town.organ)
    clocks = sorted(stays.clocks.values_list("term_key", "met_on", "met_by"))
    assert (stays.number, stays.state, stays.envelope) == ("2026-0001", ReportState.ENVELOPED, envelope)
    assert (stays.account, stays.identity, stays.receipt, stays.village_id) == (None, None, None, None)
    assert list(stays.people.all()) == []
    assert clocks == [("acceptance_notice", WEDNESDAY, "reception.send_up_as_envelope")]
    assert [each.until_on for each in stays.handlings.all()] == [WEDNESDAY]


def test_the_bare_row_is_seen_by_who_sent_it_and_by_nobody_else(town):
    sent_up(town)

    assert [each.state for each in visible_reports(town["chief"])] == [ReportState.ENVELOPED]
    assert list(visible_reports(town["deputy"])) == []
    assert list(visible_reports(town["clerk"])) == []


def test_a_waiting_web_report_goes_up_without_a_number(town):
    report, _ = a_web_report(town)

    send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)

    stays = Report.objects.get(organ=town.organ)
    assert (stays.number, stays.state) == (None, ReportState.ENVELOPED)
    assert [item.title for item in inbox(town["county_clerk"])] == ["反映村里的路"]


def test_whoever_a_waiting_report_names_does_not_move_it_away(town):
    named = ReportedFacts(name=town["clerk"].name, post="接访员", unit="", category=CadreCategory.UNKNOWN)
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(named,)))

    with pytest.raises(NotPermitted):
        send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)

    assert Report.objects.get(pk=report.pk).organ == town.organ


def test_a_chief_with_the_identity_key_passes_the_identity_on_at_once(town):
    report, envelope, _ = sent_up(town, "chief")

    assert (envelope.identity, report.identity is None) == (None, False)


def test_without_the_identity_key_the_identity_waits_for_the_custodian(town):
    report, _ = a_web_report(town, replace(SUBMISSION, reporter=REPORTER))

    envelope = send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)

    assert envelope.identity == report.identity
    assert list(identities_to_send(town["custodian"])) == [envelope]
    assert list(identities_to_send(town["clerk"])) == []


def test_the_custodian_passes_the_identity_up_unread_and_it_is_forgotten_here(town):
    report, _ = a_web_report(town, replace(SUBMISSION, reporter=REPORTER))
    envelope = send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)

    passed = send_identity_up(by=town["custodian"], envelope=envelope, on=WEDNESDAY)

    assert passed.identity is None
    assert list(identities_to_send(town["custodian"])) == []


def test_there_is_nothing_to_pass_up_of_an_anonymous_report(town):
    report, _ = a_web_report(town)
    envelope = send_up_as_envelope(by=town["clerk"], report=report, on=TUESDAY)

    with pytest.raises(NothingToPassOn, match="没有待转交"):
        send_identity_up(by=town["custodian"], envelope=envelope, on=WEDNESDAY)


def test_an_accepted_report_no_longer_goes_up_as_an_envelope(town):
    report = an_accepted(town).report

    with pytest.raises(NotInThisState, match="目前是“已受理”"):
        send_up_as_envelope(by=town["clerk"], report=report, on=WEDNESDAY)


def test_another_clerk_does_not_send_up_what_is_not_theirs(town):
    report = a_letter(town).report

    with pytest.raises(NotPermitted, match="限于本人登记"):
        send_up_as_envelope(by=town["other_clerk"], report=report, on=TUESDAY)
