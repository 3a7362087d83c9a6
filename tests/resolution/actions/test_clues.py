from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.reception.township import TUESDAY, WEDNESDAY
from tests.resolution.casework import a_clue, a_matter, a_proposal
from yixian.protection.officer import SYSTEM
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.models import Clock
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.actions import (
    AlreadyDecided,
    DisposalFacts,
    NotInquiring,
    RecheckMissing,
    decide_disposal,
    end_inquiry,
    open_clue,
    propose_disposal,
)
from yixian.resolution.deciders import NobodyElseDecides
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import Disposal
from yixian.roster.actions import revoke_role
from yixian.roster.enums import Role
from yixian.trail.steps import NotInThisState


def clock(clue, key):
    return Clock.objects.get(report=clue.matter.links.get().report, term_key=key)


def test_a_clue_has_a_code_its_questions_and_the_clock_of_its_proposal(town):
    clue = a_clue(town)

    assert (clue.code, clue.state) == ("线2026-0001", ClueState.RECEIVED)
    assert read_text(clue, "summary", by=town["chief"], about=clue) == "名单有无公示"
    assert clock(clue, "disposal_proposal").due_on == date(2026, 4, 3)


def test_a_clue_without_questions_is_refused(town):
    with pytest.raises(TextMissing, match="请填写需要核实的问题"):
        open_clue(by=town["chief"], matter=a_matter(town), questions=" ", on=TUESDAY)


def test_a_proposal_meets_its_clock_and_waits_for_another_person(town):
    proposal = a_proposal(town, DisposalKind.PRELIMINARY_VERIFICATION)

    assert (proposal.decision, proposal.clue.state) == (Decision.PENDING, ClueState.PROPOSED)
    assert clock(proposal.clue, "disposal_proposal").met_on == TUESDAY


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (DisposalKind.TALK_OR_INQUIRY, ClueState.INQUIRY),
        (DisposalKind.PRELIMINARY_VERIFICATION, ClueState.VERIFYING),
        (DisposalKind.CLOSED, ClueState.CONCLUDING),
    ],
)
def test_an_approved_disposal_leads_where_the_table_says(town, kind, state):
    decided = decide_disposal(
        by=town["chief"], disposal=a_proposal(town, kind), approved=True, on=WEDNESDAY, note="同意"
    )

    assert (decided.decision, decided.clue.state) == (Decision.APPROVED, state)
    assert read_text(decided, "note", by=town["chief"], about=decided.clue) == "同意"


def test_the_only_chief_leaves_the_proposal_to_somebody_else(town):
    clue = a_clue(town)
    facts = DisposalFacts(disposal=DisposalKind.CLOSED, reason="无可查内容")
    revoke_role(by=SYSTEM, staff=town.staff["deputy"], role=Role.CHIEF, on=TUESDAY)

    with pytest.raises(NobodyElseDecides, match="请由承办人提出"):
        propose_disposal(by=town["chief"], clue=clue, facts=facts, on=TUESDAY)

    assert Disposal.objects.count() == 0


def test_what_is_held_pending_has_a_day_on_which_it_is_looked_at_again(town):
    clue = a_clue(town)
    held = DisposalFacts(disposal=DisposalKind.HELD_PENDING, reason="暂不具备核查条件")

    with pytest.raises(RecheckMissing, match="复查日期"):
        propose_disposal(by=town["deputy"], clue=clue, facts=held, on=TUESDAY)

    assert Disposal.objects.count() == 0


def test_a_returned_proposal_stays_and_a_new_one_may_follow(town):
    returned = decide_disposal(
        by=town["chief"], disposal=a_proposal(town, DisposalKind.CLOSED), approved=False, on=WEDNESDAY
    )
    facts = DisposalFacts(disposal=DisposalKind.PRELIMINARY_VERIFICATION, reason="重新研究")

    again = propose_disposal(by=town["deputy"], clue=returned.clue, facts=facts, on=WEDNESDAY)

    decisions = list(Disposal.objects.order_by("pk").values_list("decision", flat=True))
    assert decisions == [Decision.RETURNED, Decision.PENDING]
    assert again.clue.state == ClueState.PROPOSED


def test_who_proposes_does_not_decide(town):
    proposal = a_proposal(town, DisposalKind.CLOSED)

    with pytest.raises(NotPermitted, match="须由提出人以外的人审批"):
        decide_disposal(by=town["deputy"], disposal=proposal, approved=True, on=WEDNESDAY)

    assert Disposal.objects.get().decision == Decision.PENDING


def test_the_database_keeps_the_two_people_apart(town):
    proposal = a_proposal(town, DisposalKind.CLOSED)
    own = Disposal.objects.filter(pk=proposal.pk)

    with pytest.raises(IntegrityError), transaction.atomic():
        own.update(decision=Decision.APPROVED, decided_by=town["deputy"].staff_id, decided_on=WEDNESDAY)


def test_a_decision_is_made_once(town):
    decided = decide_disposal(
        by=town["chief"], disposal=a_proposal(town, DisposalKind.CLOSED), approved=True, on=WEDNESDAY
    )

    with pytest.raises(AlreadyDecided, match="已经审批"):
        decide_disposal(by=town["chief"], disposal=decided, approved=False, on=WEDNESDAY)


def test_a_clue_that_is_proposed_is_not_proposed_again(town):
    clue = a_proposal(town, DisposalKind.CLOSED).clue
    facts = DisposalFacts(disposal=DisposalKind.CLOSED, reason="再提一次")

    with pytest.raises(NotInThisState, match="待审批处置意见"):
        propose_disposal(by=town["chief"], clue=clue, facts=facts, on=WEDNESDAY)


def test_talks_that_ended_start_the_clock_of_the_report(town):
    proposal = a_proposal(town, DisposalKind.TALK_OR_INQUIRY)
    clue = decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=TUESDAY).clue

    end_inquiry(by=town["chief"], clue=clue, on=WEDNESDAY)

    assert clock(clue, "inquiry_report").started_on == WEDNESDAY


def test_a_clue_that_is_not_under_inquiry_has_none_to_end(town):
    with pytest.raises(NotInquiring, match="不在谈话函询中"):
        end_inquiry(by=town["chief"], clue=a_clue(town), on=TUESDAY)
