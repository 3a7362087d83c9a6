"""The cells of one row as the plan names them: as they stand, or with a sentence on why they can't be used."""

from dataclasses import dataclass
from datetime import date

from yixian.reception.importing.fields import LISTED, PROBLEM
from yixian.reception.importing.plan import Plan
from yixian.reception.importing.rows import Layout, Row
from yixian.toolkit.spreadsheets import read_day


class NotUsable(Exception):
    """The cell of ``field`` can't be used; ``says`` is what to do."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field, self.says = field, says


@dataclass(frozen=True, slots=True)
class Cells:
    """Nothing after ``today`` has happened yet."""

    layout: Layout
    plan: Plan
    today: date
    row: Row

    def has(self, name: str) -> bool:
        return self.plan.column_of(name) is not None

    def text(self, name: str) -> str:
        """The cell of a field, or of several columns one below the other; a number is not taken from a merged cell."""
        found = []
        for at, given in enumerate(self.plan.columns):
            if given == name and at < len(self.row.cells) and not (name == "id" and at in self.row.filled):
                found.append((self.layout.headings[at], self.row.cells[at]))
        held = [(heading, text) for heading, text in found if text]
        if len(found) < 2:
            return held[0][1] if held else ""
        return "\n".join(f"{heading}：{text}" for heading, text in held)

    def sound(self, name: str) -> str:
        """The text of a cell that must be right; a formula without a value is not."""
        at = self.plan.column_of(name)
        if at is not None and at in self.row.faults:
            raise NotUsable(name, f"{self.row.faults[at]}。")
        return self.text(name)

    def day(self, name: str) -> date | None:
        text = self.sound(name)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            raise NotUsable(name, "日期看不懂。请写成 2024-03-05 这样的年月日。")
        if day > self.today:
            raise NotUsable(name, "日期在今天以后，请核对。")
        return day

    def word(self, name: str) -> str:
        """Our word for a cell, or ``auto``; an unknown word is a problem."""
        listed, plan, text = LISTED[name], self.plan, self.sound(name)
        meant = (
            (plan.words.get(name, {}).get(text) or listed.read(text)) if text else plan.blank.get(name, "")
        )
        meant = meant or (PROBLEM if text else listed.blank)
        if meant == PROBLEM:
            says = "这个词看不懂。请在“对应词语”一步选定它的意思，或者在表中改正。" if text else "没有填写。"
            raise NotUsable(name, says)
        return meant
