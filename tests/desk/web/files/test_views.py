"""Files at the desk: attached by a form, listed in the dossier, shown without anything in them running."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.desk.sitting import page, sit
from tests.reception.township import a_letter
from tests.toolkit.files import samples
from yixian.reception.models import Report
from yixian.trail.models import Entry


def attach(client, report: Report, *uploads: SimpleUploadedFile, **changes: str):
    typed = {"given": list(uploads), "kind_": "evidence", **changes}
    return client.post(f"/desk/reports/{report.pk}/attach", typed)


@pytest.fixture
def with_files(town) -> Report:
    report = a_letter(town).report
    files = {
        "现场.png": samples.png(),
        "账页.pdf": samples.pdf(2),
        "说明.docx": samples.docx(),
        "电话.amr": samples.amr(),
    }
    answer = attach(sit(town), report, *(SimpleUploadedFile(name, held) for name, held in files.items()))
    assert answer.status_code == 302, page(answer)
    return report


def test_attached_files_stand_in_the_dossier(town, with_files):
    shown = page(sit(town).get(f"/desk/reports/{with_files.pk}"))

    assert [name for name in ("现场.png", "账页.pdf", "说明.docx", "电话.amr") if name in shown] == [
        "现场.png",
        "账页.pdf",
        "说明.docx",
        "电话.amr",
    ]
    assert f"/desk/reports/{with_files.pk}/files/2" in shown


@pytest.mark.parametrize(
    ("position", "has"),
    [(1, "<img"), (2, "第 1 页，共 2 页"), (3, "反映的情况如下。"), (4, "<audio")],
)
def test_each_kind_has_its_way_of_being_shown(town, with_files, position, has):
    assert has in page(sit(town).get(f"/desk/reports/{with_files.pk}/files/{position}"))


def test_content_is_given_out_so_that_nothing_runs_and_nothing_is_kept(town, with_files):
    answer = sit(town).get(f"/desk/reports/{with_files.pk}/files/1/content")

    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "no-store")
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert (answer["X-Content-Type-Options"], answer["Content-Disposition"][:6]) == ("nosniff", "inline")


@pytest.mark.parametrize(("position", "query"), [(2, ""), (3, ""), (1, "?save=1")])
def test_a_paper_is_only_ever_saved(town, with_files, position, query):
    answer = sit(town).get(f"/desk/reports/{with_files.pk}/files/{position}/content{query}")

    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''%")


def test_a_pdf_comes_as_pictures_of_its_pages(town, with_files):
    client = sit(town)
    answer = client.get(f"/desk/reports/{with_files.pk}/files/2/pages/2")
    beyond = client.get(f"/desk/reports/{with_files.pk}/files/2/pages/3")
    no_pdf = client.get(f"/desk/reports/{with_files.pk}/files/1/pages/1")

    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.format == "JPEG"
    assert (beyond.status_code, no_pdf.status_code) == (404, 404)


def test_each_opening_leaves_its_line(town, with_files):
    sit(town).get(f"/desk/reports/{with_files.pk}/files/1/content")

    subject = f"reception.report:{with_files.pk}"
    assert Entry.objects.filter(act="reception.open_attachment", subject=subject).count() == 1


def test_somebody_without_the_report_finds_no_file(town, with_files):
    client = sit(town, "other_clerk")
    answers = [
        client.get(f"/desk/reports/{with_files.pk}/files/1{more}") for more in ("", "/content", "/pages/1")
    ]

    assert [each.status_code for each in answers] == [404, 404, 404]


def test_a_position_without_a_file_is_nothing(town, with_files):
    assert sit(town).get(f"/desk/reports/{with_files.pk}/files/9").status_code == 404


def test_a_file_that_is_refused_says_why_and_attaches_none(town):
    report = a_letter(town).report
    good, bad = (
        SimpleUploadedFile("a.png", samples.png()),
        SimpleUploadedFile("b.doc", b"\xd0\xcf\x11\xe0" + bytes(99)),
    )

    answer = attach(sit(town), report, good, bad)

    assert "旧版 Word、Excel 文件请另存为" in page(answer)
    assert report.attachments.count() == 0


def test_a_page_that_cannot_be_drawn_in_time_leaves_the_file_to_be_saved(town, with_files, monkeypatch):
    monkeypatch.setattr("yixian.toolkit.drawing.PATIENCE", -2.0)
    client, address = sit(town), f"/desk/reports/{with_files.pk}/files/2"

    drawn, viewer = client.get(f"{address}/pages/1"), page(client.get(address))

    assert (drawn.status_code, "请保存到本机查看" in drawn.content.decode()) == (422, True)
    assert ("画不出来，请保存到本机查看" in viewer, f"{address}/content?save=1" in viewer) == (True, True)
