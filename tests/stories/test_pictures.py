"""The pictures of the READMEs: real pages of the fictitious township, taken by the browser that the tests drive.

``YIXIAN_PICTURES=1`` keeps them in docs/pictures; ``YIXIAN_TEST_ALL=1`` only proves that the pages can be taken.
"""

import os
import struct
from datetime import date, timedelta
from pathlib import Path

import pytest

from yixian.config.demo.cast import found_cast, log_ins
from yixian.config.demo.year import play_year

WANTED = os.environ.get("YIXIAN_PICTURES") or os.environ.get("YIXIAN_TEST_ALL")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not WANTED, reason="plays the whole year: with YIXIAN_PICTURES=1 or YIXIAN_TEST_ALL=1"
    ),
]

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
TODAY = date(2026, 11, 20)
CHIEF = "shuji"
DESK = {"today": "/desk/", "ledger": "/desk/ledger", "figures": "/desk/figures/"}


@pytest.fixture
def year(db, settings) -> dict[str, str]:
    """The demonstration's year; pass phrases by log-in name."""
    settings.YIXIAN_TODAY = TODAY
    play_year(found_cast(TODAY - timedelta(days=400)), today=TODAY)
    return {row[2]: row[3] for row in log_ins()}


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height from the PNG's own header."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def keep(name: str, png: bytes) -> None:
    if os.environ.get("YIXIAN_PICTURES"):
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.png").write_bytes(png)


def test_the_pages_of_the_readmes_are_taken_from_the_real_product(year, live_server, open_page):
    phone, desk = open_page(width=360).page, open_page(width=1280).page
    phone.goto(f"{live_server.url}/")
    taken = {"window": phone.screenshot()}
    desk.goto(f"{live_server.url}/desk/login")
    desk.get_by_label("登录名").fill(CHIEF)
    desk.get_by_label("口令").fill(year[CHIEF])
    desk.get_by_role("button", name="登录").click()
    desk.wait_for_url("**/desk/")
    for name, address in DESK.items():
        desk.goto(live_server.url + address)
        taken[name] = desk.screenshot()
    desk.goto(f"{live_server.url}/desk/ledger")
    desk.locator("main a.row-link").first.click()
    desk.wait_for_load_state()
    taken["dossier"] = desk.screenshot()
    for name, png in taken.items():
        keep(name, png)

    widths = {name: size_of(png)[0] for name, png in taken.items()}
    assert widths == {"window": 360, "today": 1280, "ledger": 1280, "figures": 1280, "dossier": 1280}
    assert all(len(png) > 20_000 for png in taken.values()), "a page came out blank"
