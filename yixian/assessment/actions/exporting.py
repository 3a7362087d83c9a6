"""导出台账: the ledger leaves the system as a file, so it is asked for, recorded and never tells who reported."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yixian.assessment.queries.ledger import LedgerFilter, ledger
from yixian.assessment.sheet import COLUMNS, entries_of, row
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.toolkit.exports import Column, Value, workbook_bytes
from yixian.trail.actions import leaves_trail

TITLE = "台账"


@dataclass(frozen=True, slots=True)
class LaterColumn:
    """A column that later work adds: its values by report, asked once for all of them."""

    column: Column
    values: Callable[[list[UUID]], Mapping[UUID, Value]]


@dataclass(frozen=True, slots=True)
class Exported:
    """The .xlsx, and how many reports it holds, which is what the trail keeps of it."""

    content: bytes = field(repr=False)
    count: int

    @property
    def trail_subject(self) -> str:
        return f"ledger:{self.count}"


@leaves_trail("assessment.export_ledger")
def export_ledger(
    *, by: Officer, wanted: LedgerFilter, on: date, later: Sequence[LaterColumn] = ()
) -> Exported:
    """Every report of the filtered ledger, in memory: the opened text touches no disk here."""
    require(by, "assessment.export_ledger")
    reports = list(ledger(by, wanted, on).select_related("repeat_of"))
    ids = [each.pk for each in reports]
    added = [each.values(ids) for each in later]
    rows = [
        [*row(entry), *(values.get(entry.report.pk) for values in added)] for entry in entries_of(by, reports)
    ]
    columns = [*COLUMNS, *(each.column for each in later)]
    return Exported(workbook_bytes(TITLE, columns, rows), len(rows))
