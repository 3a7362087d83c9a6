"""The office's own documents, opened and read as rules of the library."""

from dataclasses import dataclass

from django.db.models import QuerySet

from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.regulations.articles import Grade
from yixian.regulations.rough_days import RoughDay, parse_rough_day
from yixian.regulations.rules_library import DatedRule, HeldRule, RuleSubject, rules_in_force
from yixian.resolution.models import DatedFact, FactEvidence, LocalRule

LOCAL = "本机关登记"


@dataclass(frozen=True, slots=True)
class HeldLocally:
    """An office's own document that held at the time."""

    row: LocalRule
    held: HeldRule


def local_rules_of(organ_id: int) -> QuerySet[LocalRule]:
    return LocalRule.objects.filter(organ_id=organ_id).select_related("added_by").order_by("since", "pk")


def local_rules_in_force(officer: Officer, on: RoughDay, subject: RuleSubject | None) -> list[HeldLocally]:
    """The own documents that held at some time of the day, month or year; titles are opened together."""
    rows = {str(each.pk): each for each in local_rules_of(officer.organ_id)}
    seals = [each.words for each in rows.values()]
    titles, numbers, notes = (
        open_seals(by=officer, seals=seals, slot=slot) for slot in ("title", "number", "note")
    )
    known = tuple(
        DatedRule(
            key,
            titles.get(row.words, ""),
            numbers.get(row.words, ""),
            RuleSubject(row.subject),
            parse_rough_day(row.since),
            parse_rough_day(row.until) if row.until else None,
            "",
            LOCAL,
            Grade.OFFICIAL,
            notes.get(row.words, ""),
        )
        for key, row in rows.items()
    )
    return [HeldLocally(rows[each.rule.key], each) for each in rules_in_force(on, subject, among=known)]


def facts_of(verification_id: int) -> QuerySet[DatedFact]:
    """The facts of a verification as they were noted; their days are sealed, so that whoever opens them sorts."""
    return (
        DatedFact.objects.filter(verification_id=verification_id)
        .select_related("noted_by", "replaced_by", "verification__clue__matter")
        .order_by("pk")
    )


def evidence_by_fact(verification_id: int) -> dict[int, list[FactEvidence]]:
    """Fact → what bears it out."""
    found: dict[int, list[FactEvidence]] = {}
    rows = FactEvidence.objects.filter(fact__verification_id=verification_id).select_related("evidence")
    for each in rows.order_by("evidence__position"):
        found.setdefault(each.fact_id, []).append(each)
    return found
