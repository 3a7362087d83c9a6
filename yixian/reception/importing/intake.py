"""From a file in memory to plain rows: which sheets belong together, where the headings stand, which rows are none.

Every row of the file below the headings is accounted for: it is a row to be imported, or it is counted as empty, as a
heading that is repeated on a later page, or as a sum. The file never touches the disk: ``toolkit.spreadsheets.memory``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from yixian.reception.importing.rows import Layout, Row
from yixian.reception.importing.vocabulary import HEADINGS
from yixian.toolkit.headings import Headings, merged_into, plain, recognise
from yixian.toolkit.spreadsheets import Sheet, SpreadsheetProblem, cell_text
from yixian.toolkit.spreadsheets.memory import book_of

SAMPLES, MOST_WORDS, LONGEST_WORD, MOST_COLUMNS, MOST_ROWS = 3, 60, 40, 120, 200_000
TOTALS = ("合计", "总计", "小计", "共计", "累计", "本页合计", "月计", "本月合计", "本年合计", "年度合计")
TELLING = ("received_on", "registered_on", "subject", "detail")
"""Cells of which one report has one each."""
COUNTING = ("序号", "顺序号", "行号", "no", "no.")
SHORT = 8
"""Characters of a cell beside 合计 that may still be a count; a longer one makes it a row of its own."""


@dataclass(frozen=True, slots=True)
class Intake:
    layout: Layout
    rows: tuple[Row, ...]


def take_in(name: str, content: bytes) -> Intake:
    """Read a file. ``SpreadsheetProblem`` says in Chinese why it can't be used."""
    book = book_of(name, content)
    found = [(sheet, recognise(sheet, HEADINGS)) for sheet in book.sheets if any(any(r) for r in sheet.rows)]
    _, headings = max(found, key=lambda one: (len(one[1].columns), one[0].visible, len(one[0].rows)))
    if not {"subject", "detail"} & set(headings.columns) and len(headings.columns) < 2:
        _refuse(headings)
    if len(headings.texts) > MOST_COLUMNS:
        raise SpreadsheetProblem(
            f"表中有{len(headings.texts)}列，最多{MOST_COLUMNS}列。请删去不用的列再上传。"
        )
    wanted = _bare(headings.texts)
    alike = [(sheet, each) for sheet, each in found if _bare(each.texts) == wanted and each.columns]
    others = [sheet.name for sheet, each in found if _bare(each.texts) != wanted or not each.columns]
    telling = tuple(at for at, text in enumerate(headings.texts) if plain(text) not in COUNTING)
    gathered = _Gathering(len(headings.texts), telling)
    for at, (sheet, each) in enumerate(alike):
        gathered.take(at, sheet, each)
    notes = [
        *book.notes,
        *(f"工作表“{other}”的表头不同，没有读入；需要的请另存后单独导入。" for other in others),
    ]
    return gathered.intake(headings, tuple(sheet.name for sheet, _ in alike), tuple(notes))


def _refuse(headings: Headings) -> None:
    seen = "、".join(text.replace("\n", "") for text in headings.texts if text)[:200]
    if not seen.replace("、", "").isprintable() or "\ufffd" in seen:
        raise SpreadsheetProblem(
            "这个文件读不出文字，不是台账，或者已经损坏。请选择 Excel、WPS 表格或者 .csv 文件。"
        )
    raise SpreadsheetProblem(
        f"没有认出台账的表头（至少要有标题或者反映内容、日期等列）。看到的是：{seen}。请核对是否选对了文件。"
    )


def _bare(texts: Sequence[str]) -> tuple[str, ...]:
    names = [plain(text) for text in texts]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


@dataclass(slots=True)
class _Gathering:
    """Goes down the rows of all sheets once and keeps what it meets. ``telling`` are the columns other than 序号."""

    width: int
    telling: tuple[int, ...]
    rows: list[Row] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    words: list[Counter[str] | None] = field(default_factory=list)
    whole: dict[tuple[str, ...], str] = field(default_factory=dict)
    firsts: list[dict[str, str]] = field(default_factory=list)

    def take(self, at: int, sheet: Sheet, headings: Headings) -> None:
        self.words = self.words or [Counter() for _ in range(self.width)]
        self.firsts = self.firsts or [{} for _ in range(self.width)]
        covered: dict[int, dict[int, int]] = {}
        for (row, column), top in merged_into(sheet, headings).items():
            covered.setdefault(row, {})[column] = top
        marked = _marked(sheet)
        for row in range(headings.first_row, len(sheet.rows)):
            self._take(at, sheet, headings, row, (covered.get(row, {}), marked.get(row, {})))
            if len(self.rows) > MOST_ROWS:
                raise SpreadsheetProblem(f"超过{MOST_ROWS}行。请按年份拆成几个文件，分别导入。")

    def _take(
        self,
        at: int,
        sheet: Sheet,
        headings: Headings,
        row: int,
        beside: tuple[dict[int, int], dict[int, str]],
    ) -> None:
        covered, faults = beside
        texts = [cell_text(cell) for cell in sheet.rows[row][: self.width]]
        texts += [""] * (self.width - len(texts))
        if row in sheet.broken:
            faults = {**faults, -1: sheet.broken[row]}
        kind = "" if faults else _none_of(texts, headings.texts)
        if kind:
            self.skipped[kind] += 1
            return
        filled = [column for column, _ in covered.items() if column < self.width and not texts[column]]
        for column in filled:
            above = sheet.rows[covered[column]]
            texts[column] = cell_text(above[column]) if column < len(above) else ""
        made = Row(at, row + 1, tuple(texts), tuple(filled), faults)
        if self.rows and _continues(made, self.rows[-1], headings):
            self.skipped["joined"] += 1
            self.rows[-1] = _joined(self.rows[-1], made)
        else:
            self._keep(made)

    def _keep(self, row: Row) -> None:
        name = f"{row.sheet}!{row.row}"
        same = self.whole.setdefault(tuple(row.cells[column] for column in self.telling), name)
        again: dict[int, str] = {}
        for column, text in enumerate(row.cells):
            if text and column not in row.filled:
                first = self.firsts[column].setdefault(text, name)
                if first != name:
                    again[column] = first
            self._count(column, text)
        self.rows.append(
            Row(
                row.sheet,
                row.row,
                row.cells,
                row.filled,
                row.faults,
                same if same != name else "",
                again,
            )
        )

    def _count(self, column: int, text: str) -> None:
        """The words of a column, as long as they are few: then it is one of the office's lists."""
        words = self.words[column]
        if words is None or not text:
            return
        words[text] += 1
        if len(words) > MOST_WORDS or len(text) > LONGEST_WORD:
            self.words[column] = None

    def intake(self, headings: Headings, sheets: tuple[str, ...], notes: tuple[str, ...]) -> Intake:
        """The rows in the order of the file, but repeats after the first reports that they name."""
        if not self.rows:
            raise SpreadsheetProblem("表头下面没有可以导入的行。请核对是否选对了文件。")
        texts = tuple(text.replace("\n", "") for text in headings.texts)
        layout = Layout(
            headings=texts,
            guesses=headings.columns,
            sheets=sheets,
            samples=tuple(row.cells for row in self.rows[:SAMPLES]),
            words={at: dict(words) for at, words in enumerate(self.words) if words},
            skipped=dict(self.skipped),
            notes=notes,
        )
        numbers = self._numbers(headings.columns.get("id"))
        rows = [_once(row, numbers) for row in self.rows]
        first = headings.columns.get("first_number")
        return Intake(
            layout, tuple(rows if first is None else sorted(rows, key=lambda row: bool(row.cells[first])))
        )

    def _numbers(self, named: int | None) -> frozenset[int]:
        """The columns that can be the office's own numbers: so named, or with values that nearly all differ."""
        half = len(self.rows) * 0.5
        return frozenset(at for at, first in enumerate(self.firsts) if at == named or len(first) >= half)


def _once(row: Row, numbers: frozenset[int]) -> Row:
    again = {at: first for at, first in row.again.items() if at in numbers}
    return Row(row.sheet, row.row, row.cells, row.filled, row.faults, row.same_as, again)


def _continues(row: Row, above: Row, headings: Headings) -> bool:
    """Whether a row only goes on with the report above it: date and content stand in cells merged with that one's."""
    telling = [headings.columns[name] for name in TELLING if name in headings.columns]
    held = [at for at in telling if row.cells[at]]
    return row.sheet == above.sheet and len(held) > 1 and all(at in row.filled for at in held)


def _joined(above: Row, row: Row) -> Row:
    """The second person of one report: what differs is put beside what stands there."""
    cells = tuple(
        f"{one}、{two}" if two and one and two != one and at not in row.filled else one or two
        for at, (one, two) in enumerate(zip(above.cells, row.cells, strict=True))
    )
    return replace(above, cells=cells, faults={**above.faults, **row.faults})


def _none_of(texts: Sequence[str], headings: Sequence[str]) -> str:
    """Why a row is none: empty, the heading again, a sum; empty when it is one."""
    held = [text for text in texts if text]
    if not held:
        return "empty"
    pairs = [(plain(head), plain(text)) for head, text in zip(headings, texts, strict=False) if head]
    if sum(head == text for head, text in pairs) * 2 > len(pairs):
        return "heading"
    first = plain(held[0])
    if first in TOTALS and all(len(text) <= SHORT for text in held[1:]):
        return "total"
    return ""


def _marked(sheet: Sheet) -> dict[int, dict[int, str]]:
    marked: dict[int, dict[int, str]] = {}
    for cells, why in (
        (sheet.unvalued, "是没有计算结果的公式，请在 Excel 中打开并保存一次，或者粘贴为数值"),
        (sheet.faults, "是错误值（如 #REF!、#N/A），请在 Excel 中改正"),
    ):
        for row, column in cells:
            marked.setdefault(row, {})[column] = why
    return marked
