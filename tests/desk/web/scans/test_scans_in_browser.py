"""A letter from the upload to its text in a real browser: without a script, and with one from the keyboard."""

import pytest

from bench.scan_pages import as_pdf
from tests.desk.web.test_pages_in_browser import clerk_at
from tests.reception.scanned import WORDS, a_scan, first_page, slip
from tests.reception.township import MONDAY
from yixian.reception.models import Scan
from yixian.reception.scanning import seal_reading
from yixian.toolkit.scans import Doubt
from yixian.toolkit.scans.pages import pixels_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = 120_000
"""Milliseconds: a page is read on a machine that may have much else to do."""


def test_a_letter_is_read_without_a_script(town, live_server, open_page):
    watched = clerk_at(live_server, open_page, town, javascript=False)
    page = watched.page
    page.goto("/desk/scans")
    upload = {"name": "来信.pdf", "mimeType": "application/pdf", "buffer": as_pdf([pixels_of(slip())])}
    page.set_input_files("input[type=file]", upload)
    page.fill("[name=received_on]", "2026-03-02")
    watched.press("上传并密封", timeout=LONG)
    watched.press("识别下一页", timeout=LONG)

    read = page.input_value("#id_text")
    watched.press("校对完毕")

    assert read.replace("\n", "") == "".join(WORDS)
    assert page.url.endswith(f"/desk/register/letter/scan/{Scan.objects.get().pk}")
    assert page.input_value("#id_account") == read


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_of_a_scan_are_free_of_barriers_and_doubts_are_walked_by_keys(
    town, live_server, open_page, width
):
    scan = a_scan(town)
    found = first_page(scan)
    found.reading, found.read_on = (
        seal_reading(found, "组长把钱给了亲戚", [Doubt(2, 4, 0.3), Doubt(6, 8, 0.4)]),
        MONDAY,
    )
    found.save()
    watched = clerk_at(live_server, open_page, town, width=width)
    page, barriers, too_wide = watched.page, [], []
    for address in ("scans", f"scans/{scan.pk}", f"scans/{scan.pk}/up", f"scans/{scan.pk}/pages/1"):
        page.goto(f"/desk/{address}", wait_until="networkidle")
        barriers += [(address, each) for each in watched.violations()]
        too_wide += [address] if watched.is_wider_than_the_screen() else []

    page.keyboard.press("Alt+KeyN")
    page.keyboard.press("Alt+KeyN")

    chosen = page.eval_on_selector(
        "#id_text", "text => text.value.slice(text.selectionStart, text.selectionEnd)"
    )
    assert chosen == "亲戚"
    assert (barriers, too_wide, watched.complaints) == ([], [], [])
