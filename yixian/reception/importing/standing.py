"""What stands against undoing an import: everything that was done with its reports after it.

Asked of the database's own relations, so that what later houses hang on a report counts without being named here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from yixian.reception.importing.entering import ACT
from yixian.reception.models import Clock, Handling, ImportedRow, Report, ReportedPerson, StepTaken
from yixian.toolkit.inserting import batches

ONCE = frozenset({"imported_row", "classifications", "matter_links"})
"""What the import itself hangs on a report, once each; a second one was added by somebody later."""
OWN = frozenset({"steps", "handlings", "clocks", "people", "repeats"})
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A report with which something was done since: its number, and what."""

    report_id: UUID
    number: str
    what: str


def obstacles(report_ids: Sequence[UUID]) -> list[Obstacle]:
    found: dict[UUID, list[str]] = {}
    for some in batches(report_ids, AT_ONCE):
        for what, ids in _done_with(some):
            for report_id in ids:
                found.setdefault(report_id, []).append(what)
    numbers = dict(Report.objects.filter(pk__in=list(found)).order_by("number").values_list("pk", "number"))
    return [Obstacle(pk, number or "", "、".join(found[pk])) for pk, number in numbers.items()]


def _done_with(ids: list[UUID]) -> Iterator[tuple[str, set[UUID]]]:
    """(what, the reports with which it was done)."""
    steps = StepTaken.objects.filter(report__in=ids).exclude(act=ACT)
    yield "已继续办理", _reports(steps)
    yield "已移交承办", _reports(_several(Handling.objects.filter(report__in=ids)))
    changed = Clock.objects.filter(report__in=ids)
    yield (
        "期限已办理",
        _reports(changed.filter(Q(met_on__isnull=False) | Q(extended__gt=0) | Q(suspended_on__isnull=False))),
    )
    yield "有期限变更申请", _reports(changed.filter(changes__isnull=False))
    yield "补登了被反映人", _with_more_people(ids)
    yield "有其他来件作为它的重复件", set(_repeated_from_outside(ids))
    for relation in Report._meta.related_objects:
        name = relation.get_accessor_name() or ""
        if name in OWN:
            continue
        model: Any = relation.related_model
        rows = model._default_manager.filter(**{f"{relation.field.name}__in": ids})
        label = f"有{model._meta.verbose_name}"
        yield label, _reports(_several(rows) if name in ONCE else rows, relation.field.attname)


def _several(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    several: QuerySet[Any] = rows.order_by("report_id").values("report_id").annotate(n=Count("pk"))
    return several.filter(n__gt=1)


def _reports(rows: "QuerySet[Any]", column: str = "report_id") -> set[UUID]:
    return set(rows.order_by(column).values_list(column, flat=True))


def _with_more_people(ids: list[UUID]) -> set[UUID]:
    known = dict(ImportedRow.objects.filter(report__in=ids).order_by("pk").values_list("report_id", "people"))
    people = ReportedPerson.objects.filter(report__in=ids).order_by("report_id").values("report_id")
    counted = people.annotate(n=Count("pk")).values_list("report_id", "n")
    return {report_id for report_id, n in counted if n != known.get(report_id)}


def _repeated_from_outside(ids: list[UUID]) -> Iterator[UUID]:
    """Repeats of the same import go with it."""
    batch = (
        ImportedRow.objects.filter(report__in=ids).order_by("pk").values_list("ledger_import_id", flat=True)
    )
    repeats = Report.objects.filter(repeat_of__in=ids).exclude(
        imported_row__ledger_import__in=list(batch[:1])
    )
    yield from (each for each in repeats.order_by("pk").values_list("repeat_of_id", flat=True) if each)
