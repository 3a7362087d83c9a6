"""What the ledger is narrowed and ordered by stands on the report a second time; it is always what the clocks and the
current class say.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, TUESDAY, WEDNESDAY, a_letter, an_accepted
from yixian.assessment.actions import ClassFacts, classify_report
from yixian.assessment.enums import LedgerOrder
from yixian.assessment.queries import UNCLASSED, LedgerFilter, ledger
from yixian.reception.actions import (
    ask_extension,
    ask_suspension,
    decide_clock_change,
    issue_notice,
    resume_clock,
)
from yixian.reception.enums import ChangeReason, NoticeKind
from yixian.regulations.classes import ReportClass, VillageIssue

pytestmark = pytest.mark.django_db
BY_DUE = LedgerFilter(order=LedgerOrder.DUE)


def soonest(report):
    report.refresh_from_db()
    running = report.clocks.filter(met_on__isnull=True, suspended_on__isnull=True)
    return min((each.due_on for each in running), default=None)


def test_by_due_date_the_reports_without_a_running_clock_come_last(town):
    late = an_accepted(town).report
    later = a_letter(town, replace(LETTER, received_on=MONDAY - timedelta(days=3))).report
    untimed = a_letter(town, ANONYMOUS).report
    order = [each.pk for each in ledger(town["chief"], BY_DUE, WEDNESDAY)]

    assert untimed.next_due is None
    assert order == [*sorted((late.pk, later.pk), key=lambda pk: dues(late, later)[pk]), untimed.pk]


def dues(*reports):
    return {each.pk: soonest(each) for each in reports}


def test_the_next_due_day_follows_every_change_of_a_clock(town):
    report = an_accepted(town).report
    seen = [(report.next_due, soonest(report))]
    issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=TUESDAY)
    seen.append((soonest(report), report.next_due))
    clock = report.clocks.get(term_key="ordinary_closing")
    until = clock.due_on + timedelta(days=30)
    asked = ask_extension(
        by=town["clerk"], clock=clock, reason=ChangeReason.COMPLEX, on=WEDNESDAY, until=until
    )
    decide_clock_change(by=town["chief"], change=asked, approved=True, on=WEDNESDAY)
    seen.append((soonest(report), report.next_due))
    stop = ask_suspension(by=town["clerk"], clock=clock, reason=ChangeReason.EXPERTISE, on=WEDNESDAY)
    decide_clock_change(by=town["chief"], change=stop, approved=True, on=WEDNESDAY)
    stopped = (soonest(report), report.next_due)
    clock.refresh_from_db()
    resume_clock(by=town["clerk"], clock=clock, reason=ChangeReason.EXPERTISE, on=date(2026, 3, 20))
    seen.append((soonest(report), report.next_due))

    assert all(told == kept for told, kept in seen)
    assert len({told for told, _ in seen}) == 4
    assert stopped == (None, None)


def test_only_what_is_late_today_counts_as_overdue(town):
    report = an_accepted(town).report
    day = soonest(report)

    found = [
        ledger(town["chief"], LedgerFilter(overdue=True), day + timedelta(days=n)).count() for n in (0, 1)
    ]

    assert found == [0, 1]


def test_the_class_and_either_issue_find_the_report_as_it_is_classed_now(town):
    report = a_letter(town).report
    officer = town["chief"]

    def finds(**asked):
        return ledger(officer, LedgerFilter(**asked), WEDNESDAY).count()

    unclassed = finds(report_class=UNCLASSED)
    first = ClassFacts(
        report_class=ReportClass.ACCUSATION,
        main_issue=VillageIssue.TENDERS,
        second_issue=VillageIssue.LIFESTYLE,
    )
    classify_report(by=town["clerk"], report=report, facts=first, on=TUESDAY)
    classed = [finds(report_class=UNCLASSED), finds(report_class="accusation")]
    either = [finds(issue="tenders"), finds(issue="lifestyle"), finds(issue="arbitrary_fees")]
    classify_report(
        by=town["clerk"], report=report, facts=ClassFacts(report_class=ReportClass.APPEAL), on=WEDNESDAY
    )
    corrected = [finds(report_class="accusation"), finds(report_class="appeal"), finds(issue="tenders")]

    assert (unclassed, classed, either, corrected) == (1, [0, 1], [1, 1, 0], [0, 1, 0])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1", 1), ("0001", 1), ("2026-0001", 1), ("2025-0001", 0), ("2026-1", 1), ("甲", 0), ("99", 0)],
)
def test_a_number_is_found_whole_or_by_its_serial(town, typed, kept):
    a_letter(town)
    a_letter(town)

    assert ledger(town["chief"], LedgerFilter(number=typed), WEDNESDAY).count() == kept
