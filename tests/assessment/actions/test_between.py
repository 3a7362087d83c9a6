"""Between a county and its township in one installation: accepted, objected to, taken back or upheld, reported on."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import LETTER, MONDAY, TUESDAY, WEDNESDAY, a_letter, holder_of
from tests.scenes import scene
from yixian.assessment.actions import (
    ObjectionTooLate,
    ReceiverAnswers,
    ReportedSide,
    TransferFacts,
    accept_transfer,
    consent_to_objection,
    insist_on_transfer,
    object_to_transfer,
    read_transfer,
    record_acceptance,
    report_result,
    transfer_out,
)
from yixian.assessment.enums import TransferKind
from yixian.assessment.queries import transfer_by_uid, transfers_received, transfers_sent, transfers_waiting
from yixian.protection.actions import NoKey
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.reception.actions import (
    GivesAway,
    ReportedFacts,
    WebCorrections,
    accept_report,
    open_mailbox,
    pass_identity_on,
    read_report,
    register_web_report,
)
from yixian.reception.enums import CadreCategory, ReportState
from yixian.reception.models import Report
from yixian.reception.queries import identities_left_behind
from yixian.reception.refusals import NotHere
from yixian.roster.enums import PetitionField
from yixian.roster.models import Department
from yixian.trail.steps import NotInThisState

WHY = "反映的组长已由县里的工作组另案处理，按管理权限不归本镇。"
INSISTED = "工作组没有受理这一问题，按属地管理由你镇办理。"
LAST_DAY = date(2026, 3, 10)


@scene
def sent(town, kind=TransferKind.FORWARD, facts=LETTER):
    report = a_letter(town, facts, who="county_clerk").report
    how = TransferFacts(kind=kind, summary="村级低保发放", reason="由属地核实", to_organ_id=town.organ.pk)
    return transfer_out(by=town["county_chief"], report=report, facts=how, on=TUESDAY)


def registered(town, transfer, on=WEDNESDAY):
    return register_web_report(by=town["chief"], report=transfer.copy, corrections=WebCorrections(), on=on)


@scene
def objected(town):
    return object_to_transfer(by=town["chief"], transfer=sent(town), reason=WHY, on=WEDNESDAY)


def test_the_transfer_knows_the_row_that_lies_at_the_receiver(town):
    transfer = sent(town)

    assert (transfer.copy.organ, transfer.copy.state) == (town.organ, ReportState.RECEIVED)
    assert [each.pk for each in transfers_waiting(town["clerk"])] == [transfer.pk]


def test_the_receiver_accepts_and_the_senders_clock_is_met(town):
    transfer = sent(town)

    taken = accept_transfer(by=town["clerk"], transfer=transfer, on=WEDNESDAY)

    taken.clock.refresh_from_db()
    assert (taken.reply, taken.answered_by_id) == ("accepted", town["clerk"].staff_id)
    assert taken.clock.met_on == WEDNESDAY
    assert transfers_waiting(town["clerk"]) == []


def test_the_sender_does_not_answer_for_a_receiver_that_is_here(town):
    with pytest.raises(ReceiverAnswers, match="青禾镇纪委在本系统里自己答复"):
        record_acceptance(by=town["county_clerk"], transfer=sent(town), on=WEDNESDAY)


def test_both_offices_read_the_letter(town):
    transfer = sent(town)

    read = [read_transfer(by=town[who], transfer=transfer)["letter"] for who in ("county_chief", "chief")]

    assert read[0] == read[1]
    assert "村级低保发放" in read[0]


def test_an_objection_waits_for_the_sender_and_is_read_there(town):
    transfer = objected(town)

    waiting = [each.pk for each in transfers_waiting(town["county_chief"])]
    assert (transfer.reply, waiting) == ("objected", [transfer.pk])
    assert read_transfer(by=town["county_chief"], transfer=transfer)["objection"] == WHY
    assert read_transfer(by=town["chief"], transfer=transfer)["objection"] == WHY


def test_the_fifth_working_day_is_in_time(town):
    objected_on = object_to_transfer(
        by=town["chief"], transfer=sent(town), reason=WHY, on=LAST_DAY
    ).objected_on

    assert objected_on == LAST_DAY


def test_an_objection_after_the_term_is_refused_with_the_rule(town):
    transfer = sent(town)

    with pytest.raises(ObjectionTooLate) as refused:
        object_to_transfer(by=town["chief"], transfer=transfer, reason=WHY, on=date(2026, 3, 11))

    said = refused.value.message
    parts = ("5个工作日", "《信访工作条例》第二十三条", "2026年3月3日转来", "最迟应当在2026年3月10日提出")
    assert [each for each in parts if each not in said] == []


def test_an_objection_needs_a_reason_that_gives_nobody_away(town):
    transfer = sent(town)

    with pytest.raises(TextMissing, match="请填写异议理由"):
        object_to_transfer(by=town["chief"], transfer=transfer, reason="  ", on=WEDNESDAY)
    with pytest.raises(GivesAway):
        object_to_transfer(by=town["chief"], transfer=transfer, reason="金丝雀姓名已经来过。", on=WEDNESDAY)


def test_consent_brings_the_report_back_and_closes_the_receivers_row(town):
    transfer = objected(town)

    back = consent_to_objection(by=town["county_chief"], transfer=transfer, on=date(2026, 3, 5))

    back.report.refresh_from_db()
    back.copy.refresh_from_db()
    assert (back.reply, back.report.state, back.copy.state) == ("refused", "accepted", "voided")
    assert read_report(by=town["county_chief"], report=back.report).account.account == LETTER.account
    assert transfer_by_uid(town["chief"], back.uid) == back
    assert list(transfers_received(town["chief"])) == [back]
    assert list(transfers_received(town["clerk"])) == []


def test_what_was_registered_before_it_was_returned_stays_closed_with_its_number(town):
    transfer = sent(town)
    copy = registered(town, transfer)
    accept_report(by=town["chief"], report=copy, on=WEDNESDAY)
    object_to_transfer(by=town["chief"], transfer=transfer, reason=WHY, on=WEDNESDAY)

    consent_to_objection(by=town["county_chief"], transfer=transfer, on=date(2026, 3, 5))

    copy.refresh_from_db()
    assert (copy.state, bool(copy.number)) == (ReportState.PASSED_ON, True)
    assert copy.clocks.filter(met_on__isnull=True).count() == 0
    with pytest.raises(NoKey):
        read_report(by=town["chief"], report=copy)


def test_the_reporter_is_told_in_plain_words_and_nothing_of_the_reasons(town):
    registration = a_letter(town, who="county_clerk")
    how = TransferFacts(
        kind=TransferKind.FORWARD, summary="村级低保发放", reason="由属地核实", to_organ_id=town.organ.pk
    )
    transfer = transfer_out(by=town["county_chief"], report=registration.report, facts=how, on=TUESDAY)
    object_to_transfer(by=town["chief"], transfer=transfer, reason=WHY, on=WEDNESDAY)
    consent_to_objection(
        by=town["county_chief"], transfer=transfer, on=WEDNESDAY, telling="您反映的事由本机关接着办理。"
    )

    told = [each.text for each in open_mailbox(by=holder_of(registration.code), on=WEDNESDAY).letters]

    assert "您反映的事由本机关接着办理。" in told
    assert not any(WHY in each for each in told)


def test_the_sender_insists_and_the_receiver_accepts(town):
    transfer = objected(town)

    upheld = insist_on_transfer(by=town["county_chief"], transfer=transfer, reason=INSISTED, on=WEDNESDAY)
    waits = [each.reply for each in transfers_waiting(town["chief"])]
    taken = accept_transfer(by=town["chief"], transfer=upheld, on=WEDNESDAY)

    assert read_transfer(by=town["chief"], transfer=taken)["ruling"] == INSISTED
    assert (waits, taken.reply) == (["upheld"], "accepted")


def test_what_was_upheld_is_not_objected_to_again(town):
    upheld = insist_on_transfer(
        by=town["county_chief"], transfer=objected(town), reason=INSISTED, on=WEDNESDAY
    )

    with pytest.raises(NotInThisState, match="异议不成立"):
        object_to_transfer(by=town["chief"], transfer=upheld, reason=WHY, on=WEDNESDAY)


def test_an_assignment_ends_with_the_receivers_own_report(town):
    transfer = sent(town, TransferKind.ASSIGN)
    copy = registered(town, transfer)
    accept_transfer(by=town["chief"], transfer=transfer, on=WEDNESDAY)

    done = report_result(by=town["chief"], transfer=transfer, result="已查清并处理。", on=date(2026, 4, 7))

    done.clock.refresh_from_db()
    assert (done.reply, done.clock.met_on) == ("reported", date(2026, 4, 7))
    assert copy.clocks.filter(term_key=done.clock.term_key, met_on__isnull=True).count() == 0
    assert read_transfer(by=town["county_chief"], transfer=done)["reply_reason"] == "已查清并处理。"


def test_neither_side_acts_for_the_other(town):
    transfer = objected(town)

    with pytest.raises(NotPermitted):
        consent_to_objection(by=town["chief"], transfer=transfer, on=WEDNESDAY)
    with pytest.raises(NotPermitted):
        accept_transfer(by=town["county_chief"], transfer=transfer, on=WEDNESDAY)


def test_whoever_is_reported_does_not_meet_it_at_the_receiver(town):
    named = replace(
        LETTER,
        reported=(ReportedFacts(name="柳青山", post="主任", unit="", category=CadreCategory.VILLAGE_HEAD),),
    )
    with pytest.raises(ReportedSide, match="青禾镇纪委的工作人员就是被反映的人，不得转给青禾镇纪委"):
        sent(town, facts=named)


def test_a_relative_at_the_receiver_does_not_find_it(town):
    facts = replace(LETTER, account=f"{LETTER.account}柳青山也在场。")
    transfer = sent(town, facts=facts)

    assert transfer_by_uid(town["relative"], transfer.uid) is None
    assert transfers_waiting(town["relative"]) == []


def test_a_department_that_is_reported_never_gets_it(town):
    bureau = Department.objects.create(
        organ=town.county, name="云溪县民政局", field=PetitionField.CIVIL_AFFAIRS
    )
    unit = ReportedFacts(name="县民政局", category=CadreCategory.OTHER)
    report = a_letter(town, replace(LETTER, reported=(unit,))).report
    facts = TransferFacts(
        kind=TransferKind.REFER_OUT, summary="低保发放", reason="民政职责", to_department_id=bureau.pk
    )

    with pytest.raises(ReportedSide, match="云溪县民政局本身就是被反映的单位"):
        transfer_out(by=town["chief"], report=report, facts=facts, on=TUESDAY)

    assert Report.objects.get(pk=report.pk).state == ReportState.REGISTERED


def test_the_lists_of_both_sides_ask_a_fixed_number_of_questions(town, django_assert_max_num_queries):
    sent(town)
    chief, county = town["chief"], town["county_chief"]
    with django_assert_max_num_queries(40) as one:
        assert (len(transfers_sent(county)), len(transfers_received(chief))) == (1, 1)
    for _ in range(2):
        sent(town)
    with django_assert_max_num_queries(len(one)):
        assert (len(transfers_sent(county)), len(transfers_received(chief))) == (3, 3)
    assert MONDAY < TUESDAY


def test_who_returned_a_report_is_never_given_who_wrote_it(town):
    back = consent_to_objection(by=town["county_chief"], transfer=objected(town), on=WEDNESDAY)
    Report.objects.filter(pk=back.report_id).update(state=ReportState.PASSED_ON)
    report = Report.objects.get(pk=back.report_id)

    assert identities_left_behind(town["county_custodian"]) == []
    with pytest.raises(NotHere):
        pass_identity_on(by=town["county_custodian"], report=report, organ_id=town.organ.pk)
