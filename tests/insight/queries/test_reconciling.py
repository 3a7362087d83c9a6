"""对账: everything ties out, clean records have no stray, and each planted stray is named by its number."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assessment.hard_matters import ABOUT_SECRETARY, a_matter
from tests.reception.actions.test_envelopes import SEALED_LETTER
from tests.reception.township import LETTER, MONDAY, STRANGER, WEDNESDAY, a_letter, an_accepted
from tests.resolution.casework import a_clue, an_archived_report, with_outcomes, with_team
from tests.resolution.disposing import destroyed
from tests.scenes import scene
from yixian.assessment.actions import ClassFacts, classify_report, link_report
from yixian.assessment.models import Classification, Matter, MatterLink
from yixian.insight.figures import Period
from yixian.insight.queries import figure_rows, reconciliation
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.officer import SYSTEM
from yixian.reception.actions import note_envelope
from yixian.reception.enums import ReportState
from yixian.reception.models import Clock, Feedback, Handling, Report
from yixian.regulations.classes import ClosingWay, ReportClass, VillageIssue
from yixian.resolution.actions import close_clue
from yixian.resolution.enums import ClueState
from yixian.resolution.models import ArchiveFile, Clue, CompletionMark, Disposal, Outcome

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
ACCUSATION = ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.TENDERS)


def accounts(town, who=None, period=MARCH):
    by = town[who] if who else SYSTEM
    return {each.thing: each for each in reconciliation(by, [town.organ.pk], period)}


def strays(town, who=None):
    return [(each.number, each.lacks) for found in accounts(town, who).values() for each in found.strays]


def classed(town, report):
    classify_report(by=town["clerk"], report=report, facts=ACCUSATION, on=WEDNESDAY)
    return report


@scene
def a_clean_matter(town) -> Matter:
    matter = a_matter(town)
    classed(town, matter.links.get().report)
    return matter


@scene
def a_clean_end(town) -> Report:
    report = an_archived_report(town)
    return classed(town, report)


def totals(account):
    counted = account.balance
    return tuple(each.value for each in (counted.opening, counted.new, counted.closed, counted.open))


def test_an_office_that_kept_its_records_has_no_stray_and_everything_ties_out(town):
    a_clean_end(town)
    a_clean_matter(town)

    found = accounts(town)

    assert {thing: totals(each) for thing, each in found.items()} == {
        "来件": (0, 2, 1, 1),
        "事项": (0, 2, 1, 1),
        "线索": (0, 1, 1, 0),
        "被反映人": (0, 1, 1, 0),
    }
    assert strays(town) == []
    assert all(each.is_sound for each in found.values())


def test_what_is_open_at_the_end_opens_the_next_period(town):
    a_clean_end(town)
    a_clean_matter(town)

    after = accounts(town, period=APRIL)

    assert {thing: totals(each) for thing, each in after.items()} == {
        "来件": (1, 0, 0, 1),
        "事项": (1, 0, 0, 1),
        "线索": (0, 0, 0, 0),
        "被反映人": (0, 0, 0, 0),
    }


def test_an_accusation_in_no_matter_is_named(town):
    report = classed(town, a_letter(town).report)

    assert strays(town) == [(report.number, "定性为检举控告，没有立项")]


def test_an_accepted_report_without_a_class_is_named(town):
    matter = a_clean_matter(town)
    Classification.objects.update(is_current=False)

    assert strays(town) == [(matter.links.get().report.number, "已受理，没有定性")]


def test_a_report_and_a_matter_without_owner_are_named(town):
    matter = a_clean_matter(town)
    Handling.objects.all().delete()

    assert strays(town) == [
        (matter.links.get().report.number, "没有承办人"),
        (matter.number, "没有承办人"),
    ]


def test_an_accepted_report_without_any_term_is_named(town):
    report = a_clean_matter(town).links.get().report
    Clock.objects.filter(report=report).delete()

    assert strays(town) == [(report.number, "已受理，没有任何期限")]


def test_a_report_said_to_be_passed_on_without_a_letter_is_named(town):
    report = a_clean_matter(town).links.get().report
    Report.objects.filter(pk=report.pk).update(state=ReportState.PASSED_ON)

    assert strays(town) == [(report.number, "已转出，没有转送记录")]


def test_an_answer_without_its_record_is_named(town):
    report = a_clean_end(town)
    Feedback.objects.all().delete()

    assert strays(town) == [(report.number, "已答复，没有反馈记录")]


def test_an_envelope_without_its_clock_is_named_to_whoever_noted_it_and_to_the_auditor_alone(town):
    note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)
    assert strays(town) == []
    Clock.objects.filter(envelope__isnull=False).delete()

    named = [("信封（2026-03-02）", "没有报送上级的期限")]
    assert (strays(town), strays(town, "clerk"), strays(town, "chief")) == (named, named, [])


def test_a_matter_without_report_is_named(town):
    matter = a_clean_matter(town)
    MatterLink.objects.update(unlinked_on=WEDNESDAY, unlinked_by_id=town["clerk"].staff_id)

    assert (matter.number, "没有来件") in strays(town)


def test_a_matter_closed_over_an_unanswered_report_or_without_its_five_is_named(town):
    matter = a_clean_matter(town)
    Matter.objects.update(state="closed", closed_on=WEDNESDAY)

    assert strays(town) == [
        (matter.number, "已办结，还有来件没有答复"),
        (matter.number, "已办结，五到位没有记录齐全"),
    ]


def test_an_archived_matter_with_a_completion_or_its_file_gone_is_named(town):
    a_clean_end(town)
    CompletionMark.objects.first().delete()
    ArchiveFile.objects.all().delete()
    (number,) = Matter.objects.values_list("number", flat=True)

    assert strays(town) == [(number, "已办结，五到位没有记录齐全"), (number, "已归档，没有卷宗")]


def test_a_clue_whose_matter_is_gone_is_named(town):
    clue = a_clue(town)
    classed(town, clue.matter.links.get().report)
    assert strays(town) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE resolution_clue SET matter_id = %s", ["0" * 32])

    found = strays(town)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE resolution_clue SET matter_id = %s", [clue.matter_id.hex])
    assert (clue.code, "没有事项") in found


def test_a_clue_of_a_matter_without_report_is_named(town):
    clue = a_clue(town)
    MatterLink.objects.update(unlinked_on=WEDNESDAY, unlinked_by_id=town["clerk"].staff_id)

    assert (clue.code, "所属事项没有来件") in strays(town)


def test_an_open_clue_in_a_closed_matter_is_named(town):
    clue = a_clue(town)
    Matter.objects.update(state="closed", closed_on=WEDNESDAY)

    assert (clue.code, "事项已办结，线索没有了结") in strays(town)


def test_a_clue_without_the_term_of_its_proposal_is_named(town):
    clue = a_clue(town)
    classed(town, clue.matter.links.get().report)
    Clock.objects.filter(term_key="disposal_proposal").delete()

    assert strays(town) == [(clue.code, "没有提出处置意见的期限")]


def test_a_clue_that_moved_on_without_a_disposal_is_named(town):
    clue = with_team(town)
    classed(town, clue.matter.links.get().report)
    Disposal.objects.all().delete()

    assert strays(town) == [(clue.code, "没有处置意见")]


def test_a_held_clue_without_a_day_is_named(town):
    clue = a_clue(town)
    classed(town, clue.matter.links.get().report)
    Clue.objects.update(state=ClueState.HELD)

    assert strays(town) == [(clue.code, "没有处置意见"), (clue.code, "暂存待查，没有复查日期")]


def test_somebody_without_an_outcome_in_a_closed_clue_is_named_by_place_and_not_by_name(town):
    clue = with_outcomes(town)
    classed(town, clue.matter.links.get().report)
    close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)
    assert strays(town) == []
    Outcome.objects.all().delete()

    assert strays(town) == [(f"{clue.code}第1名被反映人", "线索已了结，没有经批准的处理结果")]


def test_whoever_was_reported_after_the_clue_had_ended_is_none_of_it(town):
    clue = with_outcomes(town)
    classed(town, clue.matter.links.get().report)
    close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)
    report = a_letter(town, replace(LETTER, reported=(replace(STRANGER, name="后来的人"),))).report
    link_report(by=town["clerk"], report=report, matter=clue.matter, on=date(2026, 3, 5))
    classed(town, report)

    assert strays(town) == []


def test_a_clue_closed_without_its_way_is_named(town):
    clue = a_clue(town)
    classed(town, clue.matter.links.get().report)
    Clue.objects.update(state=ClueState.CLOSED, closed_on=WEDNESDAY)

    assert (clue.code, "已了结，没有了结方式") in strays(town)


def test_what_ended_before_it_began_is_named(town):
    a_clean_end(town)
    Matter.objects.update(closed_on=date(2026, 2, 1))
    Clue.objects.update(closed_on=date(2026, 2, 1))
    Report.objects.update(answered_on=date(2026, 2, 1))

    assert [lacks for _, lacks in strays(town)].count("办结日期早于开始日期") == 3


@pytest.mark.parametrize("who", ["reported", "relative", "colleague"])
def test_the_reported_side_is_told_neither_count_nor_stray(town, who):
    matter = a_matter(town, ABOUT_SECRETARY)
    classed(town, matter.links.get().report)
    Handling.objects.all().delete()

    found = accounts(town, who)

    assert strays(town, who) == []
    assert [totals(each) for each in found.values()] == [(0, 0, 0, 0)] * 4


def test_whoever_is_recused_finds_no_stray_of_it(town):
    matter = a_clean_matter(town)
    report = matter.links.get().report
    Handling.objects.all().delete()
    declare_recusal(by=town["chief"], subject=report, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    assert (len(strays(town)), strays(town, "chief")) == (2, [])


def test_three_of_everything_cost_no_more_queries_than_one(town):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            classed(town, a_clue(town).matter.links.get().report)
        an_accepted(town)
        with CaptureQueriesContext(connection) as asked:
            reconciliation(SYSTEM, [town.organ.pk], MARCH)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_what_was_destroyed_still_counts_and_ties_out(town):
    classed(town, an_archived_report(town))
    before = (accounts(town), figure_rows(SYSTEM, [town.organ.pk], until=MARCH.end))

    destroyed(town)

    assert (accounts(town), figure_rows(SYSTEM, [town.organ.pk], until=MARCH.end)) == before
    assert strays(town) == []
