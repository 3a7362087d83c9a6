"""检控规则 27: with the end of handling, the clock of telling the result starts, and only the answer meets it."""

from dataclasses import replace
from datetime import date

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, TUESDAY, WEDNESDAY, holder_of
from tests.resolution.casework import a_matter, an_outcome, with_outcomes
from yixian.assessment.actions import link_report, open_matter
from yixian.desk.duties import duties_of
from yixian.protection.actions import make_code
from yixian.reception.actions import (
    accept_report,
    give_feedback,
    keep_as_repeat,
    open_mailbox,
    register_letter,
)
from yixian.reception.enums import FeedbackWay, Signing
from yixian.reception.queries import promised
from yixian.regulations.accusation_rules import RESULT_FEEDBACK_TERM
from yixian.regulations.classes import ClosingWay
from yixian.regulations.completions import Completion
from yixian.resolution.actions import close_clue, decide_outcome, open_clue, record_completion

LAST_DAY = date(2026, 3, 25)
"""Fifteen working days from the Wednesday."""
KEY = RESULT_FEEDBACK_TERM.key


def close(town, clue):
    return close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)


def clocks(report):
    return list(report.clocks.filter(term_key=KEY).values_list("started_on", "due_on", "met_by"))


def first_report(clue):
    return clue.matter.links.order_by("pk").first().report


def test_closing_the_last_clue_starts_the_clock_of_feedback(town):
    clue = with_outcomes(town)

    close(town, clue)

    assert clocks(first_report(clue)) == [(WEDNESDAY, LAST_DAY, "")]


def test_while_another_clue_is_open_nothing_is_handled_yet(town):
    clue = with_outcomes(town)
    open_clue(by=town["chief"], matter=clue.matter, questions="名额如何确定", on=WEDNESDAY)

    close(town, clue)

    assert clocks(first_report(clue)) == []


def test_an_anonymous_or_unverified_reporter_has_no_such_clock(town):
    for facts in (ANONYMOUS, replace(LETTER, signing=Signing.UNVERIFIED)):
        clue = with_outcomes(town, facts)

        close(town, clue)

        assert clocks(first_report(clue)) == []


def test_each_report_of_the_matter_is_told_but_a_kept_repeat_is_told_once(town):
    clue = with_outcomes(town)
    first = first_report(clue)
    second, repeat = (
        register_letter(by=town["clerk"], facts=LETTER, code=make_code(), on=MONDAY).report for _ in range(2)
    )
    accept_report(by=town["chief"], report=second, on=TUESDAY)
    keep_as_repeat(by=town["clerk"], report=repeat, first=first, new_allegation=False, on=TUESDAY)
    for each in (second, repeat):
        link_report(by=town["clerk"], matter=clue.matter, report=each, on=TUESDAY)
        person = each.people.get()
        decide_outcome(
            by=town["chief"], outcome=an_outcome(town, clue, person.pk), approved=True, on=WEDNESDAY
        )

    close(town, clue)

    assert [len(clocks(each)) for each in (first, second, repeat)] == [1, 1, 0]


def test_who_was_answered_before_is_not_told_again(town):
    clue = with_outcomes(town)
    report = first_report(clue)
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已公示。", on=WEDNESDAY)

    close(town, clue)

    assert clocks(report) == []


def test_a_matter_without_a_clue_is_handled_when_that_is_confirmed(town):
    matter = a_matter(town)
    report = matter.links.get().report

    record_completion(
        by=town["chief"], matter=matter, completion=Completion.HANDLED, note="当场答复。", on=WEDNESDAY
    )

    assert clocks(report) == [(WEDNESDAY, LAST_DAY, "")]


def test_the_answer_meets_the_clock(town):
    clue = with_outcomes(town)
    close(town, clue)
    report = first_report(clue)

    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已公示。", on=WEDNESDAY)

    assert clocks(report) == [(WEDNESDAY, LAST_DAY, "reception.give_feedback")]


def test_an_answer_that_is_late_stands_on_today_and_in_the_calendar(town):
    clue = with_outcomes(town)
    close(town, clue)
    name = RESULT_FEEDBACK_TERM.name

    due = [line.due for line in duties_of(town["chief"], date(2026, 3, 26)).due if line.term == name]
    days = [each.on for each in promised(town["chief"], None, LAST_DAY) if each.what == name]

    assert [(each.on, each.grade, each.left) for each in due] == [(LAST_DAY, "late", -1)]
    assert days == [LAST_DAY]


def test_the_reporter_sees_the_day(town):
    registered = register_letter(by=town["clerk"], facts=LETTER, code=make_code(), on=MONDAY)
    accept_report(by=town["chief"], report=registered.report, on=TUESDAY)
    matter = open_matter(by=town["clerk"], report=registered.report, title="低保发放", on=TUESDAY)

    record_completion(
        by=town["chief"], matter=matter, completion=Completion.HANDLED, note="当场答复。", on=WEDNESDAY
    )

    days = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY).days
    assert (KEY, LAST_DAY) in [(day.term_key, day.due_on) for day in days]
