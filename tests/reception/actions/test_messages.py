"""The mailbox: sealed to the office and to the code; a withdrawal hides nothing."""

from dataclasses import replace

import pytest

from tests.reception.township import (
    MONDAY,
    SUBMISSION,
    TUESDAY,
    WEDNESDAY,
    a_letter,
    a_web_report,
    an_accepted,
    holder_of,
)
from tests.scenes import scene
from yixian.protection.actions import NoKey, issue_receipt, make_code, open_seal, present_code
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import open_alerts
from yixian.reception.actions import (
    WebCorrections,
    deliver_report,
    open_mailbox,
    pass_on_report,
    read_messages,
    record_withdrawal,
    register_web_report,
    send_up_as_envelope,
    withdraw_report,
    write_as_reporter,
    write_to_reporter,
)
from yixian.reception.actions.messages import AlreadyWithdrawn, NoMailbox, NotThisKind
from yixian.reception.enums import Direction, MessageKind, ReportState
from yixian.reception.facts import Missing, TooLong
from yixian.reception.mailbox import NoSuchReport
from yixian.reception.models import Report
from yixian.reception.queries import timeline, unread_letters, urgent_letters, visible_reports
from yixian.trail.queries import entries


def test_the_office_writes_and_the_holder_of_the_code_reads(town):
    registered = a_letter(town)
    write_to_reporter(
        by=town["clerk"],
        report=registered.report,
        text="请说明是哪一年。",
        on=TUESDAY,
        kind=MessageKind.QUESTION,
    )

    mailbox = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY)

    letter = mailbox.letters[0]
    assert (letter.on, letter.label, letter.text, letter.from_office) == (
        TUESDAY,
        "补充询问",
        "请说明是哪一年。",
        True,
    )
    assert registered.report.messages.get().read_on == WEDNESDAY


def test_the_reporter_writes_and_the_owner_reads(town):
    registered = a_letter(town)
    write_as_reporter(by=holder_of(registered.code), text="是前年五月。", on=TUESDAY)

    read = read_messages(by=town["clerk"], report=registered.report, on=WEDNESDAY)

    assert [(message.direction, message.sent_by, text) for message, text in read] == [
        (Direction.FROM_REPORTER, None, "是前年五月。")
    ]
    assert registered.report.messages.get().read_on == WEDNESDAY


def test_a_reporter_writes_before_the_report_is_registered(town):
    _, code = a_web_report(town)

    write_as_reporter(by=holder_of(code), text="忘了写：还有一本账。", on=TUESDAY)

    letters = open_mailbox(by=holder_of(code), on=TUESDAY).letters
    assert [(each.text, each.from_office) for each in letters] == [("忘了写：还有一本账。", False)]


def test_a_mailbox_tells_nothing_of_what_was_reported_or_by_whom(town):
    registered = a_letter(town)

    told = repr(open_mailbox(by=holder_of(registered.code), on=TUESDAY))

    assert [each for each in ("金丝雀", "13800000999", "低保") if each in told] == []


def test_the_trail_does_not_tell_one_reporter_from_another(town):
    registered = a_letter(town)
    open_mailbox(by=holder_of(registered.code), on=TUESDAY)

    left = entries().filter(act="reception.open_mailbox").get()

    assert (left.actor, left.at.minute) == ("reporter", 0)


def test_a_code_opens_no_other_reporters_letters(town):
    mine, other = a_letter(town), a_letter(town)
    message = write_to_reporter(by=town["clerk"], report=other.report, text="只给您。", on=TUESDAY)

    with pytest.raises(NoKey):
        open_seal(by=holder_of(mine.code), seal=message.content)


def test_a_code_that_belongs_to_no_report_finds_nothing(town):
    with pytest.raises(NoSuchReport, match="没有查到"):
        open_mailbox(by=present_code(issue_receipt(make_code()).code), on=TUESDAY)


def test_the_office_does_not_write_in_the_reporters_name(town):
    with pytest.raises(NotThisKind, match="由举报人填写"):
        write_to_reporter(
            by=town["clerk"], report=a_letter(town).report, text="撤", on=TUESDAY, kind=MessageKind.WITHDRAWAL
        )


def test_a_reporter_does_not_write_a_result(town):
    registered = a_letter(town)

    with pytest.raises(NotThisKind, match="请选择"):
        write_as_reporter(by=holder_of(registered.code), text="属实", on=TUESDAY, kind=MessageKind.RESULT)


def test_an_empty_or_overlong_message_is_refused(town):
    report = a_letter(town).report

    with pytest.raises(Missing):
        write_to_reporter(by=town["clerk"], report=report, text=" ", on=TUESDAY)
    with pytest.raises(TooLong, match="最多5000个字"):
        write_to_reporter(by=town["clerk"], report=report, text="长" * 5001, on=TUESDAY)


def test_a_report_without_a_code_has_no_mailbox(town):
    report = passed_down(town)

    with pytest.raises(NoMailbox, match="没有查询码"):
        write_to_reporter(by=town["chief"], report=report, text="请补充。", on=WEDNESDAY)


@scene
def passed_down(town) -> Report:
    """A report that the county delivered to the township: the code stays with the county's row."""
    submitted, _ = a_web_report(town, replace(SUBMISSION, concerns_office=True))
    report = register_web_report(
        by=town["county_clerk"], report=submitted, corrections=WebCorrections(), on=TUESDAY
    )
    pass_on_report(by=town["county_clerk"], report=report, on=TUESDAY)
    return deliver_report(
        by=town["county_clerk"],
        report=report,
        organ_id=town.organ.pk,
        source="passed_by_superior",
        on=TUESDAY,
    )


def test_somebody_elses_letters_are_not_read(town):
    registered = a_letter(town)

    with pytest.raises(NotPermitted):
        read_messages(by=town["other_clerk"], report=registered.report, on=TUESDAY)


def test_reading_of_retaliation_leaves_an_alert_for_the_chief(town):
    registered = an_accepted(town)
    write_as_reporter(
        by=holder_of(registered.code), text="有人上门威胁。", on=TUESDAY, kind=MessageKind.RETALIATION
    )

    read_messages(by=town["chief"], report=registered.report, on=WEDNESDAY)
    read_messages(by=town["chief"], report=registered.report, on=WEDNESDAY)

    told = [(alert.kind, alert.subject) for alert in open_alerts(town["chief"])]
    assert told == [("retaliation_told", registered.report.trail_subject)]


@pytest.mark.parametrize("kind", [MessageKind.PROTECTION, MessageKind.RETALIATION])
def test_what_is_told_about_the_owner_is_kept_from_the_owner(town, kind):
    registered = a_letter(town)
    reporter = holder_of(registered.code)
    write_as_reporter(by=reporter, text="补充一点。", on=TUESDAY)
    write_as_reporter(by=reporter, text="请让经办人回避。", on=TUESDAY, kind=kind)

    to_owner = read_messages(by=town["clerk"], report=registered.report, on=WEDNESDAY)
    unread = [each.kind for each in unread_letters(town["chief"])]
    to_chief = read_messages(by=town["chief"], report=registered.report, on=WEDNESDAY)

    assert [text for _, text in to_owner] == ["补充一点。"]
    assert unread == [kind]
    assert [text for _, text in to_chief] == ["补充一点。", "请让经办人回避。"]
    assert [each.text for each in open_mailbox(by=reporter, on=WEDNESDAY).letters] == [
        "补充一点。",
        "请让经办人回避。",
    ]
    assert [each.label for each in timeline(registered.report) if each.label.startswith("举报人来信")] == [
        "举报人来信（补充反映）"
    ]


def test_retaliation_is_an_item_of_its_own_before_everything_else(town):
    registered = a_letter(town)
    write_as_reporter(by=holder_of(registered.code), text="补充一点。", on=TUESDAY)
    told = write_as_reporter(
        by=holder_of(registered.code), text="有人上门威胁。", on=TUESDAY, kind=MessageKind.RETALIATION
    )

    assert list(urgent_letters(town["chief"])) == [told]
    assert list(unread_letters(town["chief"])) == [told]
    assert [each.kind for each in unread_letters(town["clerk"])] == [MessageKind.FURTHER]
    assert list(urgent_letters(town["clerk"])) == []
    assert list(urgent_letters(town["other_clerk"])) == []


def test_a_withdrawn_report_stays_in_sight_where_it_stood(town):
    registered = a_letter(town)

    withdraw_report(by=holder_of(registered.code), reason="不想再追究。", on=TUESDAY)

    seen = visible_reports(town["chief"]).get()
    assert (seen.withdrawn_on, seen.state) == (TUESDAY, ReportState.REGISTERED)
    assert seen.clocks.get().met_on is None


def test_a_withdrawal_said_to_the_office_is_recorded_by_its_owner(town):
    report = a_letter(town).report

    record_withdrawal(by=town["clerk"], report=report, reason="来电说算了。", on=TUESDAY)

    assert (report.withdrawn_on, report.messages.get().kind) == (TUESDAY, MessageKind.WITHDRAWAL)


def test_a_withdrawal_is_recorded_once(town):
    registered = a_letter(town)
    withdraw_report(by=holder_of(registered.code), reason="不想再追究。", on=TUESDAY)

    with pytest.raises(AlreadyWithdrawn, match="仍按规定办理"):
        withdraw_report(by=holder_of(registered.code), reason="不想再追究。", on=TUESDAY)


def test_after_it_went_up_the_office_writes_no_more(town):
    report, _ = a_web_report(town)
    send_up_as_envelope(by=town["clerk"], report=report, on=MONDAY)
    stays = Report.objects.get(organ=town.organ)

    with pytest.raises(NotPermitted, match="信封上报"):
        write_to_reporter(by=town["clerk"], report=stays, text="您好。", on=TUESDAY)


def test_before_anybody_owns_the_report_whoever_opens_it_reads_and_the_chief_is_told(town):
    report, code = a_web_report(town)
    write_as_reporter(by=holder_of(code), text="有人上门威胁。", on=MONDAY, kind=MessageKind.RETALIATION)

    read = read_messages(by=town["clerk"], report=report, on=TUESDAY)

    assert [text for _, text in read] == ["有人上门威胁。"]
    assert [alert.kind for alert in open_alerts(town["chief"])] == ["retaliation_told"]
