"""定性与管辖: deciding what a report is and whose, beside what the machine had proposed."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.models import Classification, JurisdictionDecision
from yixian.assessment.queries.suggesting import Suggestion
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text_if_any
from yixian.reception.actions import Classed, note_classed
from yixian.regulations.classes import IssueKind, ReportClass, VillageIssue
from yixian.regulations.issues import kind_of_village_issue
from yixian.regulations.jurisdiction import JurisdictionKind, JurisdictionProposal
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report


class IssueMissing(Refusal):
    """An accusation without a main issue could not be counted."""

    key = "issue_missing"


class ReasonMissing(Refusal):
    """Whoever decides otherwise than the table proposes says why."""

    key = "reason_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassFacts:
    """What a person decided. ``issue_kind`` is taken from the main issue where it is left open."""

    report_class: ReportClass
    main_issue: VillageIssue | None = None
    second_issue: VillageIssue | None = None
    issue_kind: IssueKind | None = None
    note: str = ""


@leaves_trail("assessment.classify_report")
def classify_report(
    *, by: Officer, report: "Report", facts: ClassFacts, on: date, suggested: Suggestion | None = None
) -> Classification:
    """Record the class and issue. An earlier decision stays and is superseded, never edited.

    ``suggested`` keeps what the machine proposed, and which of who, what, when, where and evidence the text
    states: the figures of 内容抽象化 count those without opening the report.
    """
    require(by, "assessment.classify_report", report)
    if facts.report_class is ReportClass.ACCUSATION and facts.main_issue is None:
        raise IssueMissing("检举控告须选定主要问题，统计和研判都以它为准。")
    before = Classification.objects.select_for_update().filter(report=report, is_current=True).first()
    if before is not None:
        before.is_current = False
        before.save(update_fields=["is_current"])
    decided = Classification(
        report=report,
        **_decided(facts),
        **_proposed(suggested, before),
        decided_by_id=by.staff_id,
        decided_on=on,
        supersedes=before,
    )
    decided.note = seal_text_if_any(decided, "note", facts.note, organ_id=by.organ_id, what="定性说明")
    decided.save()
    told = Classed(report.pk, facts.report_class, facts.main_issue, facts.second_issue)
    note_classed(by=by, subject=report, classed=[told])
    return decided


def _decided(facts: ClassFacts) -> dict[str, str]:
    main = facts.main_issue
    kind = facts.issue_kind or (kind_of_village_issue(main) if main else None)
    return {
        "report_class": facts.report_class,
        "main_issue": main or "",
        "second_issue": facts.second_issue or "",
        "issue_kind": kind or "",
    }


def _proposed(suggested: Suggestion | None, before: Classification | None) -> dict[str, str | bool]:
    """From the new suggestion, or carried over from the decision that this one supersedes."""
    if suggested is None:
        fields = ("proposed_class", "proposed_issue", "motive", *STATED)
        return {field: getattr(before, field) for field in fields} if before else {}
    reading = suggested.reading
    return {
        "proposed_class": suggested.report_class,
        "proposed_issue": suggested.main_issue or "",
        "motive": reading.motive,
        **{f"has_{element}": getattr(reading, element) for element in ELEMENTS},
    }


ELEMENTS = ("who", "what", "when", "where", "evidence")
STATED = tuple(f"has_{element}" for element in ELEMENTS)


@leaves_trail("assessment.decide_jurisdiction")
def decide_jurisdiction(
    *,
    by: Officer,
    report: "Report",
    proposal: JurisdictionProposal,
    decision: JurisdictionKind,
    on: date,
    reason: str = "",
) -> JurisdictionDecision:
    """Record whose the report is. The table's rule is grade U: it may be departed from, with a reason."""
    require(by, "assessment.decide_jurisdiction", report)
    if decision is not proposal.kind and not reason.strip():
        raise ReasonMissing(
            f"系统建议“{proposal.kind.label}”（{proposal.article.cite()}）；作其他决定的，请写明理由。"
        )
    decided = JurisdictionDecision(
        report=report,
        proposal=proposal.kind,
        decision=decision,
        article=proposal.article.cite(),
        decided_by_id=by.staff_id,
        decided_on=on,
    )
    decided.reason = seal_text_if_any(decided, "reason", reason, organ_id=by.organ_id, what="理由")
    decided.save()
    return decided
