"""Files at the window: taken in one by one, kept locked, sent under seal, and never given out here again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.desk.sitting import page, sit
from tests.reception.township import Township
from tests.toolkit.files.samples import SECRET, jpeg, pdf
from tests.window.everything import found_in_the_database
from tests.window.visitor import REPORTER, Visitor
from yixian.protection.actions import IDENTITY, rewrap
from yixian.reception.actions import WebCorrections, open_attachment, read_report, register_web_report
from yixian.reception.attaching import KeptWithIdentity
from yixian.reception.models import Attachment, Report
from yixian.toolkit.files import FileKind
from yixian.window import stash
from yixian.window.models import Drawer, DrawerFile

PAGE = "/report/files"


def photo(name: str = "金丝雀姓名家门口.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, jpeg(), "image/jpeg")


def paper(name: str = "账本.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(), "application/pdf")


@pytest.fixture
def writer(visitor: Visitor) -> Visitor:
    """Somebody who has answered everything."""
    visitor.fill_in()
    return visitor


def hand_in(
    visitor: Visitor, *files: SimpleUploadedFile, path: str = PAGE, go: str = "add", **words: str
) -> str:
    return visitor._page(visitor.client.post(path, {"file": list(files), "go": go, **words}))


def test_files_wait_in_order_and_are_sealed_with_the_report(writer: Visitor, town: Township) -> None:
    hand_in(writer, photo(), paper())
    shown = writer.get("/report/check")
    writer.send()

    report = Report.objects.get()
    listed = read_report(by=town["clerk"], report=report).files
    opened = open_attachment(by=town["clerk"], report=report, position=1)
    assert ("金丝雀姓名家门口.jpg" in shown, "账本.pdf" in shown) == (True, True)
    assert [(each.name, each.kind) for each in listed] == [
        ("材料1（照片）.jpg", FileKind.JPEG),
        ("材料2（PDF 文件）.pdf", FileKind.PDF),
    ]
    assert (opened.content[:2], SECRET.encode() in opened.content) == (b"\xff\xd8", False)
    assert DrawerFile.objects.count() == 0


def test_neither_what_a_phone_planted_nor_the_name_it_gave_is_stored_or_sent(
    writer: Visitor, town: Township
) -> None:
    hand_in(writer, photo(), paper())
    waiting = b"".join(bytes(each.content) + bytes(each.label) for each in DrawerFile.objects.all())
    while_waiting = found_in_the_database()
    writer.send()

    report = Report.objects.get()
    opened = [open_attachment(by=town["clerk"], report=report, position=number) for number in (1, 2)]
    told = b"".join(each.content + each.name.encode() for each in opened)
    assert (SECRET.encode() in waiting, while_waiting, found_in_the_database()) == (False, [], [])
    assert [mark in told for mark in (SECRET.encode(), "金丝雀姓名".encode(), b"Exif", b"/Author")] == [
        False
    ] * 4


def test_chosen_files_are_taken_in_whatever_button_is_pressed(writer: Visitor) -> None:
    hand_in(writer, photo(), go="")

    assert (writer.at, Drawer.objects.get().files.count()) == ("/report/check", 1)


def test_what_is_refused_is_said_once_and_the_rest_is_kept(writer: Visitor) -> None:
    odd = SimpleUploadedFile("程序.exe", b"MZ\x90\x00" * 40)

    page = hand_in(writer, photo(), odd, go="")
    again = writer.get(PAGE)

    assert (writer.at, "“程序.exe”不是可以接收的文件" in page, "程序.exe" in again) == (PAGE, True, False)
    assert Drawer.objects.get().files.count() == 1


def test_a_file_is_removed_and_another_moved_up(writer: Visitor) -> None:
    hand_in(writer, photo("甲.jpg"), photo("乙.jpg"), photo("丙.jpg"))

    writer.post(PAGE, go="up-3")
    page = writer.post(PAGE, go="remove-1")

    assert [name for name in ("甲.jpg", "乙.jpg", "丙.jpg") if name in page] == ["乙.jpg", "丙.jpg"]
    assert page.index("丙.jpg") < page.index("乙.jpg")


@pytest.mark.parametrize("press", ["remove-0", "remove-9", "remove-99999", "up-1", "up-x", "remove-"])
def test_a_number_of_no_file_changes_nothing(writer: Visitor, press: str) -> None:
    hand_in(writer, photo("甲.jpg"))

    writer.post(PAGE, go=press)

    assert Drawer.objects.get().files.count() == 1


def test_pressing_without_having_chosen_says_what_to_do(writer: Visitor) -> None:
    assert "还没有选文件" in writer.post(PAGE, go="add")


@pytest.mark.parametrize(
    ("limit", "value", "said"),
    [
        ("MOST", 1, "一次最多交 1 份"),
        ("MOST_BYTES", 10, "放不下了"),
        ("MOST_OF_ALL", 10, "现在存不下"),
        ("LEAST_FREE", 1 << 60, "现在存不下"),
        ("TRIES", 1, "传的次数太多了"),
    ],
)
def test_each_bound_is_told_with_the_way_round_it_and_nothing_typed_is_lost(
    writer: Visitor, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, said: str
) -> None:
    monkeypatch.setattr(stash, limit, value)

    page = hand_in(writer, photo("甲.jpg"), photo("乙.jpg"))

    assert (said in page, "用查询码再补交" in page) == (True, True)
    assert "路只修了一半" in writer.get("/report/check")


def test_without_a_draft_nothing_is_taken_in(town: Township) -> None:
    stranger = Visitor(Client())

    hand_in(stranger, photo())

    assert (stranger.status, DrawerFile.objects.count()) == (410, 0)


def test_leaving_destroys_the_files_too(writer: Visitor) -> None:
    hand_in(writer, photo())

    writer.post("/report/leave")

    assert DrawerFile.objects.count() == 0


def test_a_file_changed_in_the_database_is_not_sent(writer: Visitor) -> None:
    hand_in(writer, photo())
    DrawerFile.objects.update(content=b"\x01" * 200)

    page = writer.post("/report/check")

    assert ("暂存的材料被改动过" in page, Report.objects.count()) == (True, 0)


def test_the_window_gives_no_file_out_again(writer: Visitor, town: Township) -> None:
    hand_in(writer, photo())
    code = writer.send()
    page = writer.open_mailbox(code)

    assert [writer.client.get(f"{PAGE}/{way}").status_code for way in ("1", "content")] == [404, 404]
    assert ".jpg" not in page


def test_evidence_is_added_by_code_with_its_letter(writer: Visitor, town: Township) -> None:
    writer.open_mailbox(writer.send())
    waiting = hand_in(writer, paper(), path="/mailbox/further", text="又找到一张单子。")
    page = writer.post("/mailbox/further", text="又找到一张单子。")

    attached = Attachment.objects.get()
    assert ("账本.pdf" in waiting, "又找到一张单子。" in waiting, "需要改" in waiting) == (True, True, False)
    assert ("附材料1份" in page, DrawerFile.objects.count()) == (True, 0)
    assert (attached.letter.report, attached.added_by) == (Report.objects.get(), None)


def test_a_photograph_is_sent_without_a_word_and_says_so(writer: Visitor, town: Township) -> None:
    writer.open_mailbox(writer.send())
    hand_in(writer, photo(), path="/mailbox/further")

    page = writer.post("/mailbox/further", text="")

    assert ("只交材料，没有写话" in page, "附材料1份" in page, DrawerFile.objects.count()) == (True, True, 0)


def test_without_a_file_words_are_asked_for(writer: Visitor, town: Township) -> None:
    writer.open_mailbox(writer.send())

    assert "请写下您要说的话" in writer.post("/mailbox/further", text=" ")


def test_what_comes_later_is_counted_on_from_what_came_first(writer: Visitor, town: Township) -> None:
    hand_in(writer, photo())
    writer.open_mailbox(writer.send())
    hand_in(writer, paper(), path="/mailbox/further")
    writer.post("/mailbox/further", text="又找到一张单子。")

    listed = read_report(by=town["clerk"], report=Report.objects.get()).files
    assert [each.name[:3] for each in listed] == ["材料1", "材料2"]


def named(visitor: Visitor) -> Visitor:
    visitor.begin()
    visitor.answer(
        "office",
        "signing",
        "reporter",
        "persons",
        "matter",
        "place",
        signing={"signing": "real_name"},
        reporter=REPORTER,
    )
    return visitor


def test_a_file_that_shows_who_reports_is_sealed_with_the_name(visitor: Visitor, town: Township) -> None:
    named(visitor)
    hand_in(visitor, photo(), paper())
    marked = visitor.post(PAGE, go="mark-1")
    shown = visitor.get("/report/check")
    visitor.send()

    report = Report.objects.get()
    with pytest.raises(KeptWithIdentity):
        open_attachment(by=town["clerk"], report=report, position=1)
    assert open_attachment(by=town["clerk"], report=report, position=2).kind == FileKind.PDF
    assert ("<strong>会露出是我，随姓名封存</strong>" in marked, shown.count("，随姓名封存）")) == (True, 1)
    assert [each.identifies for each in report.attachments.order_by("position")] == [True, False]
    ring = town["custodian"]
    rewrap(by=ring, seal=report.attachments.get(position=1).content, organ_id=town.organ.pk, purpose=IDENTITY)


def test_a_mark_is_taken_back_and_one_of_no_file_changes_nothing(visitor: Visitor, town: Township) -> None:
    named(visitor)
    hand_in(visitor, photo())
    for go in ("mark-1", "mark-1", "mark-7", "mark-0"):
        page = visitor.post(PAGE, go=go)
    visitor.send()

    assert ("随姓名封存</strong>" in page, Attachment.objects.get().identifies) == (False, False)


def test_without_a_name_nothing_can_be_marked_and_a_mark_left_over_holds_the_report_back(
    visitor: Visitor, town: Township
) -> None:
    named(visitor)
    hand_in(visitor, photo())
    visitor.post(PAGE, go="mark-1")
    visitor.get("/report/check")
    visitor.post("/report/signing", signing="anonymous")
    refused = visitor.post("/report/check")
    still = visitor.post(PAGE, go="mark-1")
    visitor.send()

    assert "请取消标记，或者删掉这份材料" in refused
    assert ('value="mark-1"' in still, Attachment.objects.get().identifies) == (False, False)


@pytest.mark.parametrize("has_name", [True, False])
def test_evidence_brought_later_is_marked_only_where_there_is_a_name(
    visitor: Visitor, town: Township, *, has_name: bool
) -> None:
    if has_name:
        named(visitor)
    else:
        visitor.fill_in()
    code = visitor.send()
    visitor.post("/report/leave")
    visitor.open_mailbox(code)
    waiting = hand_in(visitor, photo(), path="/mailbox/further")
    if has_name:
        visitor.post("/mailbox/further", go="mark-1")
    visitor.post("/mailbox/further", text="补一张照片。")

    assert ('value="mark-1"' in waiting, Attachment.objects.get().identifies) == (has_name, has_name)
    report = Report.objects.get()
    register_web_report(
        by=town["clerk"], report=report, corrections=WebCorrections(), on=timezone.localdate()
    )
    letters = page(sit(town).get(f"/desk/reports/{report.pk}/letters"))
    assert ("能看出举报人，随身份封存" in letters, "/files/1" in letters) == (has_name, not has_name)
