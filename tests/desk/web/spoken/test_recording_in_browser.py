"""Speaking into a section: the browser records, the office's own program writes down, a person checks."""

import sys
from pathlib import Path

import pytest

from tests.browser import ARGUMENTS, PLACES
from tests.reception.township import PHRASE
from tests.reception.visitors import a_visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FAKE_MICROPHONE = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
ENGINE = "import os, sys; print(os.environ['SPEECH_MEDIA_TYPE'], len(sys.stdin.buffer.read()) > 1000)"


@pytest.fixture
def microphone(chromium):
    """Another Chromium, whose microphone beeps by itself."""
    where = next((place for place in PLACES if Path(place).exists()), None)
    browser = chromium.browser_type.launch(executable_path=where, args=[*ARGUMENTS, *FAKE_MICROPHONE])
    yield browser
    browser.close()


def test_what_is_spoken_stands_in_its_section_as_a_draft(town, live_server, microphone, settings):
    settings.YIXIAN_SPEECH = f'{sys.executable} -c "{ENGINE}"'
    report = a_visit(town)
    page = microphone.new_context(base_url=live_server.url, permissions=["microphone"]).new_page()
    page.goto("/desk/login")
    page.fill("[name=username]", town.staff["clerk"].username)
    page.fill("[name=passphrase]", f"{PHRASE}clerk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/")
    page.goto(f"/desk/reports/{report.pk}/dictate")

    page.get_by_role("button", name="开始录音").click()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="停止").click()
    page.get_by_text("录好了").wait_for()
    page.get_by_role("button", name="转写到这一段").click()

    page.wait_for_url("**/interview")
    assert page.locator("#id_section_what").input_value().endswith("〔机器转写，须核对〕audio/mp4 True")
