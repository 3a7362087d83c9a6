from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.roster.conftest import acting
from tests.roster.web.test_views import words
from yixian.roster.enums import Role
from yixian.roster.models import Village
from yixian.roster.workbook import write_roster_template


@pytest.fixture
def upload(book: Path):
    """A filled workbook of villages as a browser sends it."""

    def fill(*rows):
        write_roster_template(book)
        workbook = openpyxl.load_workbook(book)
        for row in rows:
            workbook["村（社区）"].append(row)
        workbook.save(book)
        return {"book": SimpleUploadedFile("我的名册.xlsx", book.read_bytes())}

    return fill


def test_a_workbook_is_looked_at_and_then_imported(at_admin, township, upload):
    checked = at_admin.post("/desk/roster/import/", upload(["YX-QH", "上禾村", "村"]))
    before = Village.objects.count()
    imported = at_admin.post("/desk/roster/import/do/", {"parcel": checked.context["parcel"]}, follow=True)

    assert before == 0
    assert "核对无误，现在导入吗？文件“我的名册.xlsx”。" in words(checked)
    assert "村（社区）100" in words(checked)
    assert "名册已导入：新增1条，更新0条。" in words(imported)
    assert [village.name for village in Village.objects.all()] == ["上禾村"]


def test_problems_are_shown_by_sheet_and_row_and_there_is_nothing_to_confirm(at_admin, township, upload):
    response = at_admin.post("/desk/roster/import/", upload(["YX-QH", "上禾村", "镇"]))

    assert "村（社区）2“类别”填的是“镇”，只能填：村、社区。" in words(response)
    assert response.context["parcel"] == ""
    assert Village.objects.count() == 0


def test_what_changed_between_the_look_and_the_import_is_told(at_admin, township, upload):
    checked = at_admin.post("/desk/roster/import/", upload(["YX-QH", "上禾村", "村"]))
    township.code = "YX-NEW"
    township.save()

    response = at_admin.post("/desk/roster/import/do/", {"parcel": checked.context["parcel"]})

    assert "机构代码“YX-QH”不在“机构”表中，名册里也没有。" in words(response)


def test_a_parcel_that_was_tampered_with_is_not_opened(at_admin, township, upload):
    checked = at_admin.post("/desk/roster/import/", upload(["YX-QH", "上禾村", "村"]))
    parcel = checked.context["parcel"]

    response = at_admin.post("/desk/roster/import/do/", {"parcel": f"A{parcel[1:]}"}, follow=True)

    assert "核对结果已经过期，请重新选择文件核对。" in words(response)
    assert Village.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("名册.docx", b"x", "请选择.xlsx或.xls文件。"),
        ("名册.xlsx", b"", "这个文件是空的，请重新选择。"),
        ("名册.xlsx", b"0" * (1024 * 1024 + 1), "文件超过1MB，请按乡镇拆成几个文件分别导入。"),
        ("名册.xlsx", b"PK\x03\x04broken", "“名册.xlsx”已损坏"),
    ],
)
def test_a_file_that_cannot_be_used_gets_a_plain_sentence(at_admin, name, content, sentence):
    response = at_admin.post("/desk/roster/import/", {"book": SimpleUploadedFile(name, content)})

    assert response.status_code == 200
    assert sentence in words(response)


def test_no_file_at_all_gets_a_plain_sentence(at_admin):
    response = at_admin.post("/desk/roster/import/", {"other": "1"})

    assert "请选择名册文件。" in words(response)


def test_the_address_of_the_second_step_alone_leads_to_the_first(at_admin):
    response = at_admin.get("/desk/roster/import/do/")

    assert (response.status_code, response["Location"]) == (302, "/desk/roster/import/")


def test_a_clerk_cannot_import_with_an_administrator_s_parcel(at_admin, seat, clerk, township, upload):
    checked = at_admin.post("/desk/roster/import/", upload(["YX-QH", "上禾村", "村"]))
    seat(acting(clerk, Role.CLERK))

    response = at_admin.post("/desk/roster/import/do/", {"parcel": checked.context["parcel"]})

    assert response.status_code == 403
    assert Village.objects.count() == 0
