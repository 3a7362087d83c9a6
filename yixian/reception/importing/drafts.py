"""What comes of a row: a draft of a report, or problems that say what to do."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from yixian.reception.enums import Channel, DeclineReason, ReportState
from yixian.reception.facts import ReportFacts
from yixian.regulations.classes import ReportClass, VillageIssue


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was not imported. ``value`` is never shown where it would tell who reports; ``report_id`` links to
    the report that is here already.
    """

    row: str
    column: str
    value: str
    says: str
    report_id: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that can become a report. ``row`` is its place in the file (2024年 第 12 行)."""

    position: int
    row: str
    channel: Channel
    facts: ReportFacts
    registered_on: date
    state: ReportState
    answered_on: date | None = None
    closed_on: date | None = None
    decline_reason: DeclineReason | None = None
    report_class: ReportClass | None = None
    main_issue: VillageIssue | None = None
    second_issue: VillageIssue | None = None
    old_number: str = ""
    first_number: str = ""
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A problem with the row's own cells beside it, for the workbook of problems; no cell tells who reports."""

    problem: Problem
    cells: tuple[str, ...]


def pack_problems(kept: Iterable[Kept]) -> str:
    return json.dumps([[asdict(each.problem), each.cells] for each in kept], ensure_ascii=False)


def unpack_problems(text: str) -> list[Kept]:
    return [Kept(Problem(**problem), tuple(cells)) for problem, cells in json.loads(text)]
