"""Reported persons found out after registration: added, or tied to the roster once it is clear who is meant."""

from datetime import date

from yixian.protection.actions import require, reseal_slots
from yixian.protection.officer import Officer
from yixian.reception.facts import ReportedFacts, check_lengths
from yixian.reception.models import Report, ReportedPerson
from yixian.reception.people import register_people, tie
from yixian.reception.steps import check_not_before
from yixian.trail.actions import leaves_trail


@leaves_trail("reception.add_reported")
def add_reported(*, by: Officer, report: Report, reported: ReportedFacts, on: date) -> ReportedPerson:
    """Add a person or unit that turned out to be reported. Whoever is of that side loses sight of the report."""
    require(by, "reception.add_reported", report)
    check_not_before(report, on)
    check_lengths(reported)
    locked = Report.objects.select_for_update().get(pk=report.pk)
    (added,) = register_people(by, locked, [reported], after=locked.people.count())
    return added


@leaves_trail("reception.identify_reported")
def identify_reported(
    *, by: Officer, person: ReportedPerson, reported: ReportedFacts, on: date
) -> ReportedPerson:
    """Say who is meant, by the roster. The name as first registered stays as a sealed version."""
    require(by, "reception.identify_reported", person.report)
    check_not_before(person.report, on)
    check_lengths(reported)
    tied = tie(by, person, reported)
    slots = {"name": reported.name.strip(), "post": reported.post.strip(), "unit": reported.unit.strip()}
    reseal_slots(by=by, seal=tied.name_seal, slots=slots)
    tied.save(update_fields=["category", "cadre_token", "unit_token"])
    return tied
