"""The window on a phone of 360 px: without scripts from the first page to the rating, and what scripts add."""

import re
from dataclasses import dataclass, field

import pytest
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser import OpenPage, Watched
from tests.moulds import poured
from tests.reception.township import Township, found_township
from tests.toolkit.files.samples import jpeg
from tests.window.visitor import ANSWERS, REPORTER
from yixian.protection.actions import proof
from yixian.reception.actions import WebCorrections, accept_report, give_feedback, register_web_report
from yixian.reception.enums import FeedbackWay
from yixian.reception.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEAVIEST = 60_000


@pytest.fixture
def township(transactional_db: None) -> Township:
    return poured(found_township)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without scripts a form waits some seconds; the waiting itself has a test of its own."""
    monkeypatch.setattr(proof, "WAIT", 0)


@dataclass
class Walk:
    """A person going from page to page; ``wrong`` collects what is wrong with any of them."""

    watched: Watched
    wrong: dict[str, object] = field(default_factory=dict)

    @property
    def page(self) -> Page:
        return self.watched.page

    @property
    def complaints(self) -> list[str]:
        """What the console said, but for the cache that leaving is meant to clear."""
        return [said for said in self.watched.complaints if not said.startswith("Clear-Site-Data")]

    def look(self, name: str) -> None:
        found = self.watched.violations() if self.watched.with_scripts else []
        wide = self.watched.is_wider_than_the_screen() if self.watched.with_scripts else False
        if found or wide:
            self.wrong[name] = found or "wider than the screen"

    def choose(self, words: str) -> None:
        self.page.get_by_text(words, exact=True).click()

    def fill(self, fields: dict[str, str]) -> None:
        for name, words in fields.items():
            if name not in ("category", "village"):
                self.page.fill(f"[name={name}]", words)

    def press(self, label: str, name: str = "") -> None:
        """Press a button, then look at the page that comes; a form may wait for its proof of work first."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=label, exact=True).click()
        self.look(name or self.page.url)

    def begin(self) -> None:
        """Read the notice and go on: the form waits for its proof of work, so the next page comes in its own time."""
        self.visit("/report/")
        self.page.get_by_role("button", name="我看过了，开始写", exact=True).click()
        self.page.wait_for_url(re.compile(r"/report/\w+"))
        self.look(self.page.url)

    def visit(self, path: str) -> None:
        self.page.goto(path)
        self.look(path)

    def report(self) -> str:
        """Through every question, wrong ones first; gives the code."""
        self.visit("/")
        self.begin()
        self.press("下一步", "office without an answer")
        self.choose("没有")
        self.press("下一步")
        self.choose("实名（写姓名和联系方式）")
        self.press("下一步")
        self.press("下一步", "reporter without a name")
        self.fill(REPORTER)
        self.press("下一步")
        self.press("下一步", "person without anything")
        self.fill(ANSWERS["persons"])
        self.press("下一步")
        self.choose("没有了")
        self.press("下一步")
        self.ask_for_hints()
        self.fill(ANSWERS["matter"])
        self.press("下一步")
        self.fill(ANSWERS["place"])
        self.press("下一步")
        self.hand_in()
        self.press("下一步")
        self.press("提交")
        return " ".join(self.page.locator(".receipt-code span").all_inner_texts())

    def hand_in(self) -> None:
        """A photograph, and what is not taken; with scripts they go up at once and the page stays."""
        photo = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
        program = {"name": "程序.exe", "mimeType": "application/x-dosexec", "buffer": b"MZ" * 40}
        self.page.set_input_files("[name=file]", [photo, program])
        if not self.watched.with_scripts:
            return self.press("传上去", "files with one refused")
        self.page.wait_for_selector(".not-taken")
        return self.look("files with one refused")

    def ask_for_hints(self) -> None:
        """With scripts the page stays."""
        if not self.watched.with_scripts:
            return self.press("看看还缺什么", "matter with hints")
        self.page.get_by_role("button", name="看看还缺什么", exact=True).click()
        self.page.wait_for_selector("#hints li")
        return self.look("matter with hints")

    def look_up(self, code: str) -> None:
        self.visit("/mailbox/")
        self.page.fill("[name=code]", code[:-1])
        self.press("查询", "a code with a slip")
        self.page.fill("[name=code]", code)
        self.page.get_by_role("button", name="查询", exact=True).click()
        self.page.wait_for_url("**/mailbox/case")
        self.look("mailbox")


def answer_it(town: Township) -> None:
    report, clerk, today = Report.objects.get(), town["clerk"], timezone.localdate()
    register_web_report(by=clerk, report=report, corrections=WebCorrections(), on=today)
    report.refresh_from_db()
    accept_report(by=clerk, report=report, on=today)
    report.refresh_from_db()
    give_feedback(by=clerk, report=report, way=FeedbackWay.MAILBOX, text="账目已经公开。", on=today)


def through_everything(walk: Walk, town: Township) -> None:
    code = walk.report()
    walk.press("我抄好了，清除并离开")
    walk.look_up(code)
    answer_it(town)
    for path in ("case", "further", "opinion", "recusal", "retaliation", "withdraw", "rate"):
        walk.visit(f"/mailbox/{path}")
    walk.press("提交评价", "rating without an answer")
    walk.page.get_by_text("满意", exact=True).nth(0).click()
    walk.page.get_by_text("基本满意", exact=True).nth(1).click()
    walk.press("提交评价")
    assert "您的评价已经收到" in walk.page.inner_text("main")
    walk.press("离开并清除")
    assert walk.page.inner_text("h1") == "已清除"


def test_without_scripts_everything_can_be_done(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(javascript=False, base_url=live_server.url))

    through_everything(walk, township)

    assert walk.complaints == []


@pytest.mark.parametrize(("width", "size"), [(360, "normal"), (360, "large"), (1280, "normal")])
def test_every_page_and_state_is_accessible_and_fits(
    open_page: OpenPage, live_server: LiveServer, township: Township, width: int, size: str
) -> None:
    walk = Walk(open_page(width=width, base_url=live_server.url))
    walk.visit(f"/size/{size}?back=/rights")

    through_everything(walk, township)

    assert (walk.wrong, walk.complaints) == ({}, [])


def test_hints_come_without_leaving_the_page(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.visit("/report/matter")
    walk.page.fill("[name=account]", "村里修路的钱不公开。")
    walk.page.evaluate("window.sameDocument = true")

    walk.page.get_by_role("button", name="看看还缺什么").click()
    walk.page.wait_for_selector("#hints li")

    assert walk.page.evaluate("window.sameDocument") is True
    assert walk.page.input_value("[name=account]") == "村里修路的钱不公开。"
    assert (walk.watched.violations(), "什么时候发生的？" in walk.page.inner_text("#hints")) == ([], True)


def test_the_browsers_own_back_loses_nothing(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.visit("/report/matter")
    walk.page.type("[name=account]", "写了一半")

    walk.page.go_back()
    walk.page.wait_for_timeout(300)
    walk.page.goto("/report/matter")

    assert walk.page.input_value("[name=account]") == "写了一半"


def test_no_page_weighs_more_than_sixty_kilobytes_and_nothing_comes_from_elsewhere(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.report()
    pages = {name: _weighed(open_page, live_server, walk, name) for name in ("", "rights", "report/receipt")}

    weights = {name: page.weight for name, page in pages.items() if page.weight > HEAVIEST}
    hosts = {address.split("/")[2] for page in pages.values() for address in page.weights}
    assert (weights, hosts) == ({}, {live_server.url.split("/")[2]})


def _weighed(open_page: OpenPage, live_server: LiveServer, walk: Walk, name: str) -> Watched:
    """One page as a browser that has nothing yet gets it, with the drawer of the walk."""
    weighed = open_page(base_url=live_server.url, weighed=True)
    weighed.page.context.add_cookies(walk.page.context.cookies())
    weighed.page.goto(f"/{name}", wait_until="networkidle")
    return weighed
