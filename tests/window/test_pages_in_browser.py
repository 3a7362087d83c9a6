"""The window on a phone of 360 px: without scripts from the first page to the rating, and every page and state
as people who see, hear or move otherwise meet it.
"""

from functools import partial

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from playwright.sync_api import Route
from pytest_django.live_server_helper import LiveServer

from tests.browser import OpenPage, Watched
from tests.moulds import poured
from tests.reception.township import Township, found_township
from tests.window.walk import Walk
from yixian.protection.actions import proof
from yixian.reception.actions import (
    WebCorrections,
    accept_report,
    give_feedback,
    register_web_report,
    write_to_reporter,
)
from yixian.reception.enums import FeedbackWay, MessageKind
from yixian.reception.models import Report
from yixian.window.models import Drawer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEAVIEST = 60_000
ERRORS = ("400", "403", "404", "500", "csrf")
OPEN_DEEDS = ("answer/1", "further", "recusal", "retaliation", "withdraw")


@pytest.fixture
def township(transactional_db: None) -> Township:
    return poured(found_township)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without scripts a form waits some seconds; the waiting itself has a test of its own."""
    monkeypatch.setattr(proof, "WAIT", 0)


def accept_it(town: Township) -> None:
    report, clerk, today = Report.objects.get(), town["clerk"], timezone.localdate()
    register_web_report(by=clerk, report=report, corrections=WebCorrections(), on=today)
    report.refresh_from_db()
    accept_report(by=clerk, report=report, on=today)
    report.refresh_from_db()
    write_to_reporter(by=clerk, report=report, text="哪一年？", on=today, kind=MessageKind.QUESTION)


def answer_it(town: Township) -> None:
    report, on = Report.objects.get(), timezone.localdate()
    give_feedback(by=town["clerk"], report=report, way=FeedbackWay.MAILBOX, text="账目已经公开。", on=on)


def through_the_mailbox(walk: Walk, town: Township, code: str) -> None:
    """Each deed empty, wrong and done, in each standing of the report."""
    walk.look_up(code)
    accept_it(town)
    walk.visit("/mailbox/case", "accepted, with a question")
    for deed in OPEN_DEEDS:
        walk.visit(f"/mailbox/{deed}")
        with walk.page.expect_navigation():
            walk.page.locator("main form button.button:not(.button-plain)").last.click()
        walk.look(f"{deed}, with nothing written")
    walk.visit("/mailbox/recusal")
    walk.choose("别的工作人员")
    walk.choose("别的原因")
    walk.page.fill("[name=text]", "副镇长的侄子。")
    walk.press("发出申请", "a recusal asked")
    walk.visit("/mailbox/withdraw")
    walk.page.fill("[name=text]", "不想说了。")
    walk.press("确定撤回", "withdrawn")
    walk.visit("/mailbox/go-on")
    walk.press("取消撤回，继续反映", "taken back")
    answer_it(town)
    walk.visit("/mailbox/opinion")
    walk.press("发出意见", "opinion without an answer")
    walk.choose("不同意这个结果")
    walk.page.fill("[name=text]", "账不全。")
    walk.press("发出意见", "objected")
    walk.visit("/mailbox/rate")
    walk.press("提交评价", "rating without an answer")
    walk.page.get_by_text("满意", exact=True).nth(0).click()
    walk.page.get_by_text("基本满意", exact=True).nth(1).click()
    walk.press("提交评价", "rated")
    assert "您的评价已经收到" in walk.page.inner_text("main")


def through_everything(walk: Walk, town: Township) -> None:
    code = walk.report()
    walk.visit("/report/", "notice with a receipt")
    walk.visit("/report/receipt", "receipt again")
    walk.press("我抄好了，清除并离开", "left")
    through_the_mailbox(walk, town, code)
    walk.press("离开并清除", "left the mailbox")
    assert walk.page.inner_text("h1") == "已清除"


def past_the_end(walk: Walk, town: Township) -> None:
    """What is seen when a draft or a sitting is over, when no level above is there, and when something breaks."""
    walk.visit("/rights")
    walk.begin()
    town.county.staff.update(is_active=False)
    walk.choose("有")
    walk.press("下一步", "the level above is not here")
    walk.visit("/report/", "notice with a draft begun")
    walk.visit("/report/leave", "leave")
    walk.visit("/report/matter")
    walk.page.fill("[name=account]", "写了很久的话")
    Drawer.objects.all().delete()
    walk.press("下一步", "draft gone")
    for status in ERRORS:
        body = str(render_to_string(f"window/errors/{status}.html", {"size": "normal"}))
        broken = partial(_give, body)
        walk.page.route(f"**/broken-{status}", broken)
        walk.visit(f"/broken-{status}")


def _give(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_without_scripts_everything_can_be_done(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(javascript=False, base_url=live_server.url))

    through_everything(walk, township)

    assert walk.complaints == []


@pytest.mark.parametrize(
    ("width", "size", "ours"),
    [(360, "normal", True), (360, "large", True), (1280, "normal", True), (360, "normal", False)],
)
def test_every_page_and_state_is_accessible_and_fits(
    open_page: OpenPage, live_server: LiveServer, township: Township, width: int, size: str, ours: bool
) -> None:
    walk = Walk(open_page(width=width, base_url=live_server.url, ours=ours))
    walk.visit(f"/size/{size}?back=/rights")

    through_everything(walk, township)
    past_the_end(walk, township)

    assert (walk.wrong, walk.complaints) == ({}, [])
    assert len(walk.seen) > 60


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


def test_hints_come_by_themselves_while_one_pauses_and_take_no_focus(
    open_page: OpenPage, live_server: LiveServer, township: Township
) -> None:
    walk = Walk(open_page(base_url=live_server.url))
    walk.begin()
    walk.visit("/report/matter")
    walk.page.type("[name=account]", "村里修路的钱一直不公开。")

    walk.page.wait_for_selector("#hints li")

    assert walk.page.evaluate("document.activeElement.name") == "account"


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
    walk.fill_in()
    steps = ("", "office", "signing", "reporter", "persons", "persons/1", "matter", "place", "files", "check")
    names = ["", "rights", *(f"report/{step}" for step in steps)]
    pages = {name: _weighed(open_page, live_server, walk, name) for name in names}
    walk.press("提交")
    pages["report/receipt"] = _weighed(open_page, live_server, walk, "report/receipt")

    weights = {name: page.weight for name, page in pages.items() if page.weight > HEAVIEST}
    hosts = {address.split("/")[2] for page in pages.values() for address in page.weights}
    assert (weights, hosts) == ({}, {live_server.url.split("/")[2]})


def _weighed(open_page: OpenPage, live_server: LiveServer, walk: Walk, name: str) -> Watched:
    """One page as a browser that has nothing yet gets it, with the drawer of the walk."""
    weighed = open_page(base_url=live_server.url, weighed=True)
    weighed.page.context.add_cookies(walk.page.context.cookies())
    weighed.page.goto(f"/{name}", wait_until="networkidle")
    assert weighed.page.url == f"{live_server.url}/{name}"
    return weighed
