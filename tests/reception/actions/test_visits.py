"""A visit is its report and what it needed; what somebody needs now is forgotten when it is given."""

from dataclasses import replace

import pytest

from tests.reception.township import MONDAY, a_letter
from tests.reception.visitors import BESIDE, VISIT, a_visit
from yixian.protection.actions import make_code
from yixian.reception.actions import meet_need, note_need, register_visit
from yixian.reception.enums import CareNeed, LanguageHelp
from yixian.reception.facts import Missing, NotPlausible
from yixian.reception.models import Report, Visit, VisitNeed
from yixian.reception.queries import needs_now


def test_a_visit_counts_who_came_along_and_keeps_by_which_help_it_was_understood(town):
    visit = a_visit(town).visit

    assert (visit.companions, visit.language_help) == (1, LanguageHelp.DIALECT)
    assert visit.received_by_id == town["clerk"].staff_id


def test_a_visit_without_more_is_one_that_needed_nothing(town):
    report = register_visit(by=town["clerk"], facts=VISIT, code=make_code(), on=MONDAY).report

    assert (report.visit.companions, report.visit.language_help) == (0, LanguageHelp.NONE)


def test_more_companions_than_anybody_brings_are_refused_and_nothing_is_registered(town):
    with pytest.raises(NotPlausible, match="陪同人数应在0到20之间"):
        register_visit(
            by=town["clerk"], facts=VISIT, code=make_code(), on=MONDAY, visit=replace(BESIDE, companions=21)
        )

    assert (Report.objects.count(), Visit.objects.count()) == (0, 0)


def test_what_somebody_needs_stands_until_it_is_given_and_then_nowhere(town):
    report = a_visit(town)
    before = [each.kind for each in needs_now(town["clerk"])]

    meet_need(by=town["clerk"], report=report, kind=CareNeed.DOCTOR)

    assert before == [CareNeed.DOCTOR, CareNeed.SEAT]
    assert list(VisitNeed.objects.order_by("pk").values_list("kind", flat=True)) == [CareNeed.SEAT]


def test_a_need_is_noted_once(town):
    report = a_visit(town)

    note_need(by=town["clerk"], report=report, kind=CareNeed.CALM, on=MONDAY)
    note_need(by=town["clerk"], report=report, kind=CareNeed.CALM, on=MONDAY)

    assert VisitNeed.objects.filter(kind=CareNeed.CALM).count() == 1


def test_another_clerk_does_not_learn_of_it(town):
    a_visit(town)

    assert list(needs_now(town["other_clerk"])) == []
    assert len(needs_now(town["chief"])) == 2


def test_a_letter_has_no_visitor_who_could_need_help(town):
    with pytest.raises(Missing, match="没有来访登记"):
        note_need(by=town["clerk"], report=a_letter(town).report, kind=CareNeed.CALM, on=MONDAY)
