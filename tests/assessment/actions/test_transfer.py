from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import LETTER, MONDAY, REPORTER, TUESDAY, WEDNESDAY, Township, a_letter
from yixian.assessment.actions import (
    NobodyToSendTo,
    TransferFacts,
    accept_transfer,
    print_letter,
    record_acceptance,
    record_refusal,
    record_result,
    report_result,
    transfer_out,
)
from yixian.assessment.enums import TransferKind
from yixian.assessment.models import Transfer
from yixian.protection.texts import read_text, seal_text
from yixian.reception.actions import GivesAway
from yixian.reception.enums import ReportState
from yixian.reception.models import Report
from yixian.roster.enums import PetitionField
from yixian.roster.models import Department
from yixian.trail.steps import NotInThisState


@pytest.fixture
def welfare(town) -> Department:
    return Department.objects.create(
        organ=town.county, name="云溪县民政局", field=PetitionField.CIVIL_AFFAIRS
    )


def referral(welfare: Department, summary: str = "群众咨询最低生活保障的申请条件") -> TransferFacts:
    return TransferFacts(
        kind=TransferKind.REFER_OUT,
        summary=summary,
        reason="最低生活保障由民政部门负责",
        to_department_id=welfare.pk,
    )


def refer(town: Township, welfare: Department):
    return transfer_out(by=town["chief"], report=a_letter(town).report, facts=referral(welfare), on=TUESDAY)


def test_a_referral_issues_a_numbered_letter_and_starts_the_receivers_clock(town, welfare):
    transfer = refer(town, welfare)

    letter = read_text(transfer, "letter", by=town["chief"], about=transfer.report)
    assert transfer.letter_number == "青纪信〔2026〕1号"
    assert letter.startswith("信访事项转送函\n青纪信〔2026〕1号")
    assert "云溪县民政局：" in letter
    assert (transfer.clock.term_key, transfer.clock.started_on) == ("petition_acceptance", TUESDAY)
    assert transfer.report.state == ReportState.PASSED_ON


def test_a_letter_is_printed_as_it_went_out(town, welfare):
    transfer = refer(town, welfare)

    paper = print_letter(by=town["chief"], transfer=transfer)

    said = ("信访事项转送函", "青纪信〔2026〕1号", "云溪县民政局：", "最低生活保障由民政部门负责", "15日")
    assert [each for each in said if each not in paper.words.whole] == []
    assert paper.pdf[:5] == b"%PDF-"


def test_a_letter_of_before_templates_is_printed_from_its_text(town, welfare):
    transfer = refer(town, welfare)
    transfer.letter = seal_text(transfer, "letter", "转送函\n正文。", organ_id=town.organ.pk, what="函件")
    transfer.save()

    paper = print_letter(by=town["chief"], transfer=transfer)

    assert (paper.title, paper.text) == ("转送函", "正文。")


def test_a_letter_that_names_the_reporter_is_not_issued(town, welfare):
    report = a_letter(town).report
    facts = referral(welfare, f"{REPORTER.name}咨询低保")

    with pytest.raises(GivesAway, match="会暴露举报人"):
        transfer_out(by=town["chief"], report=report, facts=facts, on=TUESDAY)

    assert Report.objects.get(pk=report.pk).state == ReportState.REGISTERED


def test_a_letter_that_copies_the_report_is_not_issued(town, welfare):
    report = a_letter(town).report
    facts = referral(welfare, LETTER.account[6:40])

    with pytest.raises(GivesAway, match="用自己的话概括"):
        transfer_out(by=town["chief"], report=report, facts=facts, on=TUESDAY)


def test_what_is_out_of_scope_goes_to_a_department_and_nowhere_else(town, welfare):
    report = a_letter(town).report
    facts = replace(referral(welfare), to_department_id=None, to_organ_id=town.county.pk)

    with pytest.raises(NobodyToSendTo, match="请选定一个主管部门"):
        transfer_out(by=town["chief"], report=report, facts=facts, on=TUESDAY)


def test_an_acceptance_meets_the_clock(town, welfare):
    transfer = refer(town, welfare)

    accepted = record_acceptance(by=town["clerk"], transfer=transfer, on=WEDNESDAY)

    accepted.clock.refresh_from_db()
    assert (accepted.reply, accepted.reply_on) == ("accepted", WEDNESDAY)
    assert accepted.clock.met_on == WEDNESDAY


def test_a_refusal_brings_the_report_back(town, welfare):
    transfer = refer(town, welfare)

    refused = record_refusal(by=town["clerk"], transfer=transfer, on=WEDNESDAY, reason="不属于民政职责")

    refused.report.refresh_from_db()
    assert refused.report.state == ReportState.ACCEPTED
    assert read_text(refused, "reply_reason", by=town["clerk"], about=refused.report) == "不属于民政职责"


def test_a_reply_is_recorded_once(town, welfare):
    accepted = record_acceptance(by=town["clerk"], transfer=refer(town, welfare), on=WEDNESDAY)

    with pytest.raises(NotInThisState, match="转送件目前是“已接收”"):
        record_refusal(by=town["clerk"], transfer=accepted, on=WEDNESDAY, reason="退回")


def test_an_assignment_reaches_the_township_and_ends_with_its_result(town):
    report = a_letter(town, who="county_clerk").report
    facts = TransferFacts(
        kind=TransferKind.ASSIGN, summary="村级低保发放", reason="由属地核实", to_organ_id=town.organ.pk
    )

    transfer = transfer_out(by=town["county_chief"], report=report, facts=facts, on=TUESDAY)
    accept_transfer(by=town["clerk"], transfer=transfer, on=WEDNESDAY)
    reported = report_result(by=town["chief"], transfer=transfer, on=date(2026, 5, 6), result="已查清并处理")

    delivered = Report.objects.get(organ=town.organ)
    reported.clock.refresh_from_db()
    assert (delivered.state, delivered.source) == (ReportState.RECEIVED, "assigned_by_superior")
    assert (reported.reply, reported.clock.met_on) == ("reported", date(2026, 5, 6))
    assert reported.clock.started_on > MONDAY


def test_what_was_assigned_on_paper_is_recorded_by_the_sender(town):
    report = a_letter(town, who="county_clerk").report
    facts = TransferFacts(
        kind=TransferKind.ASSIGN, summary="村级低保发放", reason="由属地核实", to_organ_id=town.organ.pk
    )
    sent = transfer_out(by=town["county_chief"], report=report, facts=facts, on=TUESDAY)
    Transfer.objects.filter(pk=sent.pk).update(copy=None)
    transfer = Transfer.objects.get(pk=sent.pk)

    record_acceptance(by=town["county_clerk"], transfer=transfer, on=WEDNESDAY)
    reported = record_result(
        by=town["county_chief"], transfer=transfer, on=date(2026, 5, 6), result="已查清并处理"
    )

    reported.clock.refresh_from_db()
    assert (reported.reply, reported.clock.met_on) == ("reported", date(2026, 5, 6))
