"""Never 一推了之: whoever reported learns why it goes, where to, what the receiver must do and what came back."""

from dataclasses import replace

import pytest

from tests.assessment.actions.test_transfer import refer, referral, welfare  # noqa: F401 - the department
from tests.reception.township import MONDAY, REPORTER, TUESDAY, WEDNESDAY, a_letter, holder_of
from yixian.assessment.actions import (
    TransferFacts,
    record_acceptance,
    record_refusal,
    record_result,
    transfer_out,
)
from yixian.assessment.enums import TransferKind
from yixian.assessment.models import Transfer
from yixian.reception.actions import GivesAway, issue_notice, open_mailbox
from yixian.reception.actions.notices import NothingToTell
from yixian.reception.enums import NoticeKind, ReportState
from yixian.reception.facts import Missing
from yixian.reception.models import Message, Report


def told_to(code: str) -> list[str]:
    return [each.text for each in open_mailbox(by=holder_of(code), on=WEDNESDAY).letters]


def test_the_reporter_reads_why_where_to_and_by_which_rule(town, welfare):  # noqa: F811
    registered = a_letter(town)
    facts = replace(referral(welfare), telling="您问的低保由民政部门管。")
    transfer_out(by=town["chief"], report=registered.report, facts=facts, on=TUESDAY)

    (paper,) = told_to(registered.code)

    notice = registered.report.notices.get()
    assert (notice.kind, notice.number) == (NoticeKind.REFERRAL, "青纪信〔2026〕2号")
    assert "您问的低保由民政部门管。" in paper
    assert "以《信访事项转送函》（青纪信〔2026〕1号）转云溪县民政局。" in paper
    assert "云溪县民政局应当在15日内告诉您是否受理（《信访工作条例》第二十三条）" in paper
    assert "应当在5个工作日内向本机关说明理由" in paper
    assert REPORTER.name not in paper


def test_no_report_leaves_without_a_word_even_if_none_was_typed(town, welfare):  # noqa: F811
    registered = a_letter(town)
    transfer_out(by=town["chief"], report=registered.report, facts=referral(welfare), on=TUESDAY)

    assert "不属于纪检监察机关受理的范围，应当由云溪县民政局办理。" in told_to(registered.code)[0]


def test_a_word_that_names_the_reporter_stops_the_whole_transfer(town, welfare):  # noqa: F811
    report = a_letter(town).report
    facts = replace(referral(welfare), telling=f"{REPORTER.name}您好，低保由民政部门管。")

    with pytest.raises(GivesAway):
        transfer_out(by=town["chief"], report=report, facts=facts, on=TUESDAY)

    stands = Report.objects.get(pk=report.pk)
    assert (stands.state, stands.notices.count(), stands.transfers.count()) == (ReportState.REGISTERED, 0, 0)


def test_what_goes_to_another_commission_is_explained_as_well(town):
    registered = a_letter(town, who="county_clerk")
    facts = TransferFacts(
        kind=TransferKind.ASSIGN, summary="低保评定不公", reason="由镇里核实", to_organ_id=town.organ.pk
    )
    transfer_out(by=town["county_chief"], report=registered.report, facts=facts, on=TUESDAY)

    (paper,) = told_to(registered.code)

    assert "本机关已经交青禾镇纪委办理，办理结果要报告本机关。" in paper
    assert "以《信访举报交办函》" in paper


def test_the_reporter_learns_that_the_receiver_has_taken_it(town, welfare):  # noqa: F811
    registered = a_letter(town)
    transfer = transfer_out(by=town["chief"], report=registered.report, facts=referral(welfare), on=TUESDAY)
    record_acceptance(
        by=town["clerk"], transfer=transfer, on=WEDNESDAY, telling="民政局收下了，等他们答复您。"
    )

    assert told_to(registered.code)[-1] == "民政局收下了，等他们答复您。"


def test_the_reporter_learns_that_it_came_back_and_is_ours(town, welfare):  # noqa: F811
    registered = a_letter(town)
    transfer = transfer_out(by=town["chief"], report=registered.report, facts=referral(welfare), on=TUESDAY)
    record_refusal(
        by=town["clerk"], transfer=transfer, on=WEDNESDAY, reason="不归民政", telling="退回了，我们接着办。"
    )

    mailbox = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY)

    assert (mailbox.state, mailbox.letters[-1].text) == (ReportState.ACCEPTED, "退回了，我们接着办。")
    assert all("不归民政" not in each.text for each in mailbox.letters)


def test_the_reporter_learns_of_the_result(town):
    registered = a_letter(town, who="county_clerk")
    facts = TransferFacts(
        kind=TransferKind.ASSIGN, summary="低保评定不公", reason="由镇里核实", to_organ_id=town.organ.pk
    )
    transfer = transfer_out(by=town["county_chief"], report=registered.report, facts=facts, on=TUESDAY)
    Transfer.objects.filter(pk=transfer.pk).update(copy=None)
    transfer.refresh_from_db()
    record_acceptance(by=town["county_clerk"], transfer=transfer, on=WEDNESDAY)
    record_result(
        by=town["county_chief"],
        transfer=transfer,
        on=WEDNESDAY,
        result="已重新评定",
        telling="镇里报了结果。",
    )

    assert told_to(registered.code)[-1] == "镇里报了结果。"


def test_without_a_word_typed_a_reply_is_only_recorded(town, welfare):  # noqa: F811
    record_acceptance(by=town["clerk"], transfer=refer(town, welfare), on=WEDNESDAY)

    assert Message.objects.count() == 0


def test_a_referral_is_told_only_of_what_was_passed_on(town):
    report = a_letter(town).report

    with pytest.raises(NothingToTell, match="已经转出"):
        issue_notice(by=town["clerk"], report=report, kind=NoticeKind.REFERRAL, on=MONDAY, body="请找民政局")


def test_a_referral_without_an_explanation_is_not_issued(town, welfare):  # noqa: F811
    transfer = refer(town, welfare)

    with pytest.raises(Missing, match="不得一推了之"):
        issue_notice(by=town["chief"], report=transfer.report, kind=NoticeKind.REFERRAL, on=TUESDAY, body=" ")
