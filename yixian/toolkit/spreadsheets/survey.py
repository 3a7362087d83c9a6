"""A streaming look through an .xlsx before it is loaded: how far its cells reach, and which have no value.

The loader builds a full rectangle, so one stray cell at XFD1048576 would ask for 17 billion cells; and it
shows a formula that was never computed as an empty cell, which would be a silent loss. Both are found here.
"""

import re
import xml.parsers.expat
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.parsers.expat import ExpatError, XMLParserType

from yixian.toolkit.spreadsheets.problems import SpreadsheetProblem

MAX_AREA = 40_000_000
"""Cells in a sheet's rectangle; a ledger of 200,000 rows × 100 columns has half of that."""

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_SHEETS = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATIONS = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


@dataclass(slots=True)
class Survey:
    """What one worksheet's XML holds."""

    rows: int = 0
    columns: int = 0
    unvalued: set[tuple[int, int]] = field(default_factory=set)
    faults: set[tuple[int, int]] = field(default_factory=set)


def survey_workbook(path: Path) -> dict[str, Survey]:
    """Sheet name → survey. Binary workbooks (.xlsb) have no XML and give nothing."""
    with zipfile.ZipFile(path) as archive:
        parts = _sheet_parts(archive)
        return {name: _survey(path, name, archive, part) for name, part in parts.items()}


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        _attribute(tag, "Id"): _attribute(tag, "Target")
        for tag in _RELATIONS.findall(archive.read("xl/_rels/workbook.xml.rels"))
    }
    sheets = _SHEETS.findall(archive.read("xl/workbook.xml"))
    pairs = ((_attribute(tag, "name"), _part(targets.get(_attribute(tag, r"\w+:id"), ""))) for tag in sheets)
    return {name: part for name, part in pairs if part in names and part.endswith(".xml")}


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf"\s{name}\s*=\s*[\"']([^\"']*)[\"']", tag.decode("utf-8", "replace"))
    return _unescape(match[1]) if match else ""


def _unescape(text: str) -> str:
    for entity, plain in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, plain)
    return text


def _survey(path: Path, name: str, archive: zipfile.ZipFile, part: str) -> Survey:
    scan = _Scan()
    try:
        with archive.open(part) as stream:
            scan.parser.ParseFile(stream)
    except (ExpatError, ValueError, LookupError) as error:
        raise SpreadsheetProblem(
            f"“{path.name}”的工作表“{name}”内容已损坏。请用 Excel 打开并另存一份再试。"
        ) from error
    _refuse_vast(path, name, scan.survey)
    return scan.survey


def _refuse_vast(path: Path, name: str, survey: Survey) -> None:
    if survey.rows * survey.columns > MAX_AREA:
        raise SpreadsheetProblem(
            f"“{path.name}”的工作表“{name}”伸展到第 {survey.rows} 行、第 {survey.columns} 列，范围异常。"
            "请在 Excel 中删除数据以外的空行、空列，保存后再试。"
        )


class _Scan:
    """Expat callbacks over one worksheet; remembers the current cell only."""

    def __init__(self) -> None:
        self.survey = Survey()
        self.parser: XMLParserType = xml.parsers.expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._row = self._column = 0
        self._formula = self._value = False

    def _refuse_doctype(self, *_: object) -> None:
        # No program writes one into a worksheet; entity expansion is the only use for it.
        raise ExpatError("doctype")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._open_cell(attributes)
        elif tag == "f":
            self._formula = True
        elif tag == "v" and self._formula:
            # Some programs write an empty <v/>; listening only here keeps plain cells fast.
            self.parser.CharacterDataHandler = self._note_value
        elif tag == "row":
            self._row = int(attributes["r"]) if attributes.get("r", "").isdigit() else self._row + 1
            self._column = 0

    def _open_cell(self, attributes: dict[str, str]) -> None:
        match = _CELL.fullmatch(attributes.get("r", ""))
        self._column = _column_number(match[1]) if match else self._column + 1
        if match:
            self._row = int(match[2])
        self.survey.rows = max(self.survey.rows, self._row)
        self.survey.columns = max(self.survey.columns, self._column)
        self._formula = self._value = False
        if attributes.get("t") == "e":
            self.survey.faults.add((self._row - 1, self._column - 1))

    def _note_value(self, _: str) -> None:
        self._value = True

    def _end(self, tag: str) -> None:
        if tag == "v" and self._formula:
            self.parser.CharacterDataHandler = None
        if tag == "c" and self._formula and not self._value:
            self.survey.unvalued.add((self._row - 1, self._column - 1))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
