"""What is found to be the superior's after it was looked at here: it leaves, and nothing written about it stays."""

from dataclasses import replace

import pytest

from tests.assessment.actions.test_classify import ACCUSATION
from tests.reception.township import LETTER, MONDAY, SECRETARY, TUESDAY, WEDNESDAY, a_letter
from tests.scenes import scene
from yixian.assessment.actions import (
    LookedInto,
    classify_report,
    decide_jurisdiction,
    link_report,
    open_matter,
    send_up_report,
)
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Classification, Matter, MatterLink
from yixian.assessment.queries import jurisdiction_proposal, matter_of, met_matters, report_ids_of
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import read_text
from yixian.reception.actions import WebCorrections, register_web_report
from yixian.reception.enums import ReportState
from yixian.reception.models import Report
from yixian.regulations.classes import ReportClass
from yixian.regulations.jurisdiction import ReportedLevel
from yixian.resolution.actions import open_clue
from yixian.vault.models import DataKey

TITLE = "反映柳青山多占低保"


@scene
def looked_at(town):
    """A letter that was classified, found to be the county's, and stands alone in a matter of its own."""
    report = a_letter(town, replace(LETTER, reported=(SECRETARY,))).report
    classify_report(by=town["clerk"], report=report, facts=ACCUSATION, on=MONDAY)
    proposal = jurisdiction_proposal(
        organ_id=town.organ.pk, report_class=ReportClass.ACCUSATION, reported=[ReportedLevel.TOWNSHIP_LEADER]
    )
    decide_jurisdiction(
        by=town["clerk"], report=report, proposal=proposal, decision=proposal.kind, on=MONDAY, reason="县管"
    )
    return open_matter(by=town["clerk"], report=report, title=TITLE, on=MONDAY)


def up(town, matter, who="clerk"):
    report = Report.objects.get(pk=report_ids_of(matter)[0])
    return report, send_up_report(by=town[who], report=report, on=TUESDAY)


def test_alone_in_its_matter_it_takes_the_matter_along(town):
    matter = looked_at(town)

    _, envelope = up(town, matter)

    gone = Matter.objects.get(pk=matter.pk)
    assert (gone.state, gone.closed_on) == (MatterState.SENT_UP, TUESDAY)
    assert report_ids_of(gone) == [envelope.report.pk]
    assert list(met_matters(town["chief"])) == []


def test_nothing_that_was_written_about_it_opens_any_more(town):
    matter = looked_at(town)
    classified = Classification.objects.get()
    decided = Report.objects.get(pk=report_ids_of(matter)[0]).jurisdiction_decisions.get()

    _, envelope = up(town, matter)

    kept = envelope.report.jurisdiction_decisions.get()
    title = read_text(Matter.objects.get(pk=matter.pk), "title", by=town["clerk"], about=envelope.report)
    seals = DataKey.objects.filter(pk__in=[matter.title, classified.note, decided.reason])
    assert Classification.objects.count() == 0
    assert kept.decision == decided.decision
    assert title == "已报送上级（不留内容）"
    assert [each.erased_on for each in seals] == [TUESDAY] * 3


def test_the_superior_begins_anew(town):
    report, _ = up(town, looked_at(town))

    registered = register_web_report(
        by=town["county_clerk"],
        report=Report.objects.get(pk=report.pk),
        corrections=WebCorrections(),
        on=WEDNESDAY,
    )

    assert matter_of(registered.pk) is None
    assert list(registered.classifications.all()) == list(registered.jurisdiction_decisions.all()) == []
    opened = open_matter(by=town["county_clerk"], report=registered, title="另立", on=WEDNESDAY)
    assert opened.organ_id == town.county.pk


def test_a_matter_with_others_goes_on_and_keeps_its_words(town):
    matter = looked_at(town)
    report = Report.objects.get(pk=report_ids_of(matter)[0])
    other = a_letter(town).report
    link_report(by=town["clerk"], report=other, matter=matter, on=MONDAY)

    send_up_report(by=town["clerk"], report=report, on=TUESDAY)

    stays = Matter.objects.get(pk=matter.pk)
    assert (stays.state, report_ids_of(stays)) == (MatterState.OPEN, [other.pk])
    assert read_text(stays, "title", by=town["clerk"], about=stays) == TITLE
    assert not MatterLink.objects.filter(report=report).exists()


def test_a_matter_that_was_looked_into_stays_and_so_does_the_report(town):
    matter = looked_at(town)
    open_clue(by=town["chief"], matter=matter, questions="低保金的去向", on=MONDAY)

    with pytest.raises(LookedInto, match="已经登记线索"):
        up(town, matter, "chief")

    assert Report.objects.get(pk=report_ids_of(matter)[0]).state == ReportState.REGISTERED
    assert read_text(matter, "title", by=town["clerk"], about=matter) == TITLE


def test_who_may_not_meet_the_report_sends_nothing_up(town):
    with pytest.raises(NotPermitted):
        up(town, looked_at(town), "other_clerk")
