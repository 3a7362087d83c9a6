import io
import os
import zipfile
from pathlib import Path

import pytest

from tests.toolkit.spreadsheets.making import HEADINGS, make_xlsx
from yixian.toolkit.spreadsheets import SpreadsheetProblem, guards, read_book


def refusal(path):
    with pytest.raises(SpreadsheetProblem) as caught:
        read_book(path)
    return str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    assert refusal(tmp_path / "没有.xlsx") == "找不到文件“没有.xlsx”，请检查文件名和所在文件夹。"


def test_a_folder_is_not_a_table(tmp_path):
    (tmp_path / "台账").mkdir()

    assert refusal(tmp_path / "台账") == "“台账”是文件夹，请指定其中的一个表格文件。"


def test_a_device_is_not_a_table(tmp_path):
    os.mkfifo(tmp_path / "管道.csv")

    assert refusal(tmp_path / "管道.csv") == "“管道.csv”不是普通文件，无法读取。"


def test_a_file_without_permission_says_so(tmp_path, monkeypatch):
    path = tmp_path / "台账.csv"
    path.write_text("编号\n1")
    path.chmod(0)
    if os.geteuid() == 0:
        pytest.skip("root 可以读取任何文件，无法在此检验权限")

    assert refusal(path).startswith("没有权限读取“台账.csv”")


def test_an_empty_file_says_so(tmp_path):
    (tmp_path / "空.xlsx").touch()

    assert refusal(tmp_path / "空.xlsx") == "“空.xlsx”是空文件（0 字节）。"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "大.csv"
    with path.open("wb") as stream:
        stream.truncate(guards.MAX_FILE + 1)

    assert refusal(path) == "“大.csv”有 500 MB，超过 500 MB 的上限，请按年份拆分后分别分析。"


def test_a_broken_workbook_says_how_to_mend_it(tmp_path):
    path = make_xlsx(tmp_path / "断.xlsx", [HEADINGS, ["1", "修路", "路坏了", "2026/3/1"]])
    path.write_bytes(path.read_bytes()[:3000])

    assert refusal(path) == "“断.xlsx”已损坏，无法打开。请用 Excel 或 WPS 打开并另存一份，或重新获取文件。"


def test_a_broken_xls_says_how_to_mend_it(tmp_path):
    path = tmp_path / "断.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 3000)

    assert refusal(path) == "“断.xls”已损坏，无法打开。请重新获取文件，或用 Excel 另存一份。"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 ...", "“甲.xlsx”是PDF 文件，不是表格。请指定 .xlsx、.xls 或 .csv 文件。"),
        (b"\x89PNG\r\n", "“甲.xlsx”是图片，不是表格。请指定 .xlsx、.xls 或 .csv 文件。"),
        (
            b"<html><table><tr><td>1</td></tr></table></html>",
            "“甲.xlsx”其实是网页格式（一些业务系统导出的“Excel”如此）。请用 Excel 打开，另存为 .xlsx 再试。",
        ),
        (b"<?xml version='1.0'?><Workbook/>", "“甲.xlsx”是 XML 格式。请用 Excel 打开，另存为 .xlsx 再试。"),
        (bytes(200), "“甲.xlsx”不是可识别的表格文件。请指定 .xlsx、.xls 或 .csv 文件。"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(tmp_path, content, sentence):
    path = tmp_path / "甲.xlsx"
    path.write_bytes(content)

    assert refusal(path) == sentence


def test_a_word_document_and_an_archive_are_told_apart_from_a_workbook(tmp_path):
    for name, member in (("文.xlsx", "word/document.xml"), ("包.xlsx", "台账.csv")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(member, "x")

    assert refusal(tmp_path / "文.xlsx").startswith("“文.xlsx”是 Word 文档，不是表格。")
    assert refusal(tmp_path / "包.xlsx").startswith("“包.xlsx”是压缩包，不是表格。")


def a_zip_bomb(folder: Path) -> Path:
    """A workbook with a hundred megabytes of zeros inside."""
    path = make_xlsx(folder / "弹.xlsx", [HEADINGS])
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/bomb.xml", "w") as member,
    ):
        for _ in range(100):
            member.write(b"0" * (1 << 20))
    return path


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path):
    path = a_zip_bomb(tmp_path)

    assert "疑似“压缩炸弹”，已拒绝打开" in refusal(path)


def test_a_zip_bomb_that_lies_about_its_size_is_refused_by_what_comes_out(tmp_path):
    path = a_zip_bomb(tmp_path)
    true_size = (100 << 20).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true_size, (1000).to_bytes(4, "little")))
    with zipfile.ZipFile(path) as archive:
        declared = archive.getinfo("xl/bomb.xml").file_size

    sentence = refusal(path)

    assert declared == 1000
    assert "疑似“压缩炸弹”，已拒绝打开" in sentence


def ole_with(stream: str, content: bytes = b"\x00" * 4096) -> bytes:
    """A minimal compound file holding one stream of one 4,096-byte block."""
    sector = 512
    header = bytearray(b"\xff" * sector)
    header[0:76] = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
        + bytes(6)
        + bytes(4)
        + (1).to_bytes(4, "little")
        + (1).to_bytes(4, "little")
        + bytes(4)
        + (4096).to_bytes(4, "little")
        + b"\xfe\xff\xff\xff"
        + bytes(4)
        + b"\xfe\xff\xff\xff"
        + bytes(4)
    )
    header[76:80] = bytes(4)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 10), 0xFFFFFFFE] + [0xFFFFFFFF] * 118
    fat = b"".join(entry.to_bytes(4, "little") for entry in chain)
    directory = (
        _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(stream, 2, 0xFFFFFFFF, 2, 4096) + bytes(256)
    )
    return bytes(header) + fat + directory + content.ljust(4096, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + (len(text) + 2).to_bytes(2, "little")
        + bytes([kind, 1])
        + b"\xff" * 8
        + child.to_bytes(4, "little")
        + bytes(36)
        + start.to_bytes(4, "little")
        + size.to_bytes(8, "little")
    )


def test_a_password_protected_xlsx_says_how_to_open_it(tmp_path):
    (tmp_path / "密.xlsx").write_bytes(ole_with("EncryptedPackage"))

    assert (
        refusal(tmp_path / "密.xlsx") == "“密.xlsx”设有打开密码。请在 Excel 中打开，取消密码后另存一份再试。"
    )


def test_a_password_protected_xls_says_how_to_open_it(tmp_path):
    begin = b"\x09\x08\x10\x00" + bytes(16)
    file_pass = b"\x2f\x00\x06\x00" + bytes(6)

    (tmp_path / "密.xls").write_bytes(ole_with("Workbook", begin + file_pass + b"\x0a\x00\x00\x00"))

    assert refusal(tmp_path / "密.xls") == "“密.xls”设有打开密码。请在 Excel 中打开，取消密码后另存一份再试。"


def test_a_workbook_stream_without_a_file_pass_record_is_open():
    begin = b"\x09\x08\x10\x00" + bytes(16)

    assert not guards.is_locked_workbook(begin + b"\x0a\x00\x00\x00" + b"\x2f\x00\x06\x00" + bytes(6))


def test_a_word_97_document_is_not_a_table(tmp_path):
    (tmp_path / "文.xls").write_bytes(ole_with("WordDocument"))

    assert refusal(tmp_path / "文.xls").startswith("“文.xls”是 Word 文档，不是表格。")


def test_a_workbook_with_no_content_says_so(tmp_path):
    path = make_xlsx(tmp_path / "白.xlsx", [])

    assert refusal(path) == "“白.xlsx”中没有任何内容。"


def test_the_limit_of_the_zip_reader_is_put_back(tmp_path):
    path = make_xlsx(tmp_path / "好.xlsx", [HEADINGS])
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        before = {member.filename: member.file_size for member in archive.infolist()}

        guards.check_unpacked(path, archive)

        assert {member.filename: member.file_size for member in archive.infolist()} == before
