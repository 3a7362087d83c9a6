"""The pages of wording and posters in a real browser: no barrier, no complaint, no sideways scrolling."""

import pytest

from tests.browser import OpenPage
from tests.reception.actions.test_templates import take, worded
from tests.reception.township import PHRASE
from yixian.reception.enums import PaperKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PROMISE = "/desk/papers/promise"


def a_file(sentence: str) -> dict[str, object]:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": "承诺书.docx", "mimeType": kind, "buffer": worded(PaperKind.PROMISE, sentence)}


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_of_papers_is_free_of_barriers_and_fits_the_screen(
    town, live_server, open_page: OpenPage, width
):
    take(town, "第一种写法。", PaperKind.PROMISE)
    take(town, "第二种写法。", PaperKind.PROMISE)
    watched = open_page(base_url=live_server.url, width=width)
    watched.page.goto("/desk/login")
    watched.page.fill("[name=username]", town.staff["chief"].username)
    watched.page.fill("[name=passphrase]", f"{PHRASE}chief")
    watched.press("登录")
    found = {}
    for address in ("/desk/papers/", "/desk/papers/posters", "/desk/roster/contact/", PROMISE):
        watched.page.goto(address)
        found[address] = (watched.violations(), watched.is_wider_than_the_screen())
    for sentence in ("改好的一句。", "{{办结期现}}{{ 7*7 }}"):
        watched.page.goto(PROMISE)
        watched.page.set_input_files("input[type=file]", a_file(sentence))
        watched.press("检查")
        found[sentence] = (watched.violations(), watched.is_wider_than_the_screen())

    assert found == dict.fromkeys(found, ([], False))
    assert watched.complaints == []
