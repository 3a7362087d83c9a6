"""The chunks of one import: what is next, how a row is read, and what is told of it."""

from collections.abc import Sequence
from datetime import date

from yixian.protection.actions import erase_many, open_own, seal
from yixian.protection.officer import Officer
from yixian.reception.enums import ImportState
from yixian.reception.importing.drafts import Kept, pack_problems
from yixian.reception.importing.plan import Plan, read_plan
from yixian.reception.importing.reading import Reader
from yixian.reception.importing.rows import Layout, read_layout
from yixian.reception.models import ImportChunk, LedgerImport

CHUNK = 1000
"""Rows of one transaction: two to three seconds of the office's machine. Fewer would ask what is
asked once a chunk more often.
"""


def chunk_slot(position: int) -> str:
    return f"rows-{position:05d}"


def next_chunk(ledger_import: LedgerImport, column: str) -> ImportChunk | None:
    """The first chunk for which the column is still empty."""
    waiting = ImportChunk.objects.filter(ledger_import=ledger_import, **{f"{column}__isnull": True})
    return waiting.order_by("position").first()


def opened(by: Officer, ledger_import: LedgerImport) -> tuple[str, Layout, Plan]:
    held = open_own(by=by, seal=ledger_import.source, slots=["name", "layout", "plan"])
    return held["name"], read_layout(held["layout"]), read_plan(held["plan"])


def reader_of(by: Officer, ledger_import: LedgerImport, on: date) -> Reader:
    _, layout, plan = opened(by, ledger_import)
    return Reader(layout, plan, {}, on)


def tell(
    by: Officer, ledger_import: LedgerImport, chunk: ImportChunk, kept: Sequence[Kept], on: date
) -> None:
    """Keep the problems of a chunk, sealed to the office; what the dry run had told of it is destroyed."""
    if chunk.told is not None:
        erase_many(seals=[chunk.told], on=on)
    chunk.told = None
    if kept:
        context = f"reception.importchunk|{ledger_import.pk}/{chunk.position}|told"
        chunk.told = seal(organ_id=by.organ_id, context=context, slots={"problems": pack_problems(kept)})
    chunk.save()


def done_with(ledger_import: LedgerImport, state: ImportState, on: date) -> None:
    """The import is over: the copy of the file is crypto-erased; the office still has the file itself."""
    erase_many(seals=[ledger_import.source], on=on)
    ledger_import.state, ledger_import.finished_on = state, on
    ledger_import.save(update_fields=["state", "finished_on"])
