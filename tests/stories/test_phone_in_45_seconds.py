"""A phone report is typed while somebody talks: no mouse, and the screen costs hardly more than the words.

What is assumed, so that the figure can be judged. The clerk writes by double pinyin: two keys for each character and
one for each phrase of up to four, with 120 ms between keys. That is about 220 characters a minute, a practised
typist; a clerk who writes 70 a minute needs 107 s for the same words on any screen. Digits and the keys that move
about are counted at the same pace. A second test holds the part that is the screen's own: everything but the words of
the account. Time runs from the key that asks for the registration to the receipt in sight, server included.
"""

import time
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.reception.township import PHRASE
from yixian.assessment.queries import classification_of
from yixian.protection.actions import open_seal
from yixian.reception.enums import Channel, Signing
from yixian.reception.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEY = 0.12
LONGEST = 45.0
LONGEST_BESIDE = 14.0
PHRASE_LENGTH = 4
ACCOUNT = (
    "反映柳湾村村委会主任侵占集体资金。二〇二五年六月，村里把东头的集体鱼塘承包给外乡人，承包费六万元没有入村集体账，"
    "也没有公示。主任让会计写了一张四万元的收据，另外两万元自己拿走。村民代表问过两次都不答复。"
    "收据的照片在来电人手里，会计和承包人都知道。"
)
WATCHES_THE_MOUSE = """
for (const name of ["mousedown", "click", "pointerdown", "touchstart"])
  addEventListener(name, (event) => {
    if (event.detail || event.pointerType) document.documentElement.dataset.mouse = name;
  }, true);
"""
"""A key that presses a button makes a click too, but one of no hand: it has no ``detail``."""


@dataclass
class Hands:
    """Somebody who types at a stated pace; ``spent`` is how long the words themselves took."""

    page: Page
    spent: float = field(default=0.0)

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            time.sleep(KEY)
            self.page.keyboard.press(key)

    def digits(self, number: str) -> None:
        for each in number:
            self.press(each)

    def chinese(self, text: str) -> None:
        """Two keys a character and one to take the phrase, which then stands in the field."""
        began = time.monotonic()
        for at in range(0, len(text), PHRASE_LENGTH):
            phrase = text[at : at + PHRASE_LENGTH]
            time.sleep(KEY * (2 * len(phrase) + 1))
            self.page.keyboard.insert_text(phrase)
        self.spent += time.monotonic() - began


@pytest.fixture
def seated(town, live_server, open_page) -> Page:
    """At the page of today, with every touch of a mouse counted on any page that follows."""
    page: Page = open_page(base_url=live_server.url, width=1280).page
    page.goto("/desk/login")
    page.fill("[name=username]", town.staff["clerk"].username)
    page.fill("[name=passphrase]", f"{PHRASE}clerk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")
    page.context.add_init_script(WATCHES_THE_MOUSE)
    return page


def focused(page: Page, part: str) -> None:
    page.wait_for_function("(part) => document.activeElement.id.endsWith(part)", arg=part, timeout=5000)


def typed_call(hands: Hands) -> float:
    """The whole call; seconds from the first key to the receipt."""
    page, began = hands.page, time.monotonic()
    hands.press("n")
    page.wait_for_url("**/register")
    hands.press("3")
    focused(page, "id_account")
    hands.chinese(ACCOUNT)
    in_account = hands.spent
    hands.press("Tab")
    focused(page, "people-0-name")
    hands.chinese("柳青山")
    hands.press("Tab")
    hands.chinese("主任")
    hands.press("Tab", times=4)
    focused(page, "reporters-0-name")
    hands.chinese("金丝雀")
    hands.press("Tab")
    hands.digits("13800000999")
    hands.press("Tab", times=4)
    focused(page, "id_village")
    hands.press("ArrowDown")
    page.wait_for_selector("#id_report_class")
    hands.press("Control+Enter")
    page.wait_for_selector(".receipt-code")
    hands.spent = in_account
    return time.monotonic() - began


def test_a_phone_report_is_registered_in_45_seconds_without_a_mouse(town, seated, record_property):
    hands = Hands(seated)

    whole = typed_call(hands)

    report = Report.objects.get()
    record_property("seconds, of which for the account", f"{whole:.1f}, {hands.spent:.1f}")
    assert 120 <= len(ACCOUNT) <= 180
    assert whole <= LONGEST, whole
    assert whole - hands.spent <= LONGEST_BESIDE
    assert seated.locator("html").get_attribute("data-mouse") is None
    assert (report.channel, report.signing) == (Channel.CALL, Signing.UNVERIFIED)
    assert report.village_id == town.village.pk
    assert report.people.get().cadre_token is not None
    assert open_seal(by=town["clerk"], seal=report.account)["account"] == ACCOUNT
    assert classification_of(report.pk).report_class == "accusation"


def test_a_mouse_would_have_been_noticed(town, seated):
    seated.goto("/desk/register/call")

    seated.mouse.click(400, 300)

    assert seated.locator("html").get_attribute("data-mouse") is not None
