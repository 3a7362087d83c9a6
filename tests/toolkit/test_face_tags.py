"""The components say in words what they show in shape, and escape what they are given."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from yixian.toolkit.due import Due
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.pieces import Act, Clock, Completion, Event, Fact
from yixian.toolkit.templatetags import face

DAY = date(2026, 3, 12)


def render(source: str, **context: object) -> str:
    return Template("{% load face %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ day|cn_date }}", "2026年3月12日"),
        ("{{ day|cn_date_long }}", "2026年3月12日 (星期四)"),
        ("{{ day|cn_date_short }}", "3月12日"),
        ("{{ none|cn_date }}{{ none|cn_date_long }}{{ none|cn_date_short }}{{ none|cn_time }}", ""),
        ("{{ at|cn_time }}", "2026年3月13日 0:05"),
        ("{{ at|cn_date }}", "2026年3月13日"),
        ("{{ 5|remaining }}", "还有 5 个工作日"),
        ("{{ -2|remaining:'天' }}", "已超期 2 天"),
        ("{{ 4326|thousands }} {{ none|thousands }}", "4,326 —"),
        ("{{ 0.256|percent }} {{ none|percent }}", "25.6% —"),
    ],
)
def test_dates_and_numbers_read_as_the_office_writes_them(source: str, words: str) -> None:
    given = {"day": DAY, "at": datetime(2026, 3, 12, 16, 5, tzinfo=UTC), "none": None}

    assert render(source, **given) == words


@pytest.mark.parametrize("tone", ["waiting", "active", "passed", "done", "stopped", "late", "final"])
def test_each_state_is_a_word_and_a_shape_of_its_own(tone: str) -> None:
    html = render("{% state_mark '已受理' tone %}", tone=tone)

    assert (html.count("<svg"), "已受理" in html, f"state-{tone}" in html) == (1, True, True)


def test_no_two_states_share_a_shape() -> None:
    shapes = {render("{% include 'components/shape.html' %}", shape=tone) for tone in face.pieces.TONES}

    assert len(shapes) == len(face.pieces.TONES)


def test_an_unknown_tone_falls_back_to_the_calm_one() -> None:
    assert "state-active" in render("{% state_mark '某' 'shiny' %}")


def test_a_due_mark_gives_its_grounds_in_an_element_that_opens_without_a_script() -> None:
    html = render("{% due_mark due %}", due=Due(on=DAY, left=5, article="第二十六条"))

    assert "<details" in html
    assert "<dd>第二十六条</dd>" in html
    assert "还有 5 个工作日" in html


def test_a_due_mark_without_grounds_has_nothing_to_open() -> None:
    assert "<details" not in render("{% due_mark due %}", due=Due(on=DAY, left=5))


def test_what_is_typed_never_becomes_markup() -> None:
    html = render(
        "{% facts items %}{% notice title=evil %}{{ evil }}{% endnotice %}{% timeline events %}"
        "{% card title=evil %}x{% endcard %}{% empty_state evil %}{% act_list acts %}{% breadcrumb evil %}",
        evil="<script>",
        items=[("<script>", "<script>")],
        events=[Event(DAY, "<script>", "<script>", "<script>")],
        acts=[Act("<script>", why_not="<script>"), Act("<script>", "/")],
    )

    assert "<script>" not in html


def test_a_sealed_fact_shows_that_it_exists_and_not_what_it_is() -> None:
    html = render("{% facts items %}", items=[Fact("反映人", "金某某", "/ask", sealed=True)])

    assert "金某某" not in html
    assert "已密封" in html
    assert "申请查看" in html


def test_an_act_that_is_not_theirs_has_no_link_but_a_reason() -> None:
    html = render("{% act_list acts %}", acts=[Act("批准", "/approve", why_not="由书记批准")])

    assert "/approve" not in html
    assert "由书记批准" in html


def test_a_checklist_counts_what_is_done() -> None:
    html = render(
        "{% checklist items '五到位' %}",
        items=[Completion("调查", done=True), Completion("反馈", done=False)],
    )

    assert " 1／2" in html


def test_empty_lists_say_so() -> None:
    html = render("{% timeline none %}{% clock_list none %}{% act_list none %}", none=[])

    assert [html.count(words) for words in ("还没有记录", "没有正在计算的期限", "目前没有需要您办的")] == [
        1,
        1,
        1,
    ]


def test_a_clock_shows_its_name_and_its_due_date() -> None:
    html = render("{% clock_list clocks %}", clocks=[Clock("受理告知", Due(on=DAY, left=0))])

    assert "受理告知" in html
    assert "今天到期" in html


def test_pages_keep_the_filters_of_the_address() -> None:
    request = RequestFactory().get("/ledger", {"state": "accepted", "page": "2"})

    html = render("{% pagination page %}", page=Paginator(range(60), 20).page(2), request=request)

    assert 'href="?state=accepted&amp;page=3"' in html
    assert "第 21–40 条，共 60 条" in html


def test_a_single_page_needs_no_pagination() -> None:
    assert render("{% pagination page %}", page=Paginator(range(3), 20).page(1)) == "\n"


def test_rows_state_their_count_and_sum() -> None:
    html = render("{% rows label='举报件' count=3 total='涉及 9 人' %}<tbody></tbody>{% endrows %}")

    assert "共 <strong>3</strong> 件，涉及 9 人" in html
    assert '<caption class="unseen">举报件</caption>' in html


def test_a_day_of_another_year_is_said_with_its_year(settings) -> None:
    settings.YIXIAN_TODAY = DAY
    given = {"day": DAY, "before": date(2025, 12, 22), "after": date(2027, 1, 5), "none": None}

    words = render("{% for each in days %}{{ each|cn_date_near }} {% endfor %}", days=list(given.values()))

    assert words.split() == ["3月12日", "2025年12月22日", "2027年1月5日"]


class Attached(FaceForm):
    title = forms.CharField(label="标题")
    paper = forms.FileField(label="文件", required=False)


class Locked(FaceForm):
    phrase = forms.CharField(label="口令", widget=forms.PasswordInput())


def test_a_summary_of_errors_promises_only_what_a_browser_gives_back() -> None:
    file = {"paper": SimpleUploadedFile("单据.txt", b"1")}
    asked = (Attached({}), Attached({}, file), Locked({}))

    told = [render("{% error_summary form %}", form=form) for form in asked]

    promised = [re.search(r"需要改一下，(.*?)</h2>", each) for each in told]
    assert [each and each.group(1) for each in promised] == [
        "您填的内容都还在",
        "您填的文字都还在，文件请重新选择",
        "口令请重新填写",
    ]


def test_a_due_day_of_an_earlier_year_is_told_with_its_year() -> None:
    late = Due(on=date(2020, 12, 22), left=-339, unit="天")

    assert "2020年12月22日" in render("{% due_mark due short=True %}", due=late)
