"""导入台账: a file is sealed, mapped, checked without a trace in the register, and imported chunk by chunk.

Each chunk goes in whole or not at all, with one entry in the trail: a power cut loses nothing and doubles nothing, and
the next call goes on with the first chunk that is not done. Which rows became which reports stands in ``ImportedRow``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from django.utils import timezone

from yixian.protection.actions import (
    add_to_own,
    erase_many,
    keep_for_self,
    open_own,
    open_seal,
    open_seals,
    require,
    reseal_slots,
    seal,
    token,
    tokens_ever,
)
from yixian.protection.officer import Officer
from yixian.reception.enums import ImportState
from yixian.reception.importing.checking import Checking
from yixian.reception.importing.chunks import (
    CHUNK,
    chunk_slot,
    done_with,
    next_chunk,
    opened,
    reader_of,
    tell,
)
from yixian.reception.importing.drafts import Kept, unpack_problems
from yixian.reception.importing.entering import Entered, enter
from yixian.reception.importing.fields import LISTED
from yixian.reception.importing.intake import take_in
from yixian.reception.importing.plan import Plan, guessed, read_plan, words_of
from yixian.reception.importing.refusals import (
    FileNotUsable,
    FileWasImported,
    ImportElsewhere,
    MappingIncomplete,
)
from yixian.reception.importing.roster import Roster
from yixian.reception.importing.rows import Layout, layout_text, pack, unpack
from yixian.reception.models import ImportChunk, LedgerImport
from yixian.toolkit.inserting import batches
from yixian.toolkit.spreadsheets import SpreadsheetProblem
from yixian.trail.actions import leaves_trail

FILE, CONTEXT = "ledger_file", "reception.ledgerimport"
LOAN = timedelta(days=14)
BEFORE_IMPORT = (ImportState.UPLOADED, ImportState.MAPPED, ImportState.CHECKING, ImportState.CHECKED)
STANDING = (*BEFORE_IMPORT, ImportState.RUNNING, ImportState.DONE, ImportState.UNDOING)


@dataclass(frozen=True, slots=True)
class OpenedImport:
    """An import with its file's layout and the plan as it stands, for one request."""

    ledger_import: LedgerImport
    layout: Layout
    plan: Plan
    name: str


@dataclass(frozen=True, slots=True)
class Brought:
    """One chunk: the reports that were entered, for the later houses, and whether it was the last."""

    ledger_import: LedgerImport
    entered: tuple[Entered, ...]
    is_last: bool

    @property
    def trail_subject(self) -> str:
        return self.ledger_import.trail_subject


@dataclass(frozen=True, slots=True)
class ImportProblems:
    """The problems of an import with what its workbook needs: the file's name, its headings and their fields."""

    ledger_import: LedgerImport
    name: str
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    kept: tuple[Kept, ...]

    @property
    def trail_subject(self) -> str:
        return self.ledger_import.trail_subject


@leaves_trail("reception.begin_import")
def begin_import(*, by: Officer, name: str, content: bytes, on: date) -> LedgerImport:
    """Read the file in memory and seal it at once, to the identity key and for some days to whoever brought it."""
    require(by, "reception.begin_import")
    digest = sha256(content).hexdigest()
    _refuse_known(by, digest)
    try:
        intake = take_in(name, content)
    except SpreadsheetProblem as problem:
        raise FileNotUsable(str(problem)) from problem
    plan = guessed(intake.layout)
    made = LedgerImport(
        organ_id=by.organ_id,
        begun_by_id=by.staff_id,
        begun_on=on,
        rows=len(intake.rows),
        skipped=sum(intake.layout.skipped.values()),
        file_token=token(by=by, kind=FILE, value=digest),
    )
    parts = list(batches(intake.rows, CHUNK))
    made.chunks = len(parts)
    slots = {chunk_slot(at): pack(part) for at, part in enumerate(parts)}
    made.source = keep_for_self(
        by=by,
        context=f"{CONTEXT}|{made.pk}|source",
        slots={"name": name[:200], "layout": layout_text(intake.layout), "plan": plan.text(), **slots},
        until=timezone.now() + LOAN,
    )
    told = {"name": name[:200], "headings": "\n".join(intake.layout.headings), "plan": plan.text()}
    made.plan = seal(organ_id=by.organ_id, context=f"{CONTEXT}|{made.pk}|plan", slots=told)
    made.save()
    ImportChunk.objects.bulk_create(
        ImportChunk(ledger_import=made, position=at, rows=len(part)) for at, part in enumerate(parts)
    )
    return made


def _refuse_known(by: Officer, digest: str) -> None:
    tokens = list(tokens_ever(by=by, kind=FILE, values=[digest]))
    known = LedgerImport.objects.filter(organ_id=by.organ_id, file_token__in=tokens, state__in=STANDING)
    earlier = known.order_by("begun_on").first()
    if earlier is not None:
        raise FileWasImported.of(earlier)


@leaves_trail("reception.read_import")
def open_import(*, by: Officer, ledger_import: LedgerImport) -> OpenedImport:
    """The layout with its sample rows and the plan: for whoever brought the file, while it is mapped."""
    require(by, "reception.read_import", ledger_import)
    return _opened(by, ledger_import)


def _opened(by: Officer, ledger_import: LedgerImport) -> OpenedImport:
    name, layout, plan = opened(by, ledger_import)
    return OpenedImport(ledger_import, layout, plan, name)


@leaves_trail("reception.map_import")
def map_columns(*, by: Officer, ledger_import: LedgerImport, columns: Sequence[str]) -> LedgerImport:
    """Say which column holds what. The words of the listed columns are then looked at."""
    locked = _locked(by, "reception.map_import", ledger_import, BEFORE_IMPORT)
    found = _opened(by, locked)
    words = words_of(found.layout, tuple(columns))
    for field, earlier in found.plan.words.items():
        words[field] = {
            **words.get(field, {}),
            **{w: m for w, m in earlier.items() if w in words.get(field, {}) and m},
        }
    blank = {field: found.plan.blank.get(field, LISTED[field].blank) for field in LISTED}
    plan = Plan(tuple(columns), words, blank)
    if lacking := plan.lacks():
        raise MappingIncomplete("".join(lacking))
    return _planned(by, locked, plan, ImportState.MAPPED)


@leaves_trail("reception.map_import")
def map_words(
    *,
    by: Officer,
    ledger_import: LedgerImport,
    words: Mapping[str, Mapping[str, str]],
    blank: Mapping[str, str],
) -> LedgerImport:
    """Say what each word means, and what an empty cell means. The dry run then begins anew."""
    locked = _locked(by, "reception.map_import", ledger_import, BEFORE_IMPORT[1:])
    plan = replace(_opened(by, locked).plan, words=words, blank=blank)
    erase_many(
        seals=[each.told for each in locked.parts.exclude(told=None).order_by("pk") if each.told],
        on=locked.begun_on,
    )
    locked.parts.update(foreseen=None, told=None)
    return _planned(by, locked, plan, ImportState.CHECKING)


def _planned(by: Officer, locked: LedgerImport, plan: Plan, state: ImportState) -> LedgerImport:
    add_to_own(by=by, seal=locked.source, slots={"plan": plan.text()})
    reseal_slots(by=by, seal=locked.plan, slots={"plan": plan.text()})
    locked.state = state
    locked.save(update_fields=["state"])
    return locked


@leaves_trail("reception.check_rows")
def check_rows(*, by: Officer, ledger_import: LedgerImport, on: date) -> LedgerImport:
    """The dry run of one chunk: what would be imported, and every problem. Nothing enters the register."""
    locked = _locked(by, "reception.check_rows", ledger_import, (ImportState.CHECKING,))
    chunk = next_chunk(locked, "foreseen")
    if chunk is not None:
        reader, roster = reader_of(by, locked, on), Roster(by.organ_id)
        rows = unpack(
            open_own(by=by, seal=locked.source, slots=[chunk_slot(chunk.position)])[
                chunk_slot(chunk.position)
            ]
        )
        taken, kept = Checking(by, replace(reader, villages=roster.villages), roster).check(
            chunk.position * CHUNK, rows, tied=False
        )
        chunk.foreseen = chunk.rows - len(taken)
        tell(by, locked, chunk, kept, on)
    if next_chunk(locked, "foreseen") is None:
        locked.state = ImportState.CHECKED
        locked.save(update_fields=["state"])
    return locked


@leaves_trail("reception.start_import")
def start_import(*, by: Officer, ledger_import: LedgerImport) -> LedgerImport:
    """Confirm the dry run; the chunks are then imported one after the other."""
    locked = _locked(by, "reception.start_import", ledger_import, (ImportState.CHECKED,))
    locked.state = ImportState.RUNNING
    locked.save(update_fields=["state"])
    return locked


@leaves_trail("reception.import_rows")
def import_rows(*, by: Officer, ledger_import: LedgerImport, on: date) -> Brought:
    """Import the first chunk that is not done, whole or not at all. With the last one the file is destroyed."""
    locked = _locked(by, "reception.import_rows", ledger_import, (ImportState.RUNNING,))
    chunk = next_chunk(locked, "records")
    entered: list[Entered] = []
    if chunk is not None:
        reader, roster = reader_of(by, locked, on), Roster(by.organ_id)
        slot = chunk_slot(chunk.position)
        rows = unpack(open_own(by=by, seal=locked.source, slots=[slot])[slot])
        checking = Checking(by, replace(reader, villages=roster.villages), roster)
        taken, kept = checking.check(chunk.position * CHUNK, rows, tied=True)
        entered = enter(by, locked, taken, on)
        chunk.records, chunk.problems = len(taken), chunk.rows - len(taken)
        tell(by, locked, chunk, kept, on)
    is_last = next_chunk(locked, "records") is None
    if is_last:
        done_with(locked, ImportState.DONE, on)
    return Brought(locked, tuple(entered), is_last)


@leaves_trail("reception.read_import")
def read_import_problems(*, by: Officer, ledger_import: LedgerImport) -> ImportProblems:
    """Every problem found so far, by row. No cell that tells who reports was ever kept with them."""
    require(by, "reception.read_import", ledger_import)
    told = ledger_import.parts.exclude(told=None).order_by("position").values_list("told", flat=True)
    seals = [each for each in told if each is not None]
    texts = open_seals(by=by, seals=seals, slot="problems", subject=ledger_import.trail_subject)
    plan = open_seal(by=by, seal=ledger_import.plan, about=ledger_import)
    kept = [each for seal_id in seals if seal_id in texts for each in unpack_problems(texts[seal_id])]
    columns = read_plan(plan["plan"]).columns
    return ImportProblems(
        ledger_import, plan["name"], tuple(plan["headings"].split("\n")), columns, tuple(kept)
    )


@leaves_trail("reception.drop_import")
def drop_import(*, by: Officer, ledger_import: LedgerImport, on: date) -> LedgerImport:
    """Give up before anything was imported; the file is destroyed."""
    locked = _locked(by, "reception.drop_import", ledger_import, BEFORE_IMPORT)
    told = [each.told for each in locked.parts.exclude(told=None).order_by("pk") if each.told]
    erase_many(seals=told, on=on)
    done_with(locked, ImportState.DROPPED, on)
    return locked


def _locked(
    by: Officer, act: str, ledger_import: LedgerImport, states: Sequence[ImportState]
) -> LedgerImport:
    require(by, act, ledger_import)
    locked = LedgerImport.objects.select_for_update().get(pk=ledger_import.pk)
    if locked.state not in states:
        raise ImportElsewhere.of(locked)
    return locked
