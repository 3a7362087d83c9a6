"""The imports of an office, and the figures of each: rows in = records + problems, always to be stated."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max, Min, QuerySet, Sum

from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.models import ImportedRow, LedgerImport


@dataclass(frozen=True, slots=True)
class Tally:
    """``checked`` and ``done`` are rows that the dry run and the import went through; ``foreseen`` those of the
    checked that have problems; ``done`` = ``records`` + ``problems``; ``waiting`` rows are not done yet.
    """

    rows: int
    skipped: int
    checked: int
    foreseen: int
    records: int
    problems: int
    undone: int

    @property
    def done(self) -> int:
        return self.records + self.problems

    @property
    def waiting(self) -> int:
        return self.rows - self.done

    @property
    def passes(self) -> int:
        return self.checked - self.foreseen


def imports_of(officer: Officer) -> QuerySet[LedgerImport]:
    """The chief sees every import of the office, anyone else the own ones."""
    if not may(officer, "reception.begin_import"):
        return LedgerImport.objects.none()
    found = LedgerImport.objects.filter(organ_id=officer.organ_id)
    if not may(officer, "reception.undo_import"):
        found = found.filter(begun_by_id=officer.staff_id)
    return found.select_related("begun_by", "undone_by").order_by("-begun_on", "pk")


def one_import(officer: Officer, import_id: UUID) -> LedgerImport | None:
    return imports_of(officer).filter(pk=import_id).first()


def tally_of(ledger_import: LedgerImport) -> Tally:
    parts = ledger_import.parts
    summed: dict[str, Any] = parts.aggregate(
        foreseen=Sum("foreseen"), records=Sum("records"), problems=Sum("problems"), undone=Sum("undone")
    )
    checked = parts.filter(foreseen__isnull=False).aggregate(rows=Sum("rows"))["rows"]
    return Tally(
        rows=ledger_import.rows,
        skipped=ledger_import.skipped,
        checked=checked or 0,
        **{name: value or 0 for name, value in summed.items()},
    )


def number_spans(ledger_import: LedgerImport) -> list[tuple[str | None, str | None, int]]:
    """(first number, last number, how many) of each year of registration."""
    rows = ImportedRow.objects.filter(ledger_import=ledger_import).order_by()
    years = rows.values("report__registered_on__year").annotate(first=Min("position"), last=Max("position"))
    found = []
    for each in years.order_by("report__registered_on__year"):
        year = each["report__registered_on__year"]
        of_year = rows.filter(report__registered_on__year=year)
        numbers = dict(
            of_year.filter(position__in=(each["first"], each["last"]))
            .order_by("position")
            .values_list("position", "report__number")
        )
        found.append((numbers[each["first"]], numbers[each["last"]], of_year.count()))
    return found
