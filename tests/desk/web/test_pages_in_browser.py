"""The desk in a real browser: no barrier, no complaint, no sideways scrolling; registered from the keyboard."""

import pytest

from tests.browser import OpenPage, Watched
from tests.desk.sitting import ACCOUNT
from tests.reception.township import PHRASE, a_letter, a_web_report
from yixian.reception.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = 1280


def clerk_at(
    live_server, open_page: OpenPage, town, *, width: int = WIDE, javascript: bool = True
) -> Watched:
    watched = open_page(base_url=live_server.url, width=width, javascript=javascript)
    watched.page.goto("/desk/login")
    watched.page.fill("[name=username]", town.staff["clerk"].username)
    watched.page.fill("[name=passphrase]", f"{PHRASE}clerk")
    watched.page.get_by_role("button", name="登录").click()
    watched.page.wait_for_url("**/desk/")
    return watched


@pytest.mark.parametrize("width", [WIDE, 360])
def test_every_page_is_free_of_barriers_and_fits_the_screen(town, live_server, open_page, width):
    report, (waiting, _) = a_letter(town).report, a_web_report(town)
    watched = clerk_at(live_server, open_page, town, width=width)
    addresses = (
        "",
        "inbox",
        f"inbox/{waiting.pk}",
        "register",
        "register/visit",
        "register/box",
        "register/envelope",
        "envelopes",
        f"reports/{report.pk}",
        f"reports/{report.pk}/classify",
        f"reports/{report.pk}/letters",
    )

    found, too_wide = [], []
    for address in addresses:
        watched.page.goto(f"/desk/{address}")
        found += [(address, each) for each in watched.violations()]
        too_wide += [address] if watched.is_wider_than_the_screen() else []

    assert (found, too_wide, watched.complaints) == ([], [], [])


def test_a_letter_is_registered_from_the_keyboard_alone(town, live_server, open_page):
    page = clerk_at(live_server, open_page, town).page
    page.keyboard.press("n")
    page.wait_for_url("**/register")
    page.keyboard.press("1")
    page.wait_for_function("document.activeElement.id === 'id_account'")
    page.keyboard.insert_text(ACCOUNT)
    page.keyboard.press("Tab")
    page.wait_for_selector("#id_report_class")
    page.select_option("#id_signing", "anonymous")
    page.select_option("#id_report_class", "accusation")
    page.select_option("#id_main_issue", "subsidy_favouritism")

    page.keyboard.press("Control+Enter")

    page.wait_for_selector(".receipt-code")
    assert Report.objects.get().number == "2026-0001"
    assert page.locator(".receipt-square svg").count() == 1


def test_without_script_a_letter_is_looked_at_and_registered_by_two_buttons(town, live_server, open_page):
    page = clerk_at(live_server, open_page, town, javascript=False).page
    page.goto("/desk/register/letter")
    page.fill("#id_account", ACCOUNT)
    page.select_option("#id_signing", "anonymous")
    page.get_by_role("button", name="看一看建议").click()
    page.select_option("#id_report_class", "accusation")
    page.select_option("#id_main_issue", "subsidy_favouritism")

    page.get_by_role("button", name="登记", exact=True).click()

    assert page.locator(".receipt-code").count() == 1
    assert Report.objects.count() == 1


def test_when_the_sitting_is_over_what_was_typed_is_sent_after_logging_in_again(town, live_server, open_page):
    watched = clerk_at(live_server, open_page, town)
    page = watched.page
    page.goto("/desk/register")
    page.get_by_role("link", name="来信").first.click()
    page.wait_for_selector("[name=account]")
    page.fill("[name=title]", "反映修路的钱")
    page.context.clear_cookies(name="yixian_key")
    page.fill("[name=account]", ACCOUNT)
    page.locator("#id_title").focus()
    page.wait_for_selector(".not-fetched")
    page.get_by_role("button", name="核对后登记").click()
    page.fill("[name=username]", town.staff["clerk"].username)
    page.fill("[name=passphrase]", f"{PHRASE}clerk")
    barred = watched.violations()
    page.get_by_role("button", name="登录").click()
    page.wait_for_selector('h1:text("接着提交")')
    barred += watched.violations()
    page.get_by_role("button", name="接着提交").click()
    page.wait_for_selector("[name=account]")

    assert (barred, page.input_value("[name=account]"), page.input_value("[name=title]")) == (
        [],
        ACCOUNT,
        "反映修路的钱",
    )
