"""The mailbox by code: where it stands, letters both ways, ratings; and nothing that identifies."""

import pytest
from django.utils import timezone

from tests.reception.township import Township
from tests.window.visitor import ACCOUNT, REPORTER, Visitor
from yixian.protection.actions.attempts import count_failure
from yixian.reception.actions import (
    WebCorrections,
    accept_report,
    give_feedback,
    read_messages,
    register_web_report,
    write_to_reporter,
)
from yixian.reception.enums import FeedbackWay, MessageKind
from yixian.reception.models import Message, Report, ReporterRating
from yixian.vault.crypto.codes import grouped, with_check_digit
from yixian.window import drawers
from yixian.window.models import Drawer


@pytest.fixture
def code(visitor: Visitor) -> str:
    visitor.fill_in()
    code = visitor.send()
    visitor.post("/report/leave")
    return code


def registered(town: Township) -> Report:
    report, today = Report.objects.get(), timezone.localdate()
    register_web_report(by=town["clerk"], report=report, corrections=WebCorrections(), on=today)
    report.refresh_from_db()
    accept_report(by=town["clerk"], report=report, on=today)
    report.refresh_from_db()
    return report


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
    visitor.post("/mailbox/answer", text="二〇二五年五月。")

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
        ("recusal", MessageKind.PROTECTION),
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
    assert [text for _, text in letters] == ["对处理结果的意见：不同意这个结果。\n账目不全。"]


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
