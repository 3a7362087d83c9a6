"""One row by the plan: what it says of a report, or what is wrong with it. Pure, but for the names of villages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yixian.reception.importing.cells import Cells, NotUsable
from yixian.reception.importing.composing import Composing
from yixian.reception.importing.drafts import Draft, Problem
from yixian.reception.importing.fields import FIELDS, REPORTER
from yixian.reception.importing.parts import PARTS
from yixian.reception.importing.plan import Plan
from yixian.reception.importing.rows import Layout, Row
from yixian.trail.refusal import Refusal

LONGEST_SHOWN = 40
HIDDEN = "（举报人栏，不显示）"


@dataclass(frozen=True, slots=True)
class Reader:
    """``villages`` bare name → id; nothing after ``today`` has happened yet."""

    layout: Layout
    plan: Plan
    villages: Mapping[str, int]
    today: date

    def read(self, position: int, row: Row) -> Draft | list[Problem]:
        """The draft, or every problem of the row."""
        reading = _Reading(self, row, Cells(self.layout, self.plan, self.today, row))
        if -1 in row.faults:
            return [Problem(self.place(row), "", "", f"{row.faults[-1]}。")]
        draft = reading.draft(position)
        return reading.problems or ([] if draft is None else draft)

    def place(self, row: Row) -> str:
        """第 12 行, with the sheet where there are several."""
        return self.named(f"{row.sheet}!{row.row}")

    def named(self, told: str) -> str:
        sheet, _, number = told.partition("!")
        several = f"“{self.layout.sheets[int(sheet)]}”" if len(self.layout.sheets) > 1 else ""
        return f"{several}第{number}行"


@dataclass(slots=True)
class _Reading:
    reader: Reader
    row: Row
    cells: Cells
    problems: list[Problem] = field(default_factory=list)

    def draft(self, position: int) -> Draft | None:
        self._repeated()
        made = {name: self._tried(read) for name, read in PARTS.items()}
        if self.problems:
            return None
        try:
            return Composing(self.cells, made, self.reader.villages).draft(
                position, self.reader.place(self.row)
            )
        except NotUsable as fault:
            self._blame(fault.field, fault.says)
        except Refusal as refusal:
            self.problems.append(Problem(self.reader.place(self.row), "", "", refusal.message))
        return None

    def _repeated(self) -> None:
        if self.row.same_as:
            says = f"与{self.reader.named(self.row.same_as)}完全相同。如果是两件，请在表中写明不同之处。"
            self.problems.append(Problem(self.reader.place(self.row), "", "", says))
        at = self.reader.plan.column_of("id")
        if at is not None and at in self.row.again and not self.row.same_as:
            first = self.reader.named(self.row.again[at])
            self._blame("id", f"这个编号在{first}已经用过。请改正其中一个编号。")

    def _tried(self, read: Callable[[Cells], Any]) -> Any:
        try:
            return read(self.cells)
        except NotUsable as fault:
            self._blame(fault.field, fault.says)
            return None

    def _blame(self, name: str, says: str) -> None:
        at = self.reader.plan.column_of(name)
        heading = FIELDS[name] if at is None else self.reader.layout.headings[at] or FIELDS[name]
        value = HIDDEN if name in REPORTER else self.cells.text(name)[:LONGEST_SHOWN]
        self.problems.append(Problem(self.reader.place(self.row), heading, value, says))
