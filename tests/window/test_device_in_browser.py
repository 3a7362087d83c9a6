"""A draft on the device: never without consent, never with who reports, and gone when it should be."""

import json

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import OpenPage
from tests.moulds import poured
from tests.reception.township import Township, found_township
from tests.toolkit.files.samples import jpeg
from tests.window.visitor import ANSWERS, REPORTER
from tests.window.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TICK = "在这部手机上保存草稿"
WORDS = "村里修路的钱没有公示，路只修了一半。"
DAYS = 24 * 3600 * 1000


@pytest.fixture
def township(transactional_db: None) -> Township:
    return poured(found_township)


@pytest.fixture
def walk(open_page: OpenPage, live_server: LiveServer, township: Township) -> Walk:
    """Somebody who has begun to write what happened."""
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.visit("/report/matter")
    return walk


def kept(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('yixian_draft')") or "{}").get("pages", {})


def save(walk: Walk) -> None:
    walk.choose(TICK)
    walk.page.fill("[name=account]", WORDS)


def test_nothing_is_kept_on_the_device_without_the_tick(walk: Walk) -> None:
    walk.page.fill("[name=account]", WORDS)
    walk.page.reload()

    assert walk.page.get_by_label(TICK).is_checked() is False
    assert walk.page.evaluate("localStorage.length") == 0


def test_with_it_the_words_come_back_when_everything_else_is_gone(walk: Walk) -> None:
    save(walk)
    walk.page.context.clear_cookies()
    walk.visit("/report/")
    told = walk.page.inner_text("[data-device]")
    walk.begin()
    walk.visit("/report/matter")

    assert "这部手机上有" in told
    assert walk.page.input_value("[name=account]") == WORDS
    assert "请看一遍再往下走" in walk.page.inner_text("[data-device-said]")
    assert walk.watched.violations() == []


@pytest.mark.parametrize("way", ["untick", "leave", "a week later", "delete"])
def test_it_goes_when_the_person_says_so_and_after_a_week(walk: Walk, way: str) -> None:
    save(walk)
    before = list(kept(walk.page))

    if way == "untick":
        walk.choose(TICK)
    if way == "leave":
        walk.visit("/report/leave")
        walk.press("清除并离开")
    if way == "a week later":
        walk.page.evaluate(
            "ago => { const held = JSON.parse(localStorage.yixian_draft); held.saved -= ago;"
            " localStorage.yixian_draft = JSON.stringify(held); }",
            7 * DAYS + 1,
        )
        walk.visit("/report/")
    if way == "delete":
        walk.visit("/report/")
        walk.page.get_by_role("button", name="删掉草稿").click()

    assert (before, walk.page.evaluate("localStorage.length")) == (["matter"], 0)


def test_it_goes_when_the_report_is_sent_and_never_held_who_reports(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.choose(TICK)
    walk.choose("没有")
    walk.press("下一步")
    walk.choose("实名（写姓名和联系方式）")
    walk.press("下一步")
    ticks = walk.page.get_by_label(TICK).count()
    walk.fill(REPORTER)
    walk.press("下一步")
    walk.fill(ANSWERS["persons"])
    walk.press("下一步")
    walk.choose("没有了")
    walk.press("下一步")
    walk.fill(ANSWERS["matter"])
    walk.press("下一步")
    walk.fill(ANSWERS["place"])
    held = walk.page.evaluate("localStorage.getItem('yixian_draft')")
    walk.press("下一步")
    walk.press("下一步")
    walk.press("提交")

    told = [word in held for word in (REPORTER["name"], REPORTER["phone"], REPORTER["address"])]
    assert (ticks, "无此人氏" in held, told) == (0, True, [False] * 3)
    assert walk.page.evaluate("localStorage.length") == 0


def test_without_a_line_the_page_stays_and_says_what_is_safe(walk: Walk) -> None:
    save(walk)
    walk.page.context.set_offline(True)

    walk.page.get_by_role("button", name="下一步", exact=True).click()

    assert "现在没有网络，还没有送出。写的已经存在这部手机上" in walk.page.inner_text("[data-offline]")
    assert walk.page.input_value("[name=account]") == WORDS


def test_a_broken_upload_is_tried_again_and_nothing_else_is_lost(walk: Walk) -> None:
    walk.visit("/report/files")
    photos = [{"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": jpeg()} for name in "甲乙"]
    walk.page.set_input_files("[name=file]", photos[:1])
    walk.page.wait_for_selector("#stashed li")
    walk.page.route("**/report/files", lambda route: route.abort(), times=1)
    walk.page.set_input_files("[name=file]", photos[1:])
    again = walk.page.get_by_role("button", name="再传一次：乙.jpg")
    again.wait_for()
    violations = walk.watched.violations()

    again.click()
    walk.page.wait_for_selector("#stashed li:nth-child(2)")

    assert (violations, walk.page.locator("#stashed li").all_inner_texts()[1].startswith("2. 乙.jpg")) == (
        [],
        True,
    )


def test_without_scripts_nothing_is_offered(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    page = open_page(base_url=live_server.url, ours=False).page
    page.goto("/report/")

    assert page.locator("[data-device]").is_visible() is False
