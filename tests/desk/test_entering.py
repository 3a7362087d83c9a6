"""One transaction from a filled screen to a report with class and matter."""

from dataclasses import replace

import pytest

from tests.reception.township import LETTER, MONDAY, REPORTER, TUESDAY, Township, a_letter
from tests.scenes import scene
from yixian.assessment.actions import ClassFacts, IssueMissing
from yixian.assessment.enums import LinkReason
from yixian.assessment.queries import matter_of, suggestion
from yixian.desk.entering import Assessed, HowLike, Joined, ReporterInAccount, enter, heading
from yixian.protection.actions import make_code
from yixian.reception.actions import ReportFacts
from yixian.reception.enums import Channel, ReportState
from yixian.reception.models import Report
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.trail.models import Entry

FACTS = ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.SUBSIDY_FAVOURITISM)


@scene
def entered(
    town: Township, *, facts: ClassFacts = FACTS, joined: Joined | None = None, letter: ReportFacts = LETTER
) -> Report:
    suggested = suggestion(title=LETTER.title, account=LETTER.account)
    return enter(
        by=town["clerk"],
        channel=Channel.LETTER,
        facts=letter,
        assessed=Assessed(facts, suggested, joined),
        on=TUESDAY,
        more={"code": make_code()},
    ).report


def test_a_report_of_its_own_opens_a_matter(town):
    report = entered(town)

    link = matter_of(report.pk).links.get()
    assert (link.report_id, link.reason, link.likeness) == (report.pk, LinkReason.FIRST, None)


def test_the_reporters_name_stays_out_of_the_account_that_everyone_reads(town):
    signed = replace(LETTER, account=f"{LETTER.account}反映人：{REPORTER.name}")

    with pytest.raises(ReporterInAccount, match=f"写着举报人“{REPORTER.name}”"):
        entered(town, letter=signed)

    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    ("how", "reason", "state"),
    [
        (HowLike.SAME, LinkReason.SAME_MATTER, ReportState.REGISTERED),
        (HowLike.NEW_ALLEGATION, LinkReason.NEW_ALLEGATION, ReportState.REGISTERED),
        (HowLike.REPEAT, LinkReason.SAME_MATTER, ReportState.KEPT),
    ],
)
def test_a_likely_same_report_joins_the_matter_as_the_person_said(town, how, reason, state):
    first = entered(town)

    second = entered(town, joined=Joined(first, 0.9, how))

    link = matter_of(second.pk).links.get(report=second)
    assert (link.matter_id, link.reason, link.likeness) == (matter_of(first.pk).pk, reason, 0.9)
    assert (second.state, second.repeat_of_id) == (state, first.pk if how is HowLike.REPEAT else None)


def test_an_earlier_report_without_a_matter_gets_one(town):

    first = a_letter(town, replace(LETTER, received_on=MONDAY)).report

    second = entered(town, joined=Joined(first, 0.8, HowLike.SAME))

    assert matter_of(first.pk) == matter_of(second.pk)


def test_a_refusal_at_the_class_undoes_the_registration_and_stays_in_the_trail(town):
    town["clerk"]

    with pytest.raises(IssueMissing):
        entered(town, facts=ClassFacts(report_class=ReportClass.ACCUSATION))

    assert Report.objects.count() == 0
    assert Entry.objects.filter(act="assessment.classify_report", outcome="refused").count() == 1


def test_the_title_of_a_matter_is_the_report_s_or_its_opening_words():
    assert heading(" 反映鱼塘 ", "正文") == "反映鱼塘"
    assert heading("", "第一行话\n第二行") == "第一行话"
    assert heading("", "尊敬的领导：\n鱼塘的事") == "鱼塘的事"
