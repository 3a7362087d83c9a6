"""The pages of figures, through a real sitting."""

from datetime import date
from io import BytesIO
from urllib.parse import unquote

import docx
import pytest
from django.test import Client

from tests.reception.township import MONDAY, PHRASE, a_letter
from yixian.assessment.actions import open_matter
from yixian.trail.models import Entry


@pytest.fixture(autouse=True)
def _today(settings):
    settings.YIXIAN_TODAY = date(2026, 3, 12)


def sit(town, who: str) -> Client:
    client = Client()
    client.post("/desk/login", {"username": town.staff[who].username, "passphrase": PHRASE + who})
    return client


def test_the_page_states_the_facts_and_that_they_tie_out(town):
    open_matter(by=town["clerk"], report=a_letter(town).report, title="金丝雀正文", on=MONDAY)

    page = sit(town, "chief").get("/desk/figures/").content.decode()

    assert "2025年4月1日至2026年3月12日" in page
    assert "核对相符" in page
    assert "金丝雀" not in page


def test_the_page_of_an_office_without_reports_says_what_to_do(town):
    page = sit(town, "chief").get("/desk/figures/").content.decode()

    assert "这段时间没有收到信访举报" in page


def test_an_own_period_is_taken_and_a_wrong_one_explained(town):
    client = sit(town, "chief")

    own = client.get("/desk/figures/?span=own&start=2026-03-01&end=2026-03-05").content.decode()
    wrong = client.get("/desk/figures/?span=own&start=2026-03-05&end=2026-03-01").content.decode()

    assert "2026年3月1日至2026年3月5日" in own
    assert "截止日期不能早于起始日期" in wrong
    assert 'value="2026-03-05"' in wrong


def test_dates_that_are_typed_are_the_period_whatever_was_chosen(town):
    client = sit(town, "chief")

    page = client.get("/desk/figures/?span=twelve&start=2026-03-01&end=2026-03-05").content.decode()
    half = client.get("/desk/figures/?span=month&start=2026-03-01&end=").content.decode()

    assert "2026年3月1日至2026年3月5日" in page
    assert '<option value="own" selected>' in page
    assert "自选日期须同时填写起止日期。" in half


def test_a_number_opens_the_reports_behind_it(town):
    report = a_letter(town).report

    page = sit(town, "chief").get("/desk/figures/behind/channels.letter").content.decode()

    assert report.number in page


def test_a_number_that_is_not_on_the_page_is_not_found(town):
    assert sit(town, "chief").get("/desk/figures/behind/nothing").status_code == 404


def test_the_analyst_sees_figures_and_no_rows(town):
    a_letter(town)
    client = sit(town, "analyst")

    page = client.get("/desk/figures/").content.decode()
    behind = client.get("/desk/figures/behind/total")

    assert "/desk/figures/behind/" not in page
    assert behind.status_code == 403


def test_a_clerk_has_no_figures(town):
    assert sit(town, "clerk").get("/desk/figures/").status_code == 403


def test_the_report_is_a_word_file_and_its_export_is_in_the_trail(town):
    a_letter(town)

    answer = sit(town, "analyst").get("/desk/figures/report.docx")

    paragraphs = [each.text for each in docx.Document(BytesIO(answer.content)).paragraphs]
    name = unquote(answer["Content-Disposition"].removeprefix("attachment; filename*=UTF-8''"))
    assert name == "综合分析报告（2025年4月1日至2026年3月12日）.docx"
    assert [line for line in paragraphs if "少于5件的分项合并列出" in line] != []
    assert paragraphs[0] == "青禾镇纪委信访举报综合分析报告"
    assert Entry.objects.filter(act="insight.export_analysis", outcome="done").count() == 1
