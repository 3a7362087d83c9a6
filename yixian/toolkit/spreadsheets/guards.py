"""What is checked before a parser sees the file: that it is there, what it really is, and how big it gets.

Everything here reads little or streams; nothing is unpacked into memory. The limits are far above what an
office's ledger reaches and far below what would exhaust a small machine.
"""

import os
import stat
import zipfile
from enum import StrEnum
from pathlib import Path

import olefile

from yixian.toolkit.spreadsheets.problems import SpreadsheetProblem

MAX_FILE = 500 * 1024 * 1024
MAX_UNPACKED = 1024 * 1024 * 1024
BOMB_FLOOR = 64 * 1024 * 1024
"""Below this unpacked size a high ratio is harmless (many empty formatted cells compress well)."""
BOMB_RATIO = 100
_CHUNK = 1 << 20
_FILEPASS = 0x002F


class Form(StrEnum):
    """What a file is, judged by its content."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    TEXT = "csv"


def read_form(path: Path) -> Form:
    """The true form of a readable, bounded, unencrypted file; otherwise a SpreadsheetProblem."""
    _check_presence(path)
    with path.open("rb") as stream:
        head = stream.read(4096)
    if head.startswith(b"PK\x03\x04"):
        return _zip_form(path)
    if head.startswith(olefile.MAGIC):
        return _ole_form(path)
    _refuse_foreign(path, head)
    return Form.TEXT


def _check_presence(path: Path) -> None:
    if not path.exists():
        raise SpreadsheetProblem(f"找不到文件“{path.name}”，请检查文件名和所在文件夹。")
    if path.is_dir():
        raise SpreadsheetProblem(f"“{path.name}”是文件夹，请指定其中的一个表格文件。")
    if not stat.S_ISREG(path.stat().st_mode):
        raise SpreadsheetProblem(f"“{path.name}”不是普通文件，无法读取。")
    if not os.access(path, os.R_OK):
        raise SpreadsheetProblem(
            f"没有权限读取“{path.name}”，请检查文件权限，或将文件复制到自己的文件夹再试。"
        )
    size = path.stat().st_size
    if size == 0:
        raise SpreadsheetProblem(f"“{path.name}”是空文件（0 字节）。")
    if size > MAX_FILE:
        raise SpreadsheetProblem(
            f"“{path.name}”有 {size // 2**20} MB，超过 {MAX_FILE // 2**20} MB 的上限，"
            "请按年份拆分后分别分析。"
        )


def _zip_form(path: Path) -> Form:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            form = _form_of(path, names)
            check_unpacked(path, archive)
    except SpreadsheetProblem:
        raise
    except Exception as error:  # zlib, struct, codec and zip errors alike: damage shows in many ways
        raise SpreadsheetProblem(
            f"“{path.name}”已损坏，无法打开。请用 Excel 或 WPS 打开并另存一份，或重新获取文件。"
        ) from error
    return form


def _form_of(path: Path, names: set[str]) -> Form:
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return Form.XLSX
    if "content.xml" in names and "mimetype" in names:
        return Form.ODS
    if any(name.startswith("word/") for name in names):
        raise SpreadsheetProblem(
            f"“{path.name}”是 Word 文档，不是表格。请把其中的表格复制到 Excel，另存为 .xlsx 再试。"
        )
    raise SpreadsheetProblem(f"“{path.name}”是压缩包，不是表格。请先解压，再指定其中的表格文件。")


def check_unpacked(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse a zip bomb by what it declares, and then by what really comes out (a declared size may lie)."""
    _refuse_bomb(path, sum(member.file_size for member in archive.infolist()))
    unpacked = 0
    for member in archive.infolist():
        declared = member.file_size
        # Lift the reader's own limit, so that it goes on past a false declaration.
        member.file_size = MAX_UNPACKED + 1
        try:
            unpacked += _measure(path, archive, member, unpacked)
        finally:
            member.file_size = declared


def _measure(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, before: int) -> int:
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            _refuse_bomb(path, before + size)
    return size


def _refuse_bomb(path: Path, unpacked: int) -> None:
    ratio = unpacked / path.stat().st_size
    if unpacked > MAX_UNPACKED or (unpacked > BOMB_FLOOR and ratio > BOMB_RATIO):
        raise SpreadsheetProblem(
            f"“{path.name}”解压后异常庞大（超过 {unpacked // 2**20} MB，为文件本身的 {ratio:.0f} 倍以上），"
            "疑似“压缩炸弹”，已拒绝打开。如确为正常表格，请另存为 .csv 再试。"
        )


def _ole_form(path: Path) -> Form:
    try:
        with olefile.OleFileIO(str(path)) as compound:
            return _compound_form(path, compound)
    except SpreadsheetProblem:
        raise
    except Exception as error:  # olefile follows damaged chains into errors of every kind
        raise SpreadsheetProblem(
            f"“{path.name}”已损坏，无法打开。请重新获取文件，或用 Excel 另存一份。"
        ) from error


def _compound_form(path: Path, compound: olefile.OleFileIO) -> Form:
    if compound.exists("EncryptedPackage"):
        raise _locked(path)
    for name in ("Workbook", "Book"):
        if compound.exists(name):
            if is_locked_workbook(compound.openstream(name).read(65_536)):
                raise _locked(path)
            return Form.XLS
    if compound.exists("WordDocument"):
        raise SpreadsheetProblem(f"“{path.name}”是 Word 文档，不是表格。请把其中的表格复制到 Excel 再试。")
    raise SpreadsheetProblem(f"“{path.name}”不是 Excel 表格。请另存为 .xlsx 再试。")


def is_locked_workbook(stream: bytes) -> bool:
    """Whether the globals of a BIFF workbook hold a FILEPASS record: an .xls with an opening password."""
    at = 0
    while at + 4 <= len(stream):
        kind, size = (
            int.from_bytes(stream[at : at + 2], "little"),
            int.from_bytes(stream[at + 2 : at + 4], "little"),
        )
        if kind == _FILEPASS:
            return True
        if kind == 0x000A:  # end of the globals
            return False
        at += 4 + size
    return False


def _locked(path: Path) -> SpreadsheetProblem:
    return SpreadsheetProblem(f"“{path.name}”设有打开密码。请在 Excel 中打开，取消密码后另存一份再试。")


_FOREIGN = {
    b"%PDF": "PDF 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
    b"MZ": "程序文件",
    b"\x7fELF": "程序文件",
}


def _refuse_foreign(path: Path, head: bytes) -> None:
    for magic, name in _FOREIGN.items():
        if head.startswith(magic):
            raise SpreadsheetProblem(f"“{path.name}”是{name}，不是表格。请指定 .xlsx、.xls 或 .csv 文件。")
    text = head.lower().lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith((b"<html", b"<!doctype", b"<table", b"<meta")):
        raise SpreadsheetProblem(
            f"“{path.name}”其实是网页格式（一些业务系统导出的“Excel”如此）。"
            "请用 Excel 打开，另存为 .xlsx 再试。"
        )
    if text.startswith(b"<?xml"):
        raise SpreadsheetProblem(f"“{path.name}”是 XML 格式。请用 Excel 打开，另存为 .xlsx 再试。")
    if b"\x00\x00\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SpreadsheetProblem(f"“{path.name}”不是可识别的表格文件。请指定 .xlsx、.xls 或 .csv 文件。")
