"""The real complaints and their gold, read from outside the project (YIXIAN_SHARED, else ../shared)."""

import csv
import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineWorkbook

from yixian.language.likeness import Account

SHARED = Path(os.environ.get("YIXIAN_SHARED") or Path(__file__).resolve().parents[3] / "shared")
DATA = SHARED / "data"


def pool() -> list[Account]:
    """The 4,326 messages in the order of the file."""
    sheet = CalamineWorkbook.from_path(str(DATA / "messages.xlsx")).get_sheet_by_index(0)
    return [_account(row) for row in sheet.to_python()[1:]]


def _account(row: Sequence[object]) -> Account:
    number = str(int(float(str(row[0]))))
    return Account(number, str(row[2]), str(row[4]), str(row[1]), _day(row[3]))


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    year, month, day = str(cell).split()[0].replace("-", "/").split("/")
    return date(int(year), int(month), int(day))


def departments() -> list[Account]:
    """Texts of other counties, for the background table alone."""
    return [Account(row["id"], row["subject"], row["detail"]) for row in rows("departments_dev.csv")]


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def matters() -> dict[str, list[str]]:
    """Members by group of the given matters."""
    found: dict[str, list[str]] = {}
    for row in rows("matters_dev.csv"):
        found.setdefault(row["group"], []).append(row["msg_id"])
    return found


def same_topic() -> list[str]:
    return [row["msg_id"] for row in rows("same_topic_dev.csv")]
