"""The window without a mouse and by ear: a report from the first page to the code, and what a screen reader is told."""

import re

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import OpenPage
from tests.moulds import poured
from tests.reception.township import Township, found_township
from tests.toolkit.files.samples import jpeg
from tests.window.walk import Walk
from yixian.reception.models import Attachment, Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FARTHEST = 60


@pytest.fixture
def township(transactional_db: None) -> Township:
    return poured(found_township)


class Keys:
    """Only the keyboard."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, selector: str) -> None:
        """Tab on until the focus is there."""
        for _ in range(FARTHEST):
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} is not reached by the keyboard on {self.page.url}")

    def write(self, name: str, words: str) -> None:
        self.reach(f"[name={name}]")
        self.page.keyboard.type(words)

    def choose(self, name: str, value: str) -> None:
        """Into the group by Tab, through it by the arrows."""
        self.reach(f"[name={name}]")
        self.page.keyboard.press("Space")
        for _ in range(FARTHEST):
            if self.page.evaluate("document.activeElement.value") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not reached by the arrows")

    def press(self, selector: str = "button.button-primary, button.button-final") -> None:
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


def test_a_report_is_made_with_the_keyboard_alone(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    page = open_page(base_url=live_server.url).page
    keys = Keys(page)
    page.goto("/")
    keys.press("a[href='/report/']")
    keys.reach("button.button-primary")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/report/\w+"))
    keys.choose("concerns", "no")
    keys.press()
    keys.choose("signing", "anonymous")
    keys.press()
    keys.write("name", "无此人氏")
    keys.press()
    keys.choose("more", "no")
    keys.press()
    keys.write("account", "路只修了一半。")
    keys.press()
    keys.write("place", "三组水塘边")
    keys.press()
    page.wait_for_load_state("networkidle")
    keys.reach("[name=file]")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files([{"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}])
    page.wait_for_selector("#stashed li")
    keys.press()
    keys.press("button.button-final")

    assert len(" ".join(page.locator(".receipt-code span").all_inner_texts())) == 27
    assert (Report.objects.count(), Attachment.objects.count()) == (1, 1)


def test_what_is_wrong_is_heard_first_and_leads_to_its_field(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.visit("/report/matter")
    walk.press("下一步")
    focused = walk.page.evaluate("document.activeElement.getAttribute('role')")

    Keys(walk.page).reach(".error-summary a")
    walk.page.keyboard.press("Enter")

    field = walk.page.locator("[name=account]")
    assert (focused, walk.page.title().startswith("需要改一下")) == ("alert", True)
    assert walk.page.evaluate("location.hash") == "#id_account"
    assert "请写下发生了什么事" in walk.page.locator(f"#{_told_by(field, 'aria-describedby')}").inner_text()


def _told_by(field, attribute: str) -> str:
    return next(each for each in field.get_attribute(attribute).split() if each.endswith("_error"))


def test_each_control_has_a_name_and_what_changes_is_announced(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.visit("/report/signing")
    signing = walk.page.locator("main").aria_snapshot()
    walk.visit("/report/files")
    files = walk.page.locator("main").aria_snapshot()
    walk.visit("/report/matter")

    live = walk.page.locator("#hints").get_attribute("aria-live")
    assert ('group "您想怎样反映？"' in signing, 'radio "匿名（不写姓名）"' in signing) == (True, True)
    assert ("拍一张照片" in files, "从手机里选文件" in files, "- status" in files) == (True, True, True)
    assert live == "polite"
