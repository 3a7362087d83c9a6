from dataclasses import replace

import pytest

from tests.reception.township import LETTER, MONDAY, SECRETARY, TUESDAY, WEDNESDAY, Township, a_letter
from tests.scenes import scene
from yixian.assessment.actions import (
    AlreadyLinked,
    LastReport,
    MatterNotOpen,
    NotLinked,
    close_matter,
    link_report,
    open_matter,
    reopen_matter,
    unlink_report,
)
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter
from yixian.assessment.queries import matter_of, report_ids_of
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import read_text
from yixian.trail.steps import NotInThisState


@scene
def a_matter(town: Township) -> Matter:
    return open_matter(by=town["clerk"], report=a_letter(town).report, title="低保发放", on=MONDAY)


def test_a_matter_is_numbered_within_the_year_and_its_title_is_sealed(town):
    first = a_matter(town)
    second = a_matter(town)

    assert (first.number, second.number) == ("事2026-0001", "事2026-0002")
    assert read_text(first, "title", by=town["clerk"], about=first) == "低保发放"


def test_a_report_joins_a_matter_by_a_persons_decision(town):
    matter = a_matter(town)
    again = a_letter(town).report

    link = link_report(by=town["clerk"], report=again, matter=matter, on=TUESDAY, likeness=0.93)

    assert (link.reason, link.likeness, link.linked_by_id) == ("same_matter", 0.93, town["clerk"].staff_id)
    assert matter_of(again.pk) == matter
    assert report_ids_of(matter)[-1] == again.pk


def test_a_new_allegation_inside_a_repeat_is_marked(town):
    matter = a_matter(town)
    again = a_letter(town).report

    link = link_report(by=town["clerk"], report=again, matter=matter, on=TUESDAY, new_allegation=True)

    assert link.reason == "new_allegation"


def test_a_report_stands_in_one_matter_at_a_time(town):
    matter = a_matter(town)
    other = a_letter(town).report
    open_matter(by=town["clerk"], report=other, title="修路", on=MONDAY)

    with pytest.raises(AlreadyLinked, match="已经属于一个事项"):
        link_report(by=town["clerk"], report=other, matter=matter, on=TUESDAY)


def test_an_unlinked_report_keeps_its_history_and_may_join_another(town):
    matter = a_matter(town)
    again = a_letter(town).report
    link_report(by=town["clerk"], report=again, matter=matter, on=TUESDAY)

    link = unlink_report(by=town["handler"], report=again, on=WEDNESDAY)

    assert (link.unlinked_on, link.unlinked_by_id) == (WEDNESDAY, town["handler"].staff_id)
    assert matter_of(again.pk) is None


def test_the_only_report_of_a_matter_stays(town):
    report = a_letter(town).report
    open_matter(by=town["clerk"], report=report, title="低保发放", on=MONDAY)

    with pytest.raises(LastReport, match="唯一的来件"):
        unlink_report(by=town["clerk"], report=report, on=TUESDAY)


def test_a_closed_matter_takes_no_report_until_it_is_reopened(town):
    matter = close_matter(by=town["chief"], matter=a_matter(town), on=TUESDAY)
    again = a_letter(town).report

    with pytest.raises(MatterNotOpen, match="请先重新办理"):
        link_report(by=town["clerk"], report=again, matter=matter, on=WEDNESDAY)
    reopened = reopen_matter(by=town["chief"], matter=matter, on=WEDNESDAY)

    assert (reopened.state, reopened.closed_on) == (MatterState.OPEN, None)


def test_an_open_matter_cannot_be_reopened(town):
    with pytest.raises(NotInThisState, match="事项目前是“办理中”"):
        reopen_matter(by=town["chief"], matter=a_matter(town), on=TUESDAY)


def test_whoever_is_reported_in_any_report_of_a_matter_is_kept_from_it(town):
    matter = a_matter(town)
    about = a_letter(town, replace(LETTER, reported=(SECRETARY,))).report
    link_report(by=town["clerk"], report=about, matter=matter, on=TUESDAY)
    harmless = a_letter(town).report

    with pytest.raises(NotPermitted) as refused:
        link_report(by=town["reported"], report=harmless, matter=matter, on=WEDNESDAY)

    assert refused.value.hidden is True


def test_what_stands_in_no_matter_is_not_taken_out_of_one(town):
    report = a_letter(town).report

    with pytest.raises(NotLinked, match="不属于任何事项"):
        unlink_report(by=town["clerk"], report=report, on=TUESDAY)
