"""An import from the file to the end, as the desk does it, in one call."""

from datetime import date

from tests.reception.township import Township
from yixian.desk import importing
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    begin_import,
    map_columns,
    map_words,
    open_import,
    start_import,
    undo_import,
)
from yixian.reception.models import ImportedRow, LedgerImport, Report

LATER = date(2026, 3, 9)


def mapped(
    by: Officer, name: str, content: bytes, *, on: date = LATER, columns: dict[str, str] | None = None
) -> LedgerImport:
    """Uploaded and mapped as guessed; ``columns`` heading → field corrects the guess."""
    begun = begin_import(by=by, name=name, content=content, on=on)
    opened = open_import(by=by, ledger_import=begun)
    corrected = columns or {}
    chosen = [
        corrected.get(heading, field)
        for heading, field in zip(opened.layout.headings, opened.plan.columns, strict=True)
    ]
    map_columns(by=by, ledger_import=begun, columns=chosen)
    plan = open_import(by=by, ledger_import=begun).plan
    return map_words(by=by, ledger_import=begun, words=plan.words, blank=plan.blank)


def checked(
    by: Officer, name: str, content: bytes, *, on: date = LATER, **more: dict[str, str]
) -> LedgerImport:
    found = mapped(by, name, content, on=on, **more)
    importing.go_on(by, found, on)
    found.refresh_from_db()
    return found


def imported(
    by: Officer, name: str, content: bytes, *, on: date = LATER, **more: dict[str, str]
) -> LedgerImport:
    found = checked(by, name, content, on=on, **more)
    start_import(by=by, ledger_import=found)
    found.refresh_from_db()
    importing.go_on(by, found, on)
    found.refresh_from_db()
    return found


def reports_of(found: LedgerImport) -> list[Report]:
    rows = ImportedRow.objects.filter(ledger_import=found).select_related("report").order_by("position")
    return [row.report for row in rows]


def undone(town: Township, found: LedgerImport, *, on: date = LATER) -> LedgerImport:
    undo_import(by=town["chief"], ledger_import=found, on=on)
    found.refresh_from_db()
    importing.go_on(town["chief"], found, on)
    found.refresh_from_db()
    return found
