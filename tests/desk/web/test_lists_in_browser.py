"""The lists of the desk in a real browser: nothing too wide, nothing that axe finds, and all of it without script."""

import pytest

from tests.browser import OpenPage
from tests.desk.sitting import WEDNESDAY
from tests.moulds import poured
from tests.reception.township import PHRASE, Township, a_letter, found_township
from yixian.protection.actions import raise_alert, request_identity
from yixian.protection.enums import AlertKind

PAGES = {
    "chief": ("/desk/ledger", "/desk/search", "/desk/identity", "/desk/alerts", "/desk/keys"),
    "admin": ("/desk/accounts", "/desk/accounts/new"),
}


@pytest.fixture
def filled_town(transactional_db, settings) -> Township:
    settings.YIXIAN_TODAY = WEDNESDAY
    town = poured(found_township)
    report = a_letter(town).report
    request_identity(by=town["clerk"], subject=report, seal=report.identity, reason="需要当面核实")
    raise_alert(by=town["clerk"], organ_id=town.organ.pk, kind=AlertKind.LOGIN_BLOCKED)
    return town


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("who", sorted(PAGES))
def test_each_list_fits_the_screen_and_stands_before_axe(
    filled_town, live_server, open_page: OpenPage, who, width
):
    watched = open_page(width=width, base_url=live_server.url, javascript=True)
    watched.page.goto("/desk/login")
    watched.page.fill("[name=username]", filled_town.staff[who].username)
    watched.page.fill("[name=passphrase]", PHRASE + who)
    watched.press("登录")

    found = {}
    for address in PAGES[who]:
        watched.page.goto(address)
        found[address] = [
            *watched.violations(),
            *(["too wide"] if watched.is_wider_than_the_screen() else []),
        ]

    assert found == {address: [] for address in PAGES[who]}


@pytest.mark.browser
def test_searching_and_filtering_work_without_script(filled_town, live_server, open_page: OpenPage):
    watched = open_page(width=1280, base_url=live_server.url, javascript=False)
    page = watched.page
    page.goto("/desk/login")
    page.fill("[name=username]", filled_town.staff["chief"].username)
    page.fill("[name=passphrase]", PHRASE + "chief")
    watched.press("登录")

    page.goto("/desk/search")
    page.fill("#words", "低保")
    with page.expect_navigation():
        page.press("#words", "Enter")
    found, address = page.locator("tbody .row-link").all_inner_texts(), page.url
    page.goto("/desk/ledger")
    page.select_option("[name=channel]", "call")
    with page.expect_navigation():
        page.click(".filters button")

    assert found == ["2026-0001"]
    assert address.endswith("/desk/search")
    assert "没有符合条件的来件" in page.inner_text("main")
