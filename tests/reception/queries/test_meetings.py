"""The four ways on the timeline of a report: what happened, by whom in the office, and no word of what was said."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reception.actions.test_appointments import DECLINES, OTHER_DAY
from tests.reception.meetings import (
    THURSDAY,
    WEDNESDAY,
    a_follow_up,
    a_report,
    an_answered,
    an_appointment,
    an_outing,
    outing_record,
)
from tests.reception.township import holder_of
from yixian.reception.actions import answer_appointment, finish_follow_up, note_answer_view, record_outing
from yixian.reception.enums import AnswerView
from yixian.reception.queries.meetings import meetings


def told(report) -> list[tuple[int, str, str]]:
    return [(entry.on.day, entry.label, entry.who) for entry in meetings(report)]


def test_a_visit_and_its_duty(town):
    report = a_report(town).report
    outing = an_outing(town, report)
    record_outing(by=town["clerk"], outing=outing, record=outing_record(), on=THURSDAY)
    duty = a_follow_up(town, report, of=outing)
    finish_follow_up(by=town["clerk"], follow_up=duty, result="已办。", on=THURSDAY)

    assert told(report) == [
        (3, "安排下访（3月5日，承办乙、接访甲）", "接访甲"),
        (5, "下访：商定办法，待落实", "接访甲"),
        (3, "后续事项：由接访甲在3月6日前完成", "接访甲"),
        (5, "后续事项完成", "接访甲"),
    ]


def test_a_visit_stands_on_every_report_that_it_was_about(town):
    first, second = a_report(town).report, a_report(town).report
    an_outing(town, first, also_about=(second,))

    assert told(first) == told(second)


def test_an_appointment_tells_what_it_came_to_and_never_whose_doing_it_was(town):
    registered = a_report(town)
    made = an_appointment(town, registered.report)
    for said in (OTHER_DAY, DECLINES):
        answer_appointment(by=holder_of(registered.code), appointment_id=made.pk, said=said, on=WEDNESDAY)

    assert told(registered.report) == [
        (3, "约访（3月6日上午）", "接访甲"),
        (4, "约访：对方另提了时间（3月11日下午）", ""),
        (4, "约访没有约成", ""),
    ]


def test_an_accompaniment_from_consent_to_view(town):
    report = a_report(town).report
    answered = an_answered(town, report)
    note_answer_view(by=town["clerk"], accompaniment=answered, view=AnswerView.ACCEPTS, on=THURSDAY)

    assert told(report) == [
        (3, "陪访代办：本人同意代为办理（书面签名）", "接访甲"),
        (4, "代为办理", "接访甲"),
        (5, "陪访代办：对方单位答复", ""),
        (5, "对方单位的答复，本人接受", ""),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_a_fixed_number_of_queries(town, count):
    report = a_report(town).report
    for _ in range(count):
        an_outing(town, report)
        an_answered(town, report)
        a_follow_up(town, report)
    an_appointment(town, report)

    with CaptureQueriesContext(connection) as queries:
        told(report)

    assert len(queries) == 9
