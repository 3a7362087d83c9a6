"""The pages of an import in a real browser: no barrier at either width, and the work goes on by itself."""

import os

import pytest

from tests.browser import OpenPage, Watched
from tests.desk.web.test_pages_in_browser import WIDE, clerk_at
from tests.reception.importing.flow import LATER, checked, imported, mapped, undone
from tests.reception.importing.making import gbk, titled, workbook
from tests.reception.township import PHRASE
from yixian.reception.actions import begin_import
from yixian.reception.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
URL = "/desk/imports"
BAD = [
    ["编号", "收到日期", "渠道", "反映内容", "举报人"],
    ["旧1", "年初", "来信", "反映水渠维修款没有公开。", "林春福"],
    ["旧2", "2025-03-04", "鸽子", "反映门面房租金去向。", ""],
    ["旧3", "2025-03-04", "来信", "反映低保名单没有公示。", ""],
]


def every_page(town) -> dict[str, str]:
    """Name → address of each page and state."""
    clerk = town["clerk"]
    begun = begin_import(by=clerk, name="往年台账.xlsx", content=titled(), on=LATER)
    words = mapped(clerk, "二.csv", gbk())
    dry = checked(clerk, "三.xlsx", workbook(("台账", BAD)))
    done = imported(
        clerk, "四.xlsx", workbook(("台账", [*BAD, ["旧4", "2025-03-05", "来访", "另一件。", ""]]))
    )
    gone = undone(
        town,
        imported(
            clerk, "五.xlsx", workbook(("台账", [BAD[0], ["旧9", "2024-03-05", "来访", "第五件。", ""]]))
        ),
    )
    return {
        "list": URL,
        "columns": f"{URL}/{begun.pk}/columns",
        "words": f"{URL}/{words.pk}/words",
        "checked": f"{URL}/{dry.pk}",
        "done": f"{URL}/{done.pk}",
        "undone": f"{URL}/{gone.pk}",
    }


@pytest.mark.parametrize("width", [WIDE, 360])
def test_every_page_of_an_import_is_free_of_barriers(town, live_server, open_page: OpenPage, width):
    watched = clerk_at(live_server, open_page, town, width=width)
    found, too_wide = [], []

    for name, address in every_page(town).items():
        watched.page.goto(address)
        found += [(name, each) for each in watched.violations()]
        too_wide += [name] if watched.is_wider_than_the_screen() else []
        pictured(watched, f"{name}-{width}")

    assert (found, too_wide, watched.complaints) == ([], [], [])


def pictured(watched: Watched, name: str) -> None:
    """A picture for whoever asks for them: YIXIAN_PICTURES=folder."""
    folder = os.environ.get("YIXIAN_PICTURES")
    if folder:
        watched.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_file_goes_in_by_the_buttons_with_and_without_script(
    town, live_server, open_page, tmp_path, javascript
):
    (tmp_path / "往年台账.xlsx").write_bytes(titled())
    watched = clerk_at(live_server, open_page, town, javascript=javascript)
    page = watched.page
    page.goto(URL)
    page.set_input_files("#id_ledger", tmp_path / "往年台账.xlsx")
    watched.press("上传并对应栏目")
    watched.press("下一步：对应词语")

    page.get_by_role("button", name="下一步：逐行核对").click()
    page.get_by_role("button", name="导入这些行").click()

    page.get_by_text("导入完成").wait_for()
    assert Report.objects.count() == 3


def test_an_import_left_halfway_goes_on_by_itself_when_its_page_is_opened(town, live_server, open_page):
    found = mapped(town["clerk"], "a.xlsx", titled())
    watched = clerk_at(live_server, open_page, town)

    watched.page.goto(f"{URL}/{found.pk}")

    watched.page.get_by_text("核对完毕，还没有导入").wait_for()
    assert watched.complaints == []


def test_the_chief_is_asked_before_an_import_is_taken_back(town, live_server, open_page):
    found = imported(town["clerk"], "a.csv", gbk())
    watched = open_page(base_url=live_server.url, width=WIDE, javascript=True)
    page = watched.page
    page.goto("/desk/login")
    page.fill("[name=username]", town.staff["chief"].username)
    page.fill("[name=passphrase]", f"{PHRASE}chief")
    watched.press("登录")
    page.goto(f"{URL}/{found.pk}")
    page.get_by_role("link", name="撤销这次导入").click()
    barred = watched.violations()
    pictured(watched, "undo-1280")

    page.get_by_role("button", name="撤销导入").click()

    page.get_by_text("这次导入已经撤销").wait_for()
    assert (barred, watched.complaints) == ([], [])
