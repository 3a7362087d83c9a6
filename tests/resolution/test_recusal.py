"""Whoever stays away from a report stays away from the clue of its matter, and from everything in it."""

import pytest

from tests.reception.township import WEDNESDAY, Township, a_letter
from tests.resolution.casework import a_clue, a_matter, a_proposal, with_team
from tests.resolution.verifying import a_task
from yixian.assessment.actions import link_report, unlink_report
from yixian.assessment.models import Matter
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import may, why_not
from yixian.reception.models import Report
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.actions import DisposalFacts, decide_disposal, propose_disposal
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue


def recused(town: Township, who: str, subject: Report) -> None:
    declare_recusal(by=town[who], subject=subject, ground=RecusalGround.INTEREST, on=WEDNESDAY)


def report_of(matter: Matter) -> Report:
    return matter.links.get().report


def test_who_is_recused_from_the_report_proposes_nothing_for_its_clue(town):
    clue = a_clue(town)
    recused(town, "deputy", report_of(clue.matter))
    facts = DisposalFacts(disposal=DisposalKind.CLOSED, reason="没有可查内容")

    with pytest.raises(NotPermitted, match="应当回避"):
        propose_disposal(by=town["deputy"], clue=clue, facts=facts, on=WEDNESDAY)

    assert Clue.objects.get().state == ClueState.RECEIVED


def test_who_is_recused_from_the_report_decides_nothing_on_its_clue(town):
    proposal = a_proposal(town, DisposalKind.CLOSED)
    recused(town, "chief", report_of(proposal.clue.matter))

    with pytest.raises(NotPermitted, match="应当回避"):
        decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=WEDNESDAY)


def test_a_recusal_from_a_report_that_joined_later_counts_as_well(town):
    clue = a_clue(town)
    again = a_letter(town).report
    link_report(by=town["chief"], report=again, matter=clue.matter, on=WEDNESDAY)
    recused(town, "deputy", again)

    assert "应当回避" in why_not(town["deputy"], "resolution.read_clue", clue)


def test_a_recusal_from_a_report_that_was_taken_out_again_bars_nobody(town):
    clue = a_clue(town)
    again = a_letter(town).report
    link_report(by=town["chief"], report=again, matter=clue.matter, on=WEDNESDAY)
    unlink_report(by=town["chief"], report=again, on=WEDNESDAY)
    recused(town, "deputy", again)

    assert may(town["deputy"], "resolution.read_clue", clue)


def test_a_recusal_reaches_what_belongs_to_the_verification(town):
    clue = with_team(town)
    task = a_task(town, clue)
    recused(town, "deputy", report_of(clue.matter))

    assert "应当回避" in why_not(town["deputy"], "resolution.answer_task", task)


def test_a_recusal_from_the_report_reaches_the_matter(town):
    matter = a_matter(town)
    recused(town, "deputy", report_of(matter))

    assert "应当回避" in why_not(town["deputy"], "assessment.make_plan", matter)
    assert may(town["chief"], "assessment.make_plan", matter)
