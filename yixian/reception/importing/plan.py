"""How one file is to be read: each column's field, each word's meaning, and what an empty cell means."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from yixian.reception.importing.fields import (
    FIELDS,
    KEEP,
    LISTED,
    REPORTER_WORDS,
    SEVERAL,
    SKIP,
)
from yixian.reception.importing.intake import COUNTING
from yixian.reception.importing.rows import Layout
from yixian.toolkit.headings import plain
from yixian.toolkit.spreadsheets import read_day


@dataclass(frozen=True, slots=True)
class Plan:
    """``columns[i]`` is the field of column i; ``words`` field → the office's word → ours; ``blank`` field → ours."""

    columns: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    blank: Mapping[str, str]

    def column_of(self, field: str) -> int | None:
        return self.columns.index(field) if field in self.columns else None

    def lacks(self) -> list[str]:
        """What must be named before anything can be imported, in the words of the screen."""
        lacking = []
        if not {"subject", "detail"} & set(self.columns):
            lacking.append("请指明哪一列是“反映内容”（没有内容列的，指明“标题”）。")
        if not {"received_on", "registered_on"} & set(self.columns):
            lacking.append("请指明哪一列是“收到日期”（没有的，指明“登记日期”）。")
        for field in FIELDS:
            if field not in SEVERAL and self.columns.count(field) > 1:
                lacking.append(f"有两列都指明为“{FIELDS[field]}”，请只留一列，其余选“原样留存”。")
        return lacking

    def text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def read_plan(text: str) -> Plan:
    told = json.loads(text)
    return Plan(tuple(told["columns"]), told["words"], told["blank"])


def guessed(layout: Layout) -> Plan:
    """What the headings and the words in the columns say by themselves; a person looks at it before it counts."""
    by_column = {at: field for field, at in layout.guesses.items() if field in FIELDS}
    columns = tuple(_field_of(layout, at, by_column.get(at, "")) for at in range(len(layout.headings)))
    columns = _once(_with_a_day(layout, columns))
    return Plan(columns, words_of(layout, columns), {field: _blank(field, columns) for field in LISTED})


def _with_a_day(layout: Layout, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Where no heading says when a report came in, the first column that holds nothing but days does."""
    if {"received_on", "registered_on"} & set(columns):
        return columns
    found = next((at for at, field in enumerate(columns) if field == KEEP and _holds_days(layout, at)), None)
    return tuple("received_on" if at == found else field for at, field in enumerate(columns))


def _holds_days(layout: Layout, at: int) -> bool:
    held = [row[at] for row in layout.samples if row[at]]
    return bool(held) and all(read_day(text) for text in held)


def _field_of(layout: Layout, at: int, guess: str) -> str:
    heading, words = plain(layout.headings[at]), layout.words.get(at, {})
    if heading in COUNTING or not (heading or words or any(row[at] for row in layout.samples)):
        return SKIP
    if guess == "state" and not _fits("state", words):
        return KEEP
    if guess:
        return guess
    if any(word in heading and f"被{word}" not in heading for word in REPORTER_WORDS):
        return "sender_note"
    open_still = (field for field in ("channel", "kind", "state") if field not in layout.guesses)
    return next((field for field in open_still if _fits(field, words)), KEEP)


def _fits(field: str, words: Mapping[str, int]) -> bool:
    """Whether nearly every word of a column is one of this field's."""
    known = sum(count for word, count in words.items() if LISTED[field].read(word))
    return bool(words) and known >= 0.8 * sum(words.values())


def _once(columns: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    made = []
    for field in columns:
        made.append(KEEP if field in seen and field not in SEVERAL and field else field)
        seen.add(field)
    return tuple(made)


def _blank(field: str, columns: tuple[str, ...]) -> str:
    if field == "channel" and field not in columns:
        return "other"
    return LISTED[field].blank


def words_of(layout: Layout, columns: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The office's words of each listed column with our reading; an empty reading asks a person."""
    found: dict[str, dict[str, str]] = {}
    for at, field in enumerate(columns):
        if field in LISTED and at < len(layout.headings):
            negated = field == "signed" and "匿名" in layout.headings[at]
            found[field] = {word: _meaning(field, word, negated) for word in layout.words.get(at, {})}
    return found


def _meaning(field: str, word: str, negated: bool) -> str:
    meant = LISTED[field].read(word)
    swapped = {"real_name": "anonymous", "anonymous": "real_name"}
    return swapped.get(meant, meant) if negated and word in ("是", "否") else meant
