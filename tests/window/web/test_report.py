"""The report flow, from the notice to the code."""

import pytest
from django.test import Client

from tests.protection.township import founded
from tests.reception.township import Township
from tests.window.everything import found_in_the_database
from tests.window.visitor import ACCOUNT, ANSWERS, REPORTER, Visitor, code_on, proof
from yixian.protection.actions import grant_identity, request_identity, view_identity
from yixian.reception.actions import read_report
from yixian.reception.enums import CadreCategory, ReportState, Signing
from yixian.reception.facts import MOST_REPORTED
from yixian.reception.models import Report
from yixian.window.draft import Draft
from yixian.window.models import Drawer

REAL_NAME = {"signing": {"signing": "real_name"}}
ABOUT_OFFICE = {"office": {"concerns": "yes"}}


def identity_of(report: Report, town: Township) -> dict[str, str]:
    """Who reported, by the only way there is: asked for by one, granted by another."""
    asked = request_identity(
        by=town["clerk"], subject=report, seal=report.identity, reason="按规定核实署名，联系举报人补充情况"
    )
    grant_identity(by=town["custodian"], request=asked)
    asked.refresh_from_db()
    return view_identity(by=town["clerk"], request=asked)


def test_an_anonymous_report_is_sealed_and_the_code_is_shown(visitor: Visitor, town: Township) -> None:
    visitor.fill_in()

    code = visitor.send()

    report = Report.objects.get()
    assert (visitor.at, len(code)) == ("/report/receipt", 27)
    assert (report.organ, report.signing) == (town.organ, Signing.ANONYMOUS)
    assert (report.state, report.identity) == (ReportState.RECEIVED, None)


def test_what_the_clerk_opens_is_what_was_typed(visitor: Visitor, town: Township) -> None:
    visitor.fill_in()
    visitor.send()

    content = read_report(by=town["clerk"], report=Report.objects.get()).account

    assert (content.account, content.title, content.place, content.wish) == (
        ACCOUNT,
        "反映修路的钱",
        "三组水塘边",
        "把账公开",
    )
    assert [(each.name, each.post) for each in content.reported] == [("无此人氏", "会计")]


def test_a_real_name_is_sealed_under_the_identity_key(visitor: Visitor, town: Township) -> None:
    visitor.begin()
    visitor.answer(
        "office", "signing", "reporter", "persons", "matter", "place", **REAL_NAME, reporter=REPORTER
    )
    receipt = visitor.post("/report/check")

    report = Report.objects.get()
    opened = identity_of(report, town)
    assert (report.signing, opened["name"], opened["phone"]) == (
        Signing.UNVERIFIED,
        REPORTER["name"],
        REPORTER["phone"],
    )
    assert "由本机关受理的，告诉您已经受理：最迟<strong>" in receipt


def test_an_anonymous_reporter_is_promised_no_date(visitor: Visitor) -> None:
    visitor.fill_in()

    receipt = visitor.post("/report/check")

    assert "最迟" not in receipt
    assert "规定没有要求逐件告知和反馈" in receipt


def test_a_report_about_the_office_goes_straight_to_the_county(visitor: Visitor, town: Township) -> None:
    visitor.begin()
    visitor.answer("office", "signing", "persons", "matter", "place", **ABOUT_OFFICE)
    receipt = visitor.post("/report/check")

    assert (Report.objects.get().organ, Report.objects.filter(organ=town.organ).count()) == (town.county, 0)
    assert "已经直接封好，青禾镇纪委打不开，也看不到有这一件。" in receipt


def test_without_a_county_here_nothing_is_taken_that_belongs_to_it(visitor: Visitor, town: Township) -> None:
    town.county.staff.update(is_active=False)
    visitor.begin()

    page = visitor.answer("office", **ABOUT_OFFICE)

    assert "请直接向上一级反映" in page
    assert Report.objects.count() == 0


def test_nothing_typed_stands_readable_while_it_is_typed_or_after_it_was_sent(town: Township) -> None:
    watched = Client(
        REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="金丝雀浏览器", HTTP_X_FORWARDED_FOR="203.0.113.77"
    )
    visitor = Visitor(watched)
    visitor.begin()
    visitor.answer(
        "office", "signing", "reporter", "persons", "matter", "place", **REAL_NAME, reporter=REPORTER
    )
    while_typed = found_in_the_database()

    code = visitor.send()
    visitor.open_mailbox(code)
    visitor.post("/mailbox/further", text="金丝雀正文补充：会计叫我不要说。")

    assert (while_typed, found_in_the_database()) == ([], [])


def test_a_planted_canary_is_found(town: Township) -> None:
    Drawer.objects.create(mark=b"x", content="金丝雀正文".encode(), until="2026-03-02T00:00Z")

    assert found_in_the_database() == ["金丝雀正文"]


@pytest.mark.parametrize(
    ("slug", "typed", "error"),
    [
        ("office", {}, "请选择有、没有，或者不清楚"),
        ("matter", {"account": "", "title": "反映修路的钱"}, "请写下发生了什么事"),
        ("matter", {"account": "路" * 20_001}, "最多 20000 字，现在 20001 字"),
        ("place", {"village": "999999", "place": "水塘边"}, "请从列出的选项中选择"),
    ],
)
def test_an_error_says_what_to_do_and_keeps_what_was_typed(
    visitor: Visitor, slug: str, typed: dict[str, str], error: str
) -> None:
    visitor.begin()

    page = visitor.post(f"/report/{slug}", **typed)

    assert (visitor.status, error in page) == (200, True)
    assert [words in page for name, words in typed.items() if name != "village"] == [
        True for name in typed if name != "village"
    ]


@pytest.mark.parametrize(
    ("path", "typed", "error"),
    [
        ("/report/office", {}, "请选择有、没有，或者不清楚"),
        ("/report/persons", {"category": "village_cadre"}, "请至少写一项"),
        ("/report/matter", {"account": "", "title": "反映修路的钱"}, "请写下发生了什么事"),
        ("/report/matter", {"account": "修路的钱不公开", "go": "hints"}, "什么时候发生的？"),
    ],
)
def test_a_refused_page_is_shown_by_its_address_so_that_back_sends_nothing_again(
    visitor: Visitor, path: str, typed: dict[str, str], error: str
) -> None:
    visitor.begin()

    refused = visitor.client.post(path, typed)
    shown = visitor.get(refused["Location"])

    assert (refused.status_code, error in shown, error in visitor.get(path)) == (302, True, True)


def test_once_corrected_nothing_is_wrong_any_more(visitor: Visitor) -> None:
    visitor.begin()
    visitor.post("/report/matter", account="", title="反映修路的钱")
    visitor.post("/report/matter", account="修路的钱不公开", title="反映修路的钱")

    page = visitor.get("/report/matter")

    assert ("需要改" in page, "修路的钱不公开" in page) == (False, True)


def test_whether_there_are_more_people_is_asked_again_by_its_address(visitor: Visitor) -> None:
    visitor.begin()
    visitor.post("/report/persons", name="无此人氏")

    refused = visitor.client.post("/report/persons", {})

    assert (refused.status_code, "请选择还有，或者没有了" in visitor.get(refused["Location"])) == (302, True)


def test_going_back_keeps_what_was_typed_even_where_it_is_not_finished(visitor: Visitor) -> None:
    visitor.begin()

    visitor.post("/report/matter", account="写了一半", go="back")

    assert visitor.at == "/report/persons"
    assert "写了一半" in visitor.get("/report/matter")


def test_a_person_is_changed_and_removed_and_another_is_added(visitor: Visitor, town: Township) -> None:
    visitor.fill_in()
    visitor.post("/report/persons/1", name="改过的名", post="会计")
    visitor.post("/report/persons", more="yes")
    visitor.post("/report/persons/2", name="第二个人")
    listed = visitor.post("/report/persons", go="remove-1")

    assert ("第二个人" in listed, "改过的名" in listed) == (True, False)


def test_a_number_beyond_all_numbers_removes_nobody(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("office", "signing")
    visitor.post("/report/persons", name="无此人氏")

    page = visitor.post("/report/persons", go=f"remove-{'9' * 5000}")

    assert (visitor.status, "无此人氏" in page) == (200, True)


def test_who_it_was_need_not_be_known(visitor: Visitor, town: Township) -> None:
    visitor.begin()
    visitor.answer("office", "signing")
    visitor.post("/report/persons", go="unknown")
    visitor.answer("matter", "place")
    visitor.send()

    content = read_report(by=town["clerk"], report=Report.objects.get())
    assert content.account.reported == ()


def test_hints_ask_for_what_is_missing_and_hold_nobody_up(visitor: Visitor) -> None:
    visitor.begin()

    page = visitor.post("/report/matter", account="村里修路的钱不公开。", go="hints")

    assert "什么时候发生的？" in page
    visitor.post("/report/matter", account="村里修路的钱不公开。")
    assert visitor.at == "/report/place"


def test_changing_one_answer_leads_back_to_the_check(visitor: Visitor) -> None:
    visitor.fill_in()

    visitor.post("/report/place", place="改成桥头")

    assert visitor.at == "/report/check"
    assert "改成桥头" in visitor.get("/report/check")


def test_a_change_that_raises_a_new_question_asks_it(visitor: Visitor) -> None:
    visitor.fill_in()

    visitor.post("/report/signing", signing="real_name")

    assert visitor.at == "/report/reporter"


def test_pressed_twice_it_is_sent_once_and_shows_the_same_code(visitor: Visitor) -> None:
    visitor.fill_in()

    first, second = visitor.send(), visitor.send()

    assert (Report.objects.count(), first) == (1, second)


def test_nothing_is_sent_before_every_question_is_answered(visitor: Visitor) -> None:
    visitor.begin()

    visitor.post("/report/check")

    assert (visitor.at, Report.objects.count()) == ("/report/office", 0)


def test_the_answers_are_gone_once_sent_and_the_code_once_left(visitor: Visitor) -> None:
    visitor.fill_in()
    code = visitor.send()

    again = visitor.get("/report/matter")
    visitor.post("/report/leave")

    assert (code_on(again), ACCOUNT in again) == (code, False)
    assert (visitor.at, Drawer.objects.count()) == ("/left", 0)
    assert code_on(visitor.get("/report/receipt")) == ""


def test_leaving_asks_the_browser_to_forget_what_it_stored(visitor: Visitor) -> None:
    assert visitor.client.get("/left")["Clear-Site-Data"] == '"cache", "storage"'


def test_words_typed_after_the_draft_is_gone_are_shown_to_be_copied(visitor: Visitor) -> None:
    visitor.begin()
    Drawer.objects.all().delete()

    page = visitor.post("/report/matter", account=ANSWERS["matter"]["account"])

    assert (visitor.status, ACCOUNT in page) == (410, True)


def test_without_a_proof_of_work_no_draft_is_opened(visitor: Visitor) -> None:
    page = visitor.post("/report/", **{**proof(visitor.get("/report/")), "proof_answer": "0"})

    assert "验证没有通过" in page
    assert Drawer.objects.count() == 0


def test_without_scripts_the_notice_is_read_for_some_seconds_first(visitor: Visitor) -> None:
    token = proof(visitor.get("/report/"))["proof_token"]

    page = visitor.post("/report/", proof_token=token, proof_answer="")

    assert "请等待" in page


def test_no_page_is_kept_by_the_browser_and_no_session_is_made(visitor: Visitor) -> None:
    visitor.fill_in()

    answers = [visitor.client.get(path) for path in ("/", "/report/", "/report/matter", "/report/check")]

    assert [answer["Cache-Control"] for answer in answers] == ["no-store"] * 4
    assert "yixian_sitting" not in visitor.client.cookies


def test_the_secret_goes_to_the_report_pages_only_and_no_script_reads_it(visitor: Visitor) -> None:
    visitor.begin()

    cookie = visitor.client.cookies["yixian_draft"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (
        "/report/",
        True,
        "Strict",
        "",
    )


def test_no_cookie_outlives_the_browser(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.open_mailbox(visitor.send())

    cookies = visitor.client.cookies

    assert {name: cookie["max-age"] for name, cookie in cookies.items()} == {
        "csrftoken": "",
        "yixian_draft": "",
        "yixian_mailbox": "",
    }


def test_with_several_offices_the_place_is_asked_first(visitor: Visitor, town: Township) -> None:
    other = founded(code="baiquan", people=("clerk", "chief", "custodian", "admin")).organ
    visitor.begin()
    asked = visitor.at
    visitor.answer("organ", "office", "signing", "persons", "matter", "place", organ={"organ": str(other.pk)})
    visitor.send()

    assert (asked, Report.objects.get().organ) == ("/report/organ", other)


@pytest.mark.parametrize("press", ["save", "back", ""])
def test_no_way_of_pressing_names_more_than_the_most(visitor: Visitor, town: Township, press: str) -> None:
    visitor.begin()
    visitor.answer("office", "signing")
    for number in range(1, MOST_REPORTED + 3):
        visitor.post(f"/report/persons/{number}", **{**ANSWERS["persons"], "go": press})

    visitor.answer("matter", "place")
    visitor.post("/report/persons", more="no")
    visitor.send()

    content = read_report(by=town["clerk"], report=Report.objects.get()).account
    assert len(content.reported) == MOST_REPORTED


def test_a_line_far_over_its_limit_is_not_stored(visitor: Visitor, town: Township) -> None:
    visitor.begin()
    visitor.answer("office", "signing")
    before = len(Drawer.objects.get().content)

    visitor.post("/report/persons/1", name="无" * 60_000, go="save")

    assert len(Drawer.objects.get().content) - before < 2_000


def test_a_made_up_category_is_unknown_and_no_crash(visitor: Visitor, town: Township) -> None:
    visitor.begin()
    visitor.answer("office", "signing")
    visitor.post("/report/persons/1", name="无此人氏", category="made_up", go="save")
    visitor.post("/report/persons", more="no")
    visitor.answer("matter", "place")

    visitor.send()

    content = read_report(by=town["clerk"], report=Report.objects.get()).account
    assert [each.category for each in content.reported] == [CadreCategory.UNKNOWN]


def test_an_office_of_a_thousand_digits_is_none(visitor: Visitor, town: Township) -> None:
    assert Draft(answers={"organ": {"organ": "9" * 5_000}}).organ_id is None


def test_the_window_leaves_no_cookie_that_outlives_the_browser(visitor: Visitor) -> None:
    visitor.fill_in()
    visitor.open_mailbox(visitor.send())

    lasting = {
        name for name, cookie in visitor.client.cookies.items() if cookie["max-age"] or cookie["expires"]
    }

    assert lasting == set()


def test_what_was_asked_for_hints_goes_on_to_the_top_of_the_page(visitor: Visitor) -> None:
    visitor.fill_in()

    assert '<form method="post" action="/report/matter"' in visitor.get("/report/matter")
