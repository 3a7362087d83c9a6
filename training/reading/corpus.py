"""The real messages, read from outside the project (YIXIAN_SHARED, or ../shared beside it)."""

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import python_calamine

from yixian.language.normalise import normalise

Text = tuple[str, str]


@dataclass(frozen=True)
class Labelled:
    """A message with what one careful reader said of it."""

    id: str
    text: Text
    label: dict[str, Any]


def data_folder() -> Path:
    root = Path(__file__).resolve().parents[2]
    return Path(os.environ.get("YIXIAN_SHARED", root.parent / "shared")) / "data"


@cache
def departments() -> tuple[list[Text], list[str]]:
    """Texts and labels, in file order."""
    with (data_folder() / "departments_dev.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [(normalise(row["subject"]), normalise(row["detail"])) for row in rows]
    return texts, [row["label"] for row in rows]


@cache
def raw_messages() -> dict[str, Text]:
    """Subject and detail of all 4,326, as written, by id."""
    book = python_calamine.CalamineWorkbook.from_path(str(data_folder() / "messages.xlsx"))
    rows = book.get_sheet_by_index(0).to_python()[1:]
    return {_number(row[0]): (str(row[2]), str(row[4])) for row in rows}


@cache
def messages() -> dict[str, Text]:
    return {key: (normalise(subject), normalise(detail)) for key, (subject, detail) in raw_messages().items()}


@cache
def kinds() -> list[Labelled]:
    return list(_labelled(data_folder() / "kinds_dev.jsonl"))


def _labelled(path: Path) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        yield Labelled(label["id"], messages()[label["id"]], label)


def _number(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)
