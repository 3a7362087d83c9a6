"""定性: the report repeats what assessment currently holds it for, so that a long ledger is narrowed by it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.permits import Guarded
from yixian.reception.models import Report
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.trail.actions import leaves_trail

COLUMNS = ("report_class", "main_issue", "second_issue")


@dataclass(frozen=True, slots=True)
class Classed:
    """What one report is held for from now on."""

    report_id: UUID
    report_class: ReportClass
    main_issue: VillageIssue | None
    second_issue: VillageIssue | None


@leaves_trail("reception.note_classed")
def note_classed(*, by: Officer, subject: Guarded, classed: Sequence[Classed]) -> int:
    """Assessment calls this within its own act, for one report or for a part of an import (``subject``); says for
    how many.
    """
    require(by, "reception.note_classed", subject)
    alike: defaultdict[tuple[str, ...], list[UUID]] = defaultdict(list)
    for each in classed:
        alike[each.report_class, each.main_issue or "", each.second_issue or ""].append(each.report_id)
    for values, ids in alike.items():
        Report.objects.filter(pk__in=ids).order_by().update(**dict(zip(COLUMNS, values, strict=True)))
    return len(classed)
