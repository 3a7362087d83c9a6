from dataclasses import replace

from tests.reception.township import LETTER, SECRETARY, STRANGER, TUESDAY, Township, a_letter
from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.queries import people_of


def test_a_cadre_reported_in_two_reports_of_a_matter_is_one_person(town: Township) -> None:
    first = a_letter(town, replace(LETTER, reported=(SECRETARY, STRANGER))).report
    second = a_letter(town, replace(LETTER, reported=(SECRETARY,))).report
    matter = open_matter(by=town["clerk"], report=first, title="低保", on=TUESDAY)
    link_report(by=town["clerk"], report=second, matter=matter, on=TUESDAY)

    people = people_of(matter)

    assert [person.pk for person in people] == list(
        first.people.order_by("position").values_list("pk", flat=True)
    )


def test_whoever_is_not_on_the_roster_stays_apart(town: Township) -> None:
    first, second = a_letter(town).report, a_letter(town).report
    matter = open_matter(by=town["clerk"], report=first, title="低保", on=TUESDAY)
    link_report(by=town["clerk"], report=second, matter=matter, on=TUESDAY)

    assert len(people_of(matter)) == 2
