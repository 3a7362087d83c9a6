"""导入: class and matter of very many reports that a ledger brought, and their undoing.

The ledger decided the class long ago: nothing is proposed beside it, and what a text states was not read. Each report
has a matter of its own, closed on the ledger's day; a repeat stands in that of the report which it repeats.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol
from uuid import UUID, uuid4

from yixian.assessment.enums import LinkReason, MatterState
from yixian.assessment.models import Classification, Matter, MatterLink
from yixian.assessment.numbering import next_matter_numbers
from yixian.protection.actions import ToSeal, erase_many, require, seal_many
from yixian.protection.officer import Officer
from yixian.protection.permits import Guarded
from yixian.protection.texts import SLOT, text_context
from yixian.reception.actions import Classed, note_classed
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.regulations.issues import kind_of_village_issue
from yixian.toolkit.inserting import insert_objects
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report


class JoinedFromOutside(Refusal):
    """A report that the import did not bring was linked to one of its matters."""

    key = "joined_from_outside"


class Import(Guarded, Protocol):
    """The import, as the permit and the trail name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFacts:
    """What the ledger says of one report; ``report_class`` None leaves it to be classed later."""

    report: "Report"
    title: str
    report_class: ReportClass | None = None
    main_issue: VillageIssue | None = None
    second_issue: VillageIssue | None = None
    closed_on: date | None = None


@leaves_trail("assessment.settle_imported")
def settle_imported(*, by: Officer, subject: Import, facts: Sequence[ImportedFacts], on: date) -> int:
    """Class and matter of each, in a fixed number of statements; says how many."""
    require(by, "assessment.settle_imported", subject)
    insert_objects(
        _classified(by, each, each.report_class, on) for each in facts if each.report_class is not None
    )
    classed = [
        Classed(each.report.pk, each.report_class, each.main_issue, each.second_issue)
        for each in facts
        if each.report_class is not None
    ]
    note_classed(by=by, subject=subject, classed=classed)
    standing = _matters_of(each.report.repeat_of_id for each in facts)
    known = standing.keys() | {each.report.pk for each in facts}
    own = [each for each in facts if each.report.repeat_of_id not in known]
    made = dict(zip((each.report.pk for each in own), _opened(by, own), strict=True))
    matters = standing | {pk: matter.pk for pk, matter in made.items()}
    insert_objects(
        MatterLink(
            matter_id=matters.get(each.report.pk) or matters[each.report.repeat_of_id],
            report=each.report,
            reason=LinkReason.FIRST if each.report.pk in made else LinkReason.SAME_MATTER,
            linked_by_id=by.staff_id,
            linked_on=on,
        )
        for each in facts
    )
    return len(facts)


def _classified(by: Officer, each: ImportedFacts, report_class: ReportClass, on: date) -> Classification:
    main = each.main_issue
    return Classification(
        report=each.report,
        report_class=report_class,
        main_issue=main or "",
        second_issue=each.second_issue or "",
        issue_kind=(kind_of_village_issue(main) if main else None) or "",
        decided_by_id=by.staff_id,
        decided_on=on,
    )


def _matters_of(report_ids: Iterable[UUID | None]) -> dict[UUID | None, UUID]:
    """Report → the matter in which it stands."""
    wanted = sorted({each for each in report_ids if each is not None}, key=str)
    links = MatterLink.objects.filter(report_id__in=wanted, unlinked_on__isnull=True).order_by("pk")
    return dict(links.values_list("report_id", "matter_id"))


def _opened(by: Officer, own: Sequence[ImportedFacts]) -> list[Matter]:
    days = [each.report.registered_on or each.report.received_on for each in own]
    numbers = next_matter_numbers(by.organ_id, days)
    matters = [
        Matter(
            id=uuid4(),
            organ_id=by.organ_id,
            number=number,
            opened_on=day,
            state=MatterState.CLOSED if each.closed_on else MatterState.OPEN,
            closed_on=each.closed_on,
        )
        for each, number, day in zip(own, numbers, days, strict=True)
    ]
    wanted = [
        ToSeal(text_context(matter, "title"), {SLOT: each.title.strip()})
        for matter, each in zip(matters, own, strict=True)
    ]
    for matter, title in zip(matters, seal_many(organ_id=by.organ_id, wanted=wanted), strict=True):
        matter.title = title
    return insert_objects(matters)


@leaves_trail("assessment.unsettle_imported")
def unsettle_imported(*, by: Officer, subject: Import, report_ids: Sequence[UUID], on: date) -> int:
    """Take the reports out of their matters; a matter that was theirs alone is closed and its title erased."""
    require(by, "assessment.unsettle_imported", subject)
    links = MatterLink.objects.filter(report_id__in=report_ids, unlinked_on__isnull=True)
    matter_ids = sorted(set(links.order_by("pk").values_list("matter_id", flat=True)), key=str)
    _refuse_others(matter_ids, subject)
    links.update(unlinked_by_id=by.staff_id, unlinked_on=on)
    empty = Matter.objects.filter(pk__in=matter_ids).exclude(links__unlinked_on__isnull=True)
    erase_many(seals=list(empty.order_by("pk").values_list("title", flat=True)), on=on)
    return empty.filter(state=MatterState.OPEN).update(state=MatterState.CLOSED, closed_on=on)


def _refuse_others(matter_ids: Sequence[UUID], subject: Import) -> None:
    standing = MatterLink.objects.filter(matter_id__in=matter_ids, unlinked_on__isnull=True)
    others = standing.exclude(report__imported_row__ledger_import=getattr(subject, "pk", None))
    first = others.select_related("matter", "report").order_by("pk").first()
    if first is not None:
        raise JoinedFromOutside(
            f"来件{first.report.number}已关联到这次导入的事项{first.matter.number}，不能整批撤销；请先取消关联。"
        )
