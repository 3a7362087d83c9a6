from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, SECRETARY, TUESDAY, WEDNESDAY, a_letter
from tests.resolution.casework import with_outcomes
from yixian.assessment.actions import (
    ClassFacts,
    TransferFacts,
    classify_report,
    link_report,
    open_matter,
    transfer_out,
)
from yixian.assessment.enums import TransferKind
from yixian.insight.figures import Period
from yixian.insight.queries import analysis_of, figure_rows, organs_in_sight, period_named
from yixian.reception.actions import accept_report, give_feedback, keep_as_repeat
from yixian.reception.enums import FeedbackWay
from yixian.regulations.classes import ReportClass, VillageIssue

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))


def rows(town, who="chief"):
    return figure_rows(town[who], [town.organ.pk], until=MARCH.end)


def test_a_row_holds_what_was_decided_and_nothing_that_was_said(town):
    report = a_letter(town).report
    facts = ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.TENDERS)
    classify_report(by=town["clerk"], report=report, facts=facts, on=TUESDAY)
    matter = open_matter(by=town["clerk"], report=report, title="金丝雀正文", on=TUESDAY)

    (row,) = rows(town)

    assert (row.kind, row.channel, row.source, row.signed) == ("accusation", "letter", "own", True)
    assert (row.issues, row.posts) == (("工程招投标",), ("村民小组长",))
    assert (row.matter, row.title) == (matter.number, matter.number)
    assert (row.repeat, row.closed_on, row.who) == (False, None, None)


def test_only_what_was_kept_as_a_repeat_counts_as_one(town):
    """Somebody else's report of the same matter is joined to it, and is a first report all the same."""
    first, neighbour, again = (a_letter(town).report for _ in range(3))
    matter = open_matter(by=town["clerk"], report=first, title="低保", on=TUESDAY)
    link_report(by=town["clerk"], report=neighbour, matter=matter, on=TUESDAY)
    keep_as_repeat(by=town["clerk"], report=again, first=first, new_allegation=False, on=TUESDAY)
    link_report(by=town["clerk"], report=again, matter=matter, on=TUESDAY)

    repeats = {row.id: row.repeat for row in rows(town)}

    assert repeats == {str(first.pk): False, str(neighbour.pk): False, str(again.pk): True}


def test_a_repeat_adds_a_report_to_a_hot_matter_and_no_person(town):
    first, neighbour, again = (a_letter(town).report for _ in range(3))
    matter = open_matter(by=town["clerk"], report=first, title="低保", on=TUESDAY)
    keep_as_repeat(by=town["clerk"], report=again, first=first, new_allegation=False, on=TUESDAY)
    for report in (neighbour, again):
        link_report(by=town["clerk"], report=report, matter=matter, on=TUESDAY)

    (hot,) = analysis_of(town["chief"], [town.organ.pk], MARCH).hot

    assert hot.reason.startswith("2人反映3件")


def test_a_new_allegation_is_no_repeat(town):
    first, again = a_letter(town).report, a_letter(town).report
    matter = open_matter(by=town["clerk"], report=first, title="低保", on=TUESDAY)
    link_report(by=town["clerk"], report=again, matter=matter, on=TUESDAY, new_allegation=True)

    assert [row.repeat for row in rows(town)] == [False, False]


def test_an_answered_report_is_closed_on_the_day_of_its_answer(town):
    report = a_letter(town).report
    accept_report(by=town["clerk"], report=report, on=TUESDAY)
    give_feedback(by=town["clerk"], report=report, way=FeedbackWay.MAILBOX, text="已答复", on=WEDNESDAY)

    (row,) = rows(town)

    assert row.closed_on == WEDNESDAY


def test_outcomes_are_counted_per_person(town):
    clue = with_outcomes(town)

    figures = analysis_of(town["chief"], [town.organ.pk], MARCH)

    assert clue.matter.number
    assert [(line.label, line.count) for line in figures.outcomes.persons.lines] == [("批评教育", 1)]


def test_totals_tie_out_and_each_number_opens_its_rows(town):
    early = a_letter(town, replace(ANONYMOUS, received_on=date(2026, 2, 20))).report
    a_letter(town)
    accept_report(by=town["clerk"], report=early, on=TUESDAY)
    give_feedback(by=town["clerk"], report=early, way=FeedbackWay.MAILBOX, text="已答复", on=WEDNESDAY)

    balance = analysis_of(town["chief"], [town.organ.pk], MARCH).balance

    values = (balance.opening.value, balance.new.value, balance.closed.value, balance.open.value)
    assert values == (1, 1, 1, 1)
    assert balance.ties
    assert balance.closed.rows == (str(early.pk),)


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_a_report_about_somebody_is_in_no_count_that_they_see(town, who):
    a_letter(town, replace(LETTER, reported=(SECRETARY,)))
    a_letter(town)

    counts = {each: len(rows(town, each)) for each in ("chief", who)}

    assert counts == {"chief": 2, who: 1}


def test_a_report_delivered_below_is_counted_once_for_the_county_and_once_for_the_township(town):
    report = a_letter(town, who="county_clerk").report
    facts = TransferFacts(
        kind=TransferKind.ASSIGN, summary="村级低保发放", reason="由属地核实", to_organ_id=town.organ.pk
    )
    transfer_out(by=town["county_chief"], report=report, facts=facts, on=TUESDAY)
    both = list(organs_in_sight(town["county_chief"]))

    whole = figure_rows(town["county_chief"], both, until=MARCH.end)
    below = figure_rows(town["county_chief"], [town.organ.pk], until=MARCH.end)

    assert (len(both), len(whole), len(below)) == (2, 1, 1)
    assert below[0].source == "assigned_by_superior"


@pytest.mark.parametrize("count", [1, 3])
def test_the_rows_cost_the_same_number_of_queries_for_one_and_for_three(town, count):
    for _ in range(count):
        open_matter(by=town["clerk"], report=a_letter(town).report, title="低保", on=MONDAY)
    chief = town["chief"]

    with CaptureQueriesContext(
        connection,
    ) as queries:
        figure_rows(chief, [town.organ.pk], until=MARCH.end)

    assert len(queries) == 6


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("month", date(2026, 3, 1)),
        ("quarter", date(2026, 1, 1)),
        ("year", date(2026, 1, 1)),
        ("twelve", date(2025, 4, 1)),
    ],
)
def test_a_named_period_runs_to_today(name, start):
    assert period_named(name, date(2026, 3, 12)) == Period(start, date(2026, 3, 12))
