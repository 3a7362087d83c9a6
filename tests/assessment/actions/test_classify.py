import pytest

from tests.reception.township import MONDAY, TUESDAY, a_letter, about_the_secretary
from yixian.assessment.actions import (
    ClassFacts,
    IssueMissing,
    ReasonMissing,
    classify_report,
    decide_jurisdiction,
)
from yixian.assessment.models import Classification
from yixian.assessment.queries import classification_of, jurisdiction_proposal, suggestion
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import read_text
from yixian.regulations.classes import IssueKind, ReportClass, VillageIssue
from yixian.regulations.jurisdiction import JurisdictionKind, ReportedLevel

ACCUSATION = ClassFacts(
    report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.SUBSIDY_FAVOURITISM, note="低保名额"
)
SUGGESTION = ClassFacts(report_class=ReportClass.SUGGESTION)


def test_a_decision_keeps_what_was_decided_and_its_note_sealed(town):
    report = a_letter(town).report

    decided = classify_report(by=town["clerk"], report=report, facts=ACCUSATION, on=TUESDAY)

    assert (decided.report_class, decided.main_issue) == ("accusation", "subsidy_favouritism")
    assert decided.issue_kind == IssueKind.MASSES
    assert read_text(decided, "note", by=town["clerk"], about=report) == "低保名额"


def test_a_later_decision_supersedes_and_does_not_edit(town):
    report = a_letter(town).report
    first = classify_report(by=town["clerk"], report=report, facts=ACCUSATION, on=MONDAY)

    second = classify_report(by=town["handler"], report=report, facts=SUGGESTION, on=TUESDAY)

    assert classification_of(report.pk) == second
    assert second.supersedes == first
    assert Classification.objects.get(pk=first.pk).report_class == "accusation"


def test_an_accusation_without_an_issue_is_refused(town):
    report = a_letter(town).report
    facts = ClassFacts(report_class=ReportClass.ACCUSATION)

    with pytest.raises(IssueMissing, match="检举控告须选定主要问题"):
        classify_report(by=town["clerk"], report=report, facts=facts, on=TUESDAY)


def test_what_the_machine_proposed_is_kept_beside_the_decision(town):
    report = a_letter(town).report
    proposed = suggestion(
        title="举报村主任侵占低保金", account="村主任张某某二〇二五年五月侵占低保金三万元，有银行流水为证。"
    )

    decided = classify_report(
        by=town["clerk"], report=report, facts=SUGGESTION, on=TUESDAY, suggested=proposed
    )

    assert proposed.report_class is ReportClass.ACCUSATION
    assert (decided.proposed_class, decided.was_overruled) == ("accusation", True)
    assert decided.has_when is proposed.reading.when


def test_whoever_is_reported_cannot_classify(town):
    report = about_the_secretary(town).report

    with pytest.raises(NotPermitted) as refused:
        classify_report(by=town["reported"], report=report, facts=ACCUSATION, on=TUESDAY)

    assert refused.value.hidden is True


def test_departing_from_the_jurisdiction_table_needs_a_reason(town):
    report = a_letter(town).report
    proposal = jurisdiction_proposal(
        organ_id=town.organ.pk, report_class=ReportClass.ACCUSATION, reported=[ReportedLevel.VILLAGE_CADRE]
    )
    refer = JurisdictionKind.REFER_OUT

    with pytest.raises(ReasonMissing, match="请写明理由"):
        decide_jurisdiction(by=town["clerk"], report=report, proposal=proposal, decision=refer, on=TUESDAY)

    assert proposal.kind is JurisdictionKind.ACCEPT


def test_a_jurisdiction_decision_cites_the_article_of_the_table(town):
    report = a_letter(town).report
    proposal = jurisdiction_proposal(
        organ_id=town.organ.pk, report_class=ReportClass.ACCUSATION, reported=[ReportedLevel.VILLAGE_CADRE]
    )

    decided = decide_jurisdiction(
        by=town["clerk"], report=report, proposal=proposal, decision=proposal.kind, on=TUESDAY
    )

    assert (decided.proposal, decided.decision) == ("accept", "accept")
    assert decided.article == proposal.article.cite()
