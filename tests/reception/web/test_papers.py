"""The pages of wording and posters, as a chief uses them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import page, sit
from tests.reception.actions.test_templates import worded
from yixian.reception.enums import PaperKind
from yixian.reception.models import PaperTemplate
from yixian.roster.models import Organ

PROMISE = "/desk/papers/promise"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def upload(client, sentence: str, name: str = "承诺书.docx", content: bytes | None = None):
    content = worded(PaperKind.PROMISE, sentence) if content is None else content
    return client.post(PROMISE, {"template": SimpleUploadedFile(name, content, DOCX)})


def raw_parcel(answer) -> str:
    return answer.content.decode().split('name="parcel" value="')[1].split('"')[0]


def test_every_paper_is_listed_with_what_is_in_use(town):
    listed = page(sit(town, "chief").get("/desk/papers/"))

    assert [kind.label for kind in PaperKind if kind.label not in listed] == []
    assert "软件自带" in listed


def test_a_template_is_downloaded_checked_looked_at_and_taken_into_use(town):
    client = sit(town, "chief")
    given = client.get(f"{PROMISE}/template")

    checked = upload(client, "本机关的一句话。")
    parcel = raw_parcel(checked)
    looked = client.post(f"{PROMISE}/look", {"parcel": parcel})
    taken = client.post(f"{PROMISE}/take", {"parcel": parcel}, follow=True)

    assert given.content[:2] == b"PK"
    assert "检查通过" in page(checked)
    assert (looked["Content-Type"], looked.content[:5]) == ("application/pdf", b"%PDF-")
    assert "已启用第1版" in page(taken)
    assert PaperTemplate.objects.get().version == 1


def test_every_fault_is_told_and_nothing_is_offered_for_use(town):
    told = page(upload(sit(town, "chief"), "{{办结期现}} {{ 7*7 }}"))

    assert [each for each in ("是不是“{{办结期限}}”", "{{ 7*7 }}", "还不能启用") if each not in told] == []
    assert 'name="parcel"' not in told


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [("承诺书.doc", b"\xd0\xcf\x11\xe0" + b"x" * 600, "另存为"), ("承诺书.docx", b"", "请选择|空")],
)
def test_a_file_of_the_wrong_kind_is_refused_in_words(town, name, content, word):
    told = page(upload(sit(town, "chief"), "", name, content))

    assert any(each in told for each in word.split("|"))
    assert 'name="parcel"' not in told


def test_a_parcel_of_another_paper_or_a_forged_one_is_not_taken(town):
    client = sit(town, "chief")
    parcel = raw_parcel(upload(client, "一句。"))

    for kind, sent in (("acceptance", parcel), ("promise", parcel[:-4] + "AAAA"), ("promise", "")):
        told = page(client.post(f"/desk/papers/{kind}/take", {"parcel": sent}, follow=True))
        assert "检查结果已经过期" in told
    assert PaperTemplate.objects.count() == 0


def test_an_earlier_version_and_the_shipped_one_come_back(town):
    client = sit(town, "chief")
    for sentence in ("第一种。", "第二种。"):
        client.post(f"{PROMISE}/take", {"parcel": raw_parcel(upload(client, sentence))})

    first = page(client.post(f"{PROMISE}/return", {"version": "1"}, follow=True))
    shipped = page(client.post(f"{PROMISE}/return", {"version": "0"}, follow=True))

    assert "已恢复第1版" in first
    assert "已恢复软件自带的模板" in shipped
    assert client.get(f"{PROMISE}/template?version=2").content[:2] == b"PK"
    assert client.get(f"{PROMISE}/template?version=77").status_code == 404


def test_an_unknown_paper_does_not_exist(town):
    assert sit(town, "chief").get("/desk/papers/nothing").status_code == 404


@pytest.mark.parametrize("address", ["/desk/papers/", PROMISE, f"{PROMISE}/template"])
def test_a_clerk_does_not_word_papers(town, address):
    assert sit(town).get(address).status_code == 403


def test_posters_come_as_one_pdf_once_the_window_has_an_address(town):
    client = sit(town)
    without = page(client.post("/desk/papers/posters", {"size": "a4", "village": ""}))
    Organ.objects.filter(pk=town.organ.pk).update(window_url="https://jubao.example.cn/")

    printed = client.post("/desk/papers/posters", {"size": "a3", "village": ""})

    assert "还没有填写举报窗口网址" in without
    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")


@pytest.mark.parametrize("address", ["/desk/papers/", PROMISE])
def test_the_pages_ask_as_much_of_the_database_for_three_choices_as_for_one(town, address):
    client, asked = sit(town, "chief"), []
    for sentences in (("一。",), ("二。", "三。")):
        for sentence in sentences:
            client.post(f"{PROMISE}/take", {"parcel": raw_parcel(upload(client, sentence))})
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked.append(len(queries))

    assert asked[0] == asked[1]
