"""What the machine proposes for a report whose text lies open on the clerk's screen, each with its reason.

The same reading as ``yixian analyse``; the law's tables then say what follows from it. Nothing is decided here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from yixian.language import Reading, read
from yixian.regulations.classes import ReportClass, SourceKind, VillageIssue
from yixian.regulations.departments import DepartmentProposal, PetitionField, department_for
from yixian.regulations.jurisdiction import (
    HandlingLevel,
    JurisdictionFacts,
    JurisdictionProposal,
    ReportedLevel,
    jurisdiction_of,
)
from yixian.roster.enums import OrganLevel
from yixian.roster.queries import organ_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One reading and what follows from it. ``department`` is set only for what is out of scope."""

    reading: Reading
    report_class: ReportClass
    main_issue: VillageIssue | None
    second_issue: VillageIssue | None
    department: DepartmentProposal | None

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.reading.reasons


def suggestion(*, title: str, account: str) -> Suggestion:
    """The proposal for one report's text."""
    reading = read(title, account)
    issues = [VillageIssue.labelled(label) for label in reading.issues[:2]]
    report_class = ReportClass(reading.kind)
    return Suggestion(
        reading=reading,
        report_class=report_class,
        main_issue=issues[0] if issues else None,
        second_issue=issues[1] if len(issues) > 1 else None,
        department=department_proposal(reading) if report_class is ReportClass.OUT_OF_SCOPE else None,
    )


def department_proposal(reading: Reading) -> DepartmentProposal:
    """The department for the field that was read; 其他 where the model abstains."""
    field = reading.department if reading.department_sure else PetitionField.OTHER
    return department_for(PetitionField(field))


def jurisdiction_proposal(
    *,
    organ_id: int,
    report_class: ReportClass,
    reported: Sequence[ReportedLevel],
    source: SourceKind = SourceKind.OWN,
) -> JurisdictionProposal:
    """The decision table's answer for this organ."""
    level = HandlingLevel.COUNTY if organ_of(organ_id).level == OrganLevel.COUNTY else HandlingLevel.TOWNSHIP
    return jurisdiction_of(
        JurisdictionFacts(handling=level, report_class=report_class, reported=tuple(reported), source=source)
    )
