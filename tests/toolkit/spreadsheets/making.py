"""Small files made for the tests, each with one trouble."""

import zipfile
from pathlib import Path

from openpyxl import Workbook

HEADINGS = ["编号", "主题", "详情", "时间"]


def make_xlsx(
    path: Path, rows: list[list[object]], *, merges: tuple[str, ...] = (), title: str = "台账"
) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for span in merges:
        sheet.merge_cells(span)
    book.save(path)
    return path


def rewrite_part(path: Path, part: str, content: bytes) -> Path:
    """The same .xlsx with one part replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, old in parts.items():
            archive.writestr(name, content if name == part else old)
    return path
