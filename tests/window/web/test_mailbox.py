"""The mailbox by code: where it stands, letters both ways, ratings; and nothing that identifies."""

import pytest
from django.utils import timezone

from tests.reception.township import Township
from tests.scenes import scene
from tests.window.visitor import ACCOUNT, REPORTER, Visitor, proof
from yixian.protection.actions import decide_recusal, open_seals
from yixian.protection.actions.attempts import count_failure
from yixian.protection.models import Recusal
from yixian.protection.queries import may
from yixian.reception.actions import (
    WebCorrections,
    accept_report,
    give_feedback,
    read_messages,
    register_web_report,
    rule_on_objection,
    settle_recusal_request,
    write_to_reporter,
)
from yixian.reception.enums import FeedbackWay, MessageKind, ReporterView
from yixian.reception.models import Message, RecusalRequest, Report, ReporterRating
from yixian.reception.queries import reports_below
from yixian.vault.crypto.codes import grouped, with_check_digit
from yixian.window import drawers
from yixian.window.models import Drawer


@pytest.fixture
def code(visitor: Visitor) -> str:
    visitor.fill_in()
    code = visitor.send()
    visitor.post("/report/leave")
    return code


@scene
def registered(town: Township) -> Report:
    report, today = Report.objects.get(), timezone.localdate()
    register_web_report(by=town["clerk"], report=report, corrections=WebCorrections(), on=today)
    report.refresh_from_db()
    accept_report(by=town["clerk"], report=report, on=today)
    report.refresh_from_db()
    return report


@scene
def answered(town: Township) -> Report:
    report = registered(town)
    give_feedback(
        by=town["clerk"],
        report=report,
        way=FeedbackWay.MAILBOX,
        text="账目已经公开。",
        on=timezone.localdate(),
    )
    report.refresh_from_db()
    return report


MANY = 60
"""Wrong codes, far beyond what makes the proof of work harder."""


def test_the_code_opens_the_mailbox_and_says_where_it_stands(visitor: Visitor, code: str) -> None:
    page = visitor.open_mailbox(code)

    assert (visitor.at, "已收到" in page, "还没有拆阅" in page) == ("/mailbox/case", True, True)


def test_the_mailbox_shows_nothing_of_what_was_reported_or_by_whom(visitor: Visitor, code: str) -> None:
    page = visitor.open_mailbox(code)

    told = [ACCOUNT[:12], "反映修路的钱", "无此人氏", "三组水塘边", REPORTER["name"], code]
    assert [words in page for words in told] == [False] * 6


def test_after_acceptance_the_running_day_is_shown_with_its_reason(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = registered(town)

    page = visitor.open_mailbox(code)

    clock = report.clocks.get(term_key="ordinary_closing")
    assert (clock.basis in page, "已受理" in page) == (True, True)


def test_of_a_destroyed_report_the_code_says_that_and_nothing_more(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = answered(town)
    Report.objects.filter(pk=report.pk).update(destroyed_on=timezone.localdate())

    page = visitor.open_mailbox(code)

    assert ("已按规定销毁" in page, "账目已经公开" in page, report.number in page) == (True, False, True)


def test_letters_go_both_ways(visitor: Visitor, code: str, town: Township) -> None:
    report = registered(town)
    write_to_reporter(
        by=town["clerk"],
        report=report,
        text="哪一年开工？",
        on=timezone.localdate(),
        kind=MessageKind.QUESTION,
    )
    opened = visitor.open_mailbox(code)
    visitor.post("/mailbox/answer/1", text="二〇二五年五月。")

    letters = read_messages(by=town["clerk"], report=report, on=timezone.localdate())
    assert "哪一年开工？" in opened
    assert [(letter.kind, text) for letter, text in letters] == [
        (MessageKind.QUESTION, "哪一年开工？"),
        (MessageKind.ANSWER, "二〇二五年五月。"),
    ]


@pytest.mark.parametrize(
    ("slug", "kind"),
    [
        ("further", MessageKind.FURTHER),
        ("retaliation", MessageKind.RETALIATION),
        ("withdraw", MessageKind.WITHDRAWAL),
    ],
)
def test_each_further_word_arrives_as_what_it_is(
    visitor: Visitor, code: str, slug: str, kind: MessageKind
) -> None:
    visitor.open_mailbox(code)

    page = visitor.post(f"/mailbox/{slug}", text="请看看这件事。")

    assert ([each.kind for each in Message.objects.all()], "请看看这件事。" in page) == ([kind], True)


def test_both_ratings_are_kept_apart(visitor: Visitor, code: str, town: Township) -> None:
    answered(town)
    visitor.open_mailbox(code)

    page = visitor.post(
        "/mailbox/rate", unit="dissatisfied", reception="satisfied", reason="没有公开全部账目"
    )

    rating = ReporterRating.objects.get()
    assert (rating.unit_rating, rating.reception_rating) == ("dissatisfied", "satisfied")
    assert ("您的评价已经收到" in page, "/mailbox/rate" in page) == (True, False)


def test_an_anonymous_reporter_is_told_no_day_that_is_counted_for_real_names(
    visitor: Visitor, code: str
) -> None:
    page = visitor.open_mailbox(code)

    assert ("署名核实" in page, "实名" in page) == (False, False)


def test_dissatisfied_without_a_reason_is_asked_why_and_keeps_the_choice(
    visitor: Visitor, code: str, town: Township
) -> None:
    answered(town)
    visitor.open_mailbox(code)

    page = visitor.post("/mailbox/rate", unit="dissatisfied", reception="satisfied", reason="")

    assert "请写明不满意的原因" in page
    assert (page.count(" checked"), ReporterRating.objects.count()) == (2, 0)


def test_a_refused_word_is_shown_by_its_address_and_forgotten_once_it_was_sent(
    visitor: Visitor, code: str, town: Township
) -> None:
    answered(town)
    visitor.open_mailbox(code)

    refused = visitor.client.post("/mailbox/opinion", {"opinion": "object", "text": ""})
    shown = visitor.get(refused["Location"])
    visitor.post("/mailbox/opinion", opinion="object", text="账目对不上。")
    anew = visitor.get("/mailbox/opinion")

    assert (refused.status_code, "请写明理由" in shown) == (302, True)
    assert ("请写明理由" in anew, "checked" in anew) == (False, False)


def test_a_word_beyond_every_limit_stays_on_the_screen(visitor: Visitor, code: str, town: Township) -> None:
    visitor.open_mailbox(code)

    answer = visitor.client.post("/mailbox/further", {"text": "路" * 60_001})

    assert (answer.status_code, "路" * 60_001 in answer.content.decode()) == (200, True)


def test_an_objection_needs_a_reason_and_reaches_the_office(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = answered(town)
    visitor.open_mailbox(code)
    refused = visitor.post("/mailbox/opinion", opinion="object", text="")
    visitor.post("/mailbox/opinion", opinion="object", text="账目不全。")

    letters = read_messages(by=town["clerk"], report=report, on=timezone.localdate())
    assert "请写明理由" in refused
    assert [(letter.kind, text) for letter, text in letters] == [(MessageKind.OBJECTION, "账目不全。")]


def test_an_objection_says_what_comes_next_and_by_when_until_it_is_explained(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = answered(town)
    visitor.open_mailbox(code)
    waiting = visitor.post("/mailbox/opinion", opinion="object", text="账目不全。")
    rule_on_objection(
        by=town["chief"],
        feedback=report.feedbacks.get(),
        upheld=False,
        reason="缺的两页已经补公示。",
        on=timezone.localdate(),
    )
    explained = visitor.get("/mailbox/case")

    assert ("就您的不同意见向您说明：最迟<strong>" in waiting, "/mailbox/opinion" in waiting) == (True, False)
    assert ("最迟" in explained, "缺的两页已经补公示。" in explained) == (False, True)


def test_agreeing_is_recorded_without_a_clerk(visitor: Visitor, code: str, town: Township) -> None:
    report = answered(town)
    visitor.open_mailbox(code)

    visitor.post("/mailbox/opinion", opinion="agree", text="")

    assert report.feedbacks.get().view == ReporterView.NO_OBJECTION


def test_a_question_stands_out_until_it_is_answered_and_is_answered_once(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = registered(town)
    on = timezone.localdate()
    for text in ("哪一年开工？", "谁签的字？"):
        write_to_reporter(by=town["clerk"], report=report, text=text, on=on, kind=MessageKind.QUESTION)
    opened = visitor.open_mailbox(code)
    sheet = visitor.get("/mailbox/answer/2")
    after = visitor.post("/mailbox/answer/2", text="会计签的。")
    again = visitor.post("/mailbox/answer/2", text="又想起一点。")

    assert [f"/mailbox/answer/{number}" in opened for number in (1, 2, 3)] == [True, True, False]
    assert ("谁签的字？" in sheet, "/mailbox/answer/2" in after) == (True, False)
    assert (visitor.status, "又想起一点。" in again) == (409, True)


def test_the_handler_asked_to_stay_away_is_kept_out_and_the_reporter_sees_that_it_was_decided(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = registered(town)
    visitor.open_mailbox(code)

    asked = visitor.post("/mailbox/recusal", who="handler", ground="relative", text="他是柳青山的妻弟。")
    barred = may(town["clerk"], "reception.read_report", report)
    decide_recusal(by=town["chief"], recusal=Recusal.objects.get(), stands=False, on=timezone.localdate())
    decided = visitor.get("/mailbox/case")

    assert ("正在审查，还没有决定" in asked, barred) == (True, False)
    assert ("已经审查决定" in decided, "不需" in decided, "接访甲" in decided) == (True, False, False)


def test_somebody_else_is_found_by_the_chief_who_alone_reads_the_letter(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = registered(town)
    visitor.open_mailbox(code)
    visitor.post("/mailbox/recusal", who="other", ground="interest", text="副镇长的侄子在你们办公室。")

    clerk_reads = [
        text for _, text in read_messages(by=town["clerk"], report=report, on=timezone.localdate())
    ]
    chief_reads = [
        text for _, text in read_messages(by=town["chief"], report=report, on=timezone.localdate())
    ]
    settle_recusal_request(by=town["chief"], request=RecusalRequest.objects.get(), on=timezone.localdate())

    assert (clerk_reads, chief_reads) == ([], ["副镇长的侄子在你们办公室。"])
    assert "已经审查决定" in visitor.get("/mailbox/case")


def test_before_anybody_handles_it_the_words_stay_and_the_other_way_is_named(
    visitor: Visitor, code: str
) -> None:
    visitor.open_mailbox(code)

    page = visitor.post("/mailbox/recusal", who="handler", ground="relative", text="他们是亲戚。")

    assert ("还没有确定由谁办理" in page, "他们是亲戚。" in page) == (True, True)


def test_a_withdrawal_is_taken_back_while_nothing_is_settled(
    visitor: Visitor, code: str, town: Township
) -> None:
    report = registered(town)
    visitor.open_mailbox(code)
    withdrawn = visitor.post("/mailbox/withdraw", text="不想说了。")
    visitor.post("/mailbox/go-on")

    report.refresh_from_db()
    kinds = [each.kind for each in report.messages.order_by("pk")]
    assert ("/mailbox/go-on" in withdrawn, "/mailbox/withdraw" in withdrawn) == (True, False)
    assert (report.withdrawn_on, kinds) == (None, [MessageKind.WITHDRAWAL, MessageKind.RENEWAL])


def test_the_level_above_sees_that_it_was_withdrawn_and_not_why(
    visitor: Visitor, code: str, town: Township
) -> None:
    visitor.open_mailbox(code)
    visitor.post("/mailbox/withdraw", text="有人叫我撤。")

    seen = reports_below(town["supervisor"]).get()
    reason = Message.objects.get(kind=MessageKind.WITHDRAWAL).content

    assert seen.withdrawn_on == timezone.localdate()
    assert open_seals(by=town["supervisor"], seals=[reason], slot="text") == {}


def test_once_rated_the_page_of_ratings_leads_back(visitor: Visitor, code: str, town: Township) -> None:
    answered(town)
    visitor.open_mailbox(code)
    visitor.post("/mailbox/rate", unit="satisfied", reception="satisfied", reason="")

    visitor.get("/mailbox/rate")
    shown_at = visitor.at
    page = visitor.post("/mailbox/rate", unit="dissatisfied", reception="satisfied", reason="后来想起来的")

    assert (shown_at, visitor.status, "后来想起来的" in page) == ("/mailbox/case", 409, True)
    assert ReporterRating.objects.count() == 1


def test_a_slip_of_the_pen_is_no_guess(visitor: Visitor, code: str) -> None:
    for _ in range(MANY):
        page = visitor.post("/mailbox/", code=code[:-1])

    visitor.open_mailbox(code)
    assert ("请核对第7组" in page, visitor.at) == (True, "/mailbox/case")


def test_an_unknown_code_is_told_in_plain_words_and_stays_in_the_field(visitor: Visitor, code: str) -> None:
    unknown = grouped(with_check_digit("1" * 20))

    page = visitor.open_mailbox(unknown)

    assert ("没有找到这个查询码" in page, unknown in page) == (True, True)


def test_other_peoples_guesses_shut_nobody_out(visitor: Visitor, code: str) -> None:
    for _ in range(MANY):
        count_failure("code")

    visitor.open_mailbox(code)
    visitor.post("/mailbox/further", text="写了很久的话")

    assert visitor.at == "/mailbox/case"


def test_after_leaving_the_code_is_asked_again(visitor: Visitor, code: str) -> None:
    visitor.open_mailbox(code)

    visitor.post("/mailbox/leave")
    visitor.get("/mailbox/case")

    assert (visitor.at, Drawer.objects.count()) == ("/mailbox/", 0)


def test_after_half_an_hour_the_mailbox_is_shut_and_the_words_are_shown(
    visitor: Visitor, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.open_mailbox(code)
    later = drawers.time.time() + drawers.MAILBOX.idle + 1
    monkeypatch.setattr(drawers.time, "time", lambda: later)

    page = visitor.post("/mailbox/further", text="写了很久的话")

    assert (visitor.status, "写了很久的话" in page) == (410, True)


def test_the_qr_code_holds_the_address_and_no_code(visitor: Visitor, code: str) -> None:
    answer = visitor.client.get("/mailbox/address.svg")

    assert (answer["Content-Type"], answer.content.startswith(b"<svg")) == ("image/svg+xml", True)
    assert visitor.client.get("/mailbox/address.svg", {"code": code}).content == answer.content


def test_too_soon_without_scripts_is_not_called_a_slip_of_the_pen(visitor: Visitor, code: str) -> None:
    token = proof(visitor.get("/mailbox/"))["proof_token"]

    page = visitor.post("/mailbox/", code=code, proof_token=token, proof_answer="")

    assert ("请等待" in page, "您填的是" in page, "查询码：为防止" in page) == (True, False, False)
