"""The import of a ledger across the houses: reception enters the reports, assessment gives them class and matter.

A transaction goes over both: a power cut leaves no report without its matter. The keys are in the session of whoever
sits here, so the work goes on only while somebody asks for it, a few seconds at a time.
"""

from collections.abc import Callable
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING

from yixian.assessment.actions import ImportedFacts, settle_imported, unsettle_imported
from yixian.desk.entering import as_one
from yixian.protection.officer import Officer
from yixian.reception.actions import check_rows, import_rows, undo_rows
from yixian.reception.enums import ImportState
from yixian.toolkit.inserting import much_room

if TYPE_CHECKING:
    from yixian.reception.models import LedgerImport

AT_MOST = 4.0
"""Seconds of one request, but always one chunk."""


def bring_chunk(by: Officer, ledger_import: "LedgerImport", on: date) -> bool:
    """Import the next chunk with class and matter; says whether it was the last."""
    with as_one():
        brought = import_rows(by=by, ledger_import=ledger_import, on=on)
        facts = [
            ImportedFacts(
                report=each.report,
                title=each.title,
                report_class=each.draft.report_class,
                main_issue=each.draft.main_issue,
                second_issue=each.draft.second_issue,
                closed_on=each.draft.closed_on,
            )
            for each in brought.entered
        ]
        settle_imported(by=by, subject=brought.ledger_import, facts=facts, on=on)
    return brought.is_last


def undo_chunk(by: Officer, ledger_import: "LedgerImport", on: date) -> bool:
    """Void the last chunk that still stands, with its matters; says whether it was the last one."""
    with as_one():
        undone = undo_rows(by=by, ledger_import=ledger_import, on=on)
        unsettle_imported(by=by, subject=undone.ledger_import, report_ids=undone.report_ids, on=on)
    return undone.is_last


def check_chunk(by: Officer, ledger_import: "LedgerImport", on: date) -> bool:
    found = check_rows(by=by, ledger_import=ledger_import, on=on)
    return found.state != ImportState.CHECKING


CHUNKS: dict[str, Callable[[Officer, "LedgerImport", date], bool]] = {
    ImportState.CHECKING: check_chunk,
    ImportState.RUNNING: bring_chunk,
    ImportState.UNDOING: undo_chunk,
}


def go_on(by: Officer, ledger_import: "LedgerImport", on: date, seconds: float = AT_MOST) -> bool:
    """As many chunks of what is being done as fit into the time, in one transaction; says whether it is over.

    Together, because the indexes of seals are touched all over by each chunk: so they are written once for all of
    them (decision 0010). What a power cut takes back is the work of one request.
    """
    chunk, began = CHUNKS[ledger_import.state], monotonic()
    with much_room(), as_one():
        while not chunk(by, ledger_import, on):
            if monotonic() - began > seconds:
                return False
    return True
