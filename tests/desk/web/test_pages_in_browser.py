"""The desk in a real browser: no barrier, no complaint, no sideways scrolling; registered from the keyboard."""

import pytest

from tests.browser import OpenPage, Watched
from tests.desk.sitting import ACCOUNT
from tests.reception.township import PHRASE, WEDNESDAY, a_letter, a_web_report
from tests.reception.visitors import an_interview
from yixian.reception.actions import call_next, issue_ticket, read_back_interview
from yixian.reception.enums import CareNeed, ReadBackWay, TicketFor
from yixian.reception.models import QueueTicket, Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = 1280


def clerk_at(
    live_server, open_page: OpenPage, town, *, width: int = WIDE, javascript: bool = True
) -> Watched:
    watched = open_page(base_url=live_server.url, width=width, javascript=javascript)
    watched.page.goto("/desk/login")
    watched.page.fill("[name=username]", town.staff["clerk"].username)
    watched.page.fill("[name=passphrase]", f"{PHRASE}clerk")
    watched.press("登录")
    return watched


def waiting_room(town) -> tuple[QueueTicket, Report]:
    """A number that waits, one that is called, and a visit whose record was read back."""
    clerk = town["clerk"]
    issue_ticket(by=clerk, wants=TicketFor.EARLIER, on=WEDNESDAY, first_because=CareNeed.CALM)
    call_next(by=clerk, on=WEDNESDAY)
    ticket = issue_ticket(by=clerk, wants=TicketFor.EARLIER, on=WEDNESDAY)
    interview = an_interview(town)
    read_back_interview(
        by=clerk, interview=interview, way=ReadBackWay.ALOUD, corrections="应为六月", on=WEDNESDAY
    )
    return ticket, interview.report


@pytest.mark.parametrize("width", [WIDE, 360])
def test_every_page_is_free_of_barriers_and_fits_the_screen(town, live_server, open_page, width):
    report, (waiting, _) = a_letter(town).report, a_web_report(town)
    ticket, visit = waiting_room(town)
    watched = clerk_at(live_server, open_page, town, width=width)
    addresses = (
        "",
        "inbox",
        f"inbox/{waiting.pk}",
        "register",
        "register/visit",
        "register/call",
        "queue",
        f"queue/{ticket.pk}",
        "board/qinghe",
        f"reports/{visit.pk}",
        f"reports/{visit.pk}/interview",
        f"reports/{visit.pk}/read-back",
        f"reports/{visit.pk}/sign",
        f"reports/{visit.pk}/interviews",
        f"reports/{visit.pk}/callback",
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
    watched = clerk_at(live_server, open_page, town, javascript=False)
    page = watched.page
    page.goto("/desk/register/letter")
    page.fill("#id_account", ACCOUNT)
    page.select_option("#id_signing", "anonymous")
    watched.press("看一看建议")
    page.select_option("#id_report_class", "accusation")
    page.select_option("#id_main_issue", "subsidy_favouritism")

    watched.press("登记")

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


def test_somebody_signs_in_the_box_and_only_a_picture_is_kept(town, live_server, open_page):
    _, report = waiting_room(town)
    watched = clerk_at(live_server, open_page, town)
    page = watched.page
    page.goto(f"/desk/reports/{report.pk}/sign")
    box = page.locator("canvas").bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 90, steps=5)
    page.mouse.up()

    page.get_by_role("button", name="定稿").click()

    page.wait_for_url(f"**/reports/{report.pk}")
    assert report.attachments.get().identifies
    assert watched.complaints == []


def test_the_monitor_follows_the_calls_by_itself(town, live_server, open_page):
    waiting_room(town)
    page = open_page(base_url=live_server.url, width=WIDE).page
    page.goto("/desk/board/qinghe")
    before = page.locator(".board-called").inner_text()

    call_next(by=town["clerk"], on=WEDNESDAY)

    page.locator(".board-called", has_text="2").wait_for(timeout=8000)
    assert before == "1"
