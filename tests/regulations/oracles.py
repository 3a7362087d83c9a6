"""Reading the Chinese oracles that the office's staff extend: a bad row is told by its number, in Chinese."""

import csv
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent


class BadRow(AssertionError):
    """A row that cannot be used, as a sentence for the person who wrote it."""


def rows(name: str, headings: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Every row with its line number in the file."""
    return read(name, (FOLDER / name).read_text(encoding="utf-8-sig"), headings)


def read(name: str, text: str, headings: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    table = list(csv.reader(text.splitlines()))
    if table[0] != list(headings):
        raise BadRow(f"{name}第1行：表头应当是“{'、'.join(headings)}”")
    return [
        (number, row_of(name, number, cells, headings)) for number, cells in enumerate(table[1:], start=2)
    ]


def row_of(name: str, number: int, cells: list[str], headings: Sequence[str]) -> dict[str, str]:
    if len(cells) != len(headings):
        raise BadRow(f"{name}第{number}行：应当有{len(headings)}格，现在有{len(cells)}格")
    return dict(zip(headings, (cell.strip() for cell in cells), strict=True))


def word(vocabulary, label: str, where: str):
    """The word with this label, or a sentence that says where and what is wrong."""
    try:
        return vocabulary.labelled(label)
    except ValueError as fault:
        raise BadRow(f"{where}：{fault}") from None


def agree(where: str, told: Sequence[str], found: Sequence[str]) -> None:
    """The table must say what the row says."""
    if list(told) != list(found):
        raise BadRow(f"{where}：表里写的是“{'／'.join(told)}”，程序给出的是“{'／'.join(found)}”")
