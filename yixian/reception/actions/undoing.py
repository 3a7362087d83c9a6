"""撤销导入: a whole import taken back, while nothing was done with its reports.

Nothing is deleted. Each report keeps its row, number, days and trail and stands as 导入已撤销, so that the numbers of
the year have no gap and every count can still be stated; what it said is crypto-erased. The office still has the file
from which it was copied: what is destroyed is a copy that should not have been made, not a report (decision 0006).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.protection.actions import erase_many, forget_many, require
from yixian.protection.officer import Officer
from yixian.reception.enums import ImportState, ReportState
from yixian.reception.importing.chunks import CHUNK, done_with
from yixian.reception.importing.refusals import ImportElsewhere, UsedSince
from yixian.reception.importing.standing import Obstacle, obstacles
from yixian.reception.models import (
    Clock,
    ImportChunk,
    ImportedRow,
    LedgerImport,
    Report,
    ReportedPerson,
    StepTaken,
)
from yixian.trail.actions import leaves_trail

ACT = "reception.undo_rows"
NAMED = 10


@dataclass(frozen=True, slots=True)
class Undone:
    """The reports of one chunk that were voided, for the later houses, and whether it was the last."""

    ledger_import: LedgerImport
    report_ids: tuple[UUID, ...]
    is_last: bool

    @property
    def trail_subject(self) -> str:
        return self.ledger_import.trail_subject


@leaves_trail("reception.undo_import")
def undo_import(*, by: Officer, ledger_import: LedgerImport, on: date) -> LedgerImport:
    """Decide to take the import back. Refused, with their numbers, while reports of it were worked on."""
    require(by, "reception.undo_import", ledger_import)
    locked = LedgerImport.objects.select_for_update().get(pk=ledger_import.pk)
    if locked.state not in (ImportState.RUNNING, ImportState.DONE):
        raise ImportElsewhere.of(locked)
    taken = ImportedRow.objects.filter(ledger_import=locked).order_by("position")
    _refuse_used(obstacles(list(taken.values_list("report_id", flat=True))))
    if locked.state == ImportState.RUNNING:
        done_with(locked, ImportState.UNDOING, on)
    locked.state, locked.undone_on, locked.undone_by_id = ImportState.UNDOING, on, by.staff_id
    locked.save(update_fields=["state", "undone_on", "undone_by"])
    return locked


def _refuse_used(found: list[Obstacle]) -> None:
    if found:
        named = "；".join(f"{each.number}（{each.what}）" for each in found[:NAMED])
        more = f"等{len(found)}件" if len(found) > NAMED else ""
        raise UsedSince(f"导入后已有{len(found)}件继续办理，不能整批撤销：{named}{more}。")


@leaves_trail(ACT)
def undo_rows(*, by: Officer, ledger_import: LedgerImport, on: date) -> Undone:
    """Void the reports of one chunk, whole or not at all."""
    require(by, ACT, ledger_import)
    locked = LedgerImport.objects.select_for_update().get(pk=ledger_import.pk)
    if locked.state != ImportState.UNDOING:
        raise ImportElsewhere.of(locked)
    chunk = _waiting(locked)
    ids = _reports_of(chunk) if chunk is not None else []
    _refuse_used(obstacles(ids))
    _void(by, ids, on)
    if chunk is not None:
        erase_many(seals=[chunk.told] if chunk.told else [], on=on)
        chunk.undone, chunk.told = chunk.records, None
        chunk.save(update_fields=["undone", "told"])
    is_last = _waiting(locked) is None
    if is_last:
        locked.state = ImportState.UNDONE
        locked.save(update_fields=["state"])
    return Undone(locked, tuple(ids), is_last)


def _waiting(ledger_import: LedgerImport) -> ImportChunk | None:
    done = ledger_import.parts.filter(records__isnull=False, undone__isnull=True)
    return done.order_by("-position").first()


def _reports_of(chunk: ImportChunk) -> list[UUID]:
    first = chunk.position * CHUNK
    taken = ImportedRow.objects.filter(
        ledger_import_id=chunk.ledger_import_id, position__gte=first, position__lt=first + chunk.rows
    )
    return list(taken.order_by("position").values_list("report_id", flat=True))


def _void(by: Officer, ids: list[UUID], on: date) -> None:
    """Destroy what the reports said and who said it; close what runs; say so in their history."""
    reports, people = Report.objects.filter(pk__in=ids), ReportedPerson.objects.filter(report__in=ids)
    seals = list(people.order_by("pk").values_list("name_seal", flat=True))
    for pair in reports.order_by("pk").values_list("account", "identity"):
        seals += [each for each in pair if each is not None]
    erase_many(seals=seals, on=on)
    forget_many(by=by, records=ids)
    people.update(cadre_token=None, unit_token=None)
    Clock.objects.filter(report__in=ids, met_on__isnull=True).update(met_on=on, met_by=ACT)
    StepTaken.objects.bulk_create(
        StepTaken(report_id=each, act=ACT, to_state=ReportState.VOIDED, taken_on=on, taken_by_id=by.staff_id)
        for each in ids
    )
    reports.update(state=ReportState.VOIDED, decline_reason="", next_due=None, village=None)
