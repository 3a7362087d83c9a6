"""Papers: numbered, sealed as issued, with days and articles from the record and the law."""

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    TUESDAY,
    WEDNESDAY,
    a_letter,
    an_accepted,
    holder_of,
)
from yixian.protection.actions import open_seal
from yixian.reception.actions import (
    GivesAway,
    accept_report,
    ask_extension,
    decide_clock_change,
    decline_report,
    give_feedback,
    issue_notice,
    keep_as_repeat,
    make_promise,
    open_mailbox,
    preview_notice,
    preview_promise,
    start_clocks,
)
from yixian.reception.actions.notices import AlreadyTold, NothingToTell, NotToBeNotified
from yixian.reception.enums import ChangeReason, DeclineReason, FeedbackWay, NoticeKind
from yixian.reception.facts import Missing, TooLong
from yixian.reception.models import Notice
from yixian.regulations.duties import Event
from yixian.roster.actions import ContactFacts, keep_contact

ACCEPTANCE, DECLINE = NoticeKind.ACCEPTANCE, NoticeKind.DECLINE


def text_of(town, notice: Notice) -> str:
    return open_seal(by=town["clerk"], seal=notice.content)["text"]


def test_an_acceptance_notice_is_numbered_and_meets_the_clock_of_fifteen_working_days(town):
    report = an_accepted(town).report

    notice = issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)

    clock = report.clocks.get(term_key="acceptance_notice")
    assert (notice.number, notice.issued_on) == ("青纪信〔2026〕1号", WEDNESDAY)
    assert (clock.met_on, clock.met_by) == (WEDNESDAY, "reception.issue_notice")


def test_an_acceptance_notice_names_days_articles_and_owner_and_nobody_who_reported(town):
    report = an_accepted(town).report

    text = text_of(town, issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY))

    said = ("2026年3月2日", "2026-0001", "接访甲", "第二十六条", "2026年6月3日", "15个工作日", "第四十七条")
    assert [each for each in said if each not in text] == []
    assert [each for each in ("金丝雀姓名", "13800000999", "柳湾村三组", "$") if each in text] == []


def test_the_reporter_reads_the_notice_by_code(town):
    registered = an_accepted(town)
    notice = issue_notice(by=town["clerk"], report=registered.report, kind=ACCEPTANCE, on=WEDNESDAY)

    letters = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY).letters

    assert [(each.label, each.text) for each in letters] == [("受理告知书", text_of(town, notice))]


def test_acceptance_is_told_once(town):
    report = an_accepted(town).report
    issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)

    with pytest.raises(AlreadyTold, match="不重复告知"):
        issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)


def test_an_anonymous_reporter_is_not_notified_of_acceptance(town):
    report = an_accepted(town, ANONYMOUS).report

    with pytest.raises(NotToBeNotified, match="匿名检举控告不作受理告知"):
        issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)


def test_acceptance_is_not_notified_before_it_is_decided(town):
    with pytest.raises(NotToBeNotified, match="不属于本机关受理"):
        issue_notice(by=town["clerk"], report=a_letter(town).report, kind=ACCEPTANCE, on=WEDNESDAY)


def test_a_kept_repeat_gets_no_notice_of_acceptance(town):
    first, second = a_letter(town).report, a_letter(town).report
    keep_as_repeat(by=town["clerk"], report=second, first=first, new_allegation=False, on=TUESDAY)

    with pytest.raises(NotToBeNotified):
        issue_notice(by=town["clerk"], report=second, kind=ACCEPTANCE, on=WEDNESDAY)


def test_a_refusal_quotes_the_reason_and_shows_the_way_and_meets_the_clock(town):
    report = a_letter(town).report
    decline_report(by=town["chief"], report=report, reason=DeclineReason.LITIGATION, on=TUESDAY)

    notice = issue_notice(
        by=town["clerk"],
        report=report,
        kind=DECLINE,
        on=TUESDAY,
        body="请到镇司法所申请调解，或者向法院起诉。",
    )

    text = text_of(town, notice)
    said = ("应当通过诉讼、仲裁", "第十三条", "请到镇司法所申请调解")
    assert [each for each in said if each not in text] == []
    assert report.clocks.get(term_key="acceptance_notice").met_on == TUESDAY


def test_nobody_is_sent_away_without_a_way(town):
    report = a_letter(town).report
    decline_report(by=town["chief"], report=report, reason=DeclineReason.OTHER_ORGAN, on=TUESDAY)

    with pytest.raises(Missing, match="一推了之"):
        issue_notice(by=town["clerk"], report=report, kind=DECLINE, on=TUESDAY)


def test_a_refusal_is_issued_only_for_a_declined_report(town):
    with pytest.raises(NothingToTell, match="不予受理"):
        issue_notice(
            by=town["clerk"], report=a_letter(town).report, kind=DECLINE, on=TUESDAY, body="请找法院。"
        )


def test_a_notice_of_extension_tells_both_days_and_the_reason(town):
    report = an_accepted(town).report
    (clock,) = start_clocks(by=town["clerk"], report=report, event=Event.PETITION_ACCEPTED, on=TUESDAY)
    asked = ask_extension(by=town["clerk"], clock=clock, reason=ChangeReason.COMPLEX, on=WEDNESDAY)
    change = decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)

    notice = issue_notice(
        by=town["clerk"], report=report, kind=NoticeKind.EXTENSION, on=WEDNESDAY, change=change
    )

    text = text_of(town, notice)
    days = [f"{day.year}年{day.month}月{day.day}日" for day in (change.old_due, change.new_due)]
    assert [each for each in (*days, "情况复杂", "第三十四条") if each not in text] == []
    assert report.clocks.get(term_key="acceptance_notice").met_on is None


def test_an_extension_that_is_not_approved_is_not_announced(town):
    report = an_accepted(town).report
    (clock,) = start_clocks(by=town["clerk"], report=report, event=Event.PETITION_ACCEPTED, on=TUESDAY)
    asked = ask_extension(by=town["clerk"], clock=clock, reason=ChangeReason.COMPLEX, on=WEDNESDAY)

    with pytest.raises(NothingToTell, match="已经批准"):
        issue_notice(by=town["clerk"], report=report, kind=NoticeKind.EXTENSION, on=WEDNESDAY, change=asked)


def test_a_written_feedback_repeats_the_result(town):
    report = an_accepted(town).report
    give_feedback(
        by=town["clerk"], report=report, way=FeedbackWay.LETTER, text="名单已经补登公示。", on=WEDNESDAY
    )

    notice = issue_notice(by=town["clerk"], report=report, kind=NoticeKind.FEEDBACK, on=WEDNESDAY)

    assert [each for each in ("名单已经补登公示。", "第二十七条") if each not in text_of(town, notice)] == []


def test_there_is_no_paper_on_a_result_that_was_not_told(town):
    with pytest.raises(NothingToTell, match="尚未反馈"):
        issue_notice(
            by=town["clerk"], report=an_accepted(town).report, kind=NoticeKind.FEEDBACK, on=WEDNESDAY
        )


def test_the_promise_is_not_issued_as_a_bare_notice(town):
    with pytest.raises(NothingToTell, match="双方承诺书"):
        issue_notice(by=town["clerk"], report=a_letter(town).report, kind=NoticeKind.PROMISE, on=TUESDAY)


def test_a_promise_runs_as_a_clock_and_both_sides_are_written_down(town):
    report = a_letter(town).report

    promise = make_promise(
        by=town["clerk"],
        report=report,
        on=TUESDAY,
        office_words="每月通报一次。",
        reporter_words="周三来访室面谈。",
    )

    text = text_of(town, promise.notice)
    said = ("2026年5月6日", "青禾镇纪委承诺", "举报人承诺", "每月通报一次。", "周三来访室面谈。", "接访甲")
    assert (promise.clock.term_key, promise.clock.due_on) == ("promise", date(2026, 5, 6))
    assert [each for each in said if each not in text] == []


def test_the_reporter_sees_by_code_until_when_it_is_promised(town):
    registered = a_letter(town)
    make_promise(by=town["clerk"], report=registered.report, on=TUESDAY)

    assert open_mailbox(by=holder_of(registered.code), on=TUESDAY).promised_on == date(2026, 5, 6)


def test_one_promise_for_one_report(town):
    report = a_letter(town).report
    make_promise(by=town["clerk"], report=report, on=TUESDAY)

    with pytest.raises(AlreadyTold, match="已经签订"):
        make_promise(by=town["clerk"], report=report, on=TUESDAY)


def test_a_promise_is_for_a_first_report_and_before_the_end(town):
    report = a_letter(town).report
    decline_report(by=town["chief"], report=report, reason=DeclineReason.LITIGATION, on=TUESDAY)

    with pytest.raises(NothingToTell, match="办结前"):
        make_promise(by=town["clerk"], report=report, on=TUESDAY)


def test_an_overlong_addition_to_a_promise_is_refused(town):
    with pytest.raises(TooLong, match="最多5000个字"):
        make_promise(by=town["clerk"], report=a_letter(town).report, on=TUESDAY, office_words="长" * 5001)


def test_numbers_of_papers_follow_one_another_whatever_the_kind(town):
    first, second = a_letter(town).report, a_letter(town).report
    make_promise(by=town["clerk"], report=first, on=TUESDAY)
    accept_report(by=town["clerk"], report=second, on=TUESDAY)
    issue_notice(by=town["clerk"], report=second, kind=ACCEPTANCE, on=TUESDAY)

    numbers = Notice.objects.order_by("pk").values_list("number", flat=True)

    assert list(numbers) == ["青纪信〔2026〕1号", "青纪信〔2026〕2号"]


def test_what_a_notice_will_say_is_seen_before_and_nothing_is_issued(town):
    report = an_accepted(town).report

    paper = preview_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)

    issued = issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)
    assert paper.text == text_of(town, issued).replace(issued.number, "（发出时编号）")
    assert issued.number == "青纪信〔2026〕1号"


def test_a_promise_is_seen_before_with_its_day_and_starts_no_clock(town):
    report = a_letter(town).report

    paper = preview_promise(by=town["clerk"], report=report, on=TUESDAY, office_words="每月通报。")

    assert [each for each in ("2026年5月6日", "每月通报。", "（发出时编号）") if each not in paper.text] == []
    assert report.clocks.filter(term_key="promise").count() == 0
    assert Notice.objects.count() == 0


def test_a_paper_that_is_refused_takes_no_number(town):
    first, second = an_accepted(town).report, an_accepted(town).report
    declined = a_letter(town).report
    decline_report(by=town["chief"], report=declined, reason=DeclineReason.LITIGATION, on=TUESDAY)
    issue_notice(by=town["clerk"], report=first, kind=ACCEPTANCE, on=WEDNESDAY)

    with pytest.raises(GivesAway):
        issue_notice(
            by=town["clerk"], report=declined, kind=DECLINE, on=WEDNESDAY, body="请金丝雀姓名到法院起诉。"
        )

    following = issue_notice(by=town["clerk"], report=second, kind=ACCEPTANCE, on=WEDNESDAY)
    assert following.number == "青纪信〔2026〕2号"


def test_the_stem_of_the_number_is_the_offices_own(town):
    facts = ContactFacts(short_name="青禾纪信")
    keep_contact(by=town["chief"], organ=town.organ, facts=facts)

    notice = issue_notice(by=town["clerk"], report=an_accepted(town).report, kind=ACCEPTANCE, on=WEDNESDAY)

    assert notice.number == "青禾纪信〔2026〕1号"


def test_the_place_of_a_letter_is_no_part_of_any_paper(town):
    report = an_accepted(town, replace(LETTER, place="金丝雀正文之地")).report

    notice = issue_notice(by=town["clerk"], report=report, kind=ACCEPTANCE, on=WEDNESDAY)

    assert "金丝雀正文" not in text_of(town, notice)
