"""The table of a report is total: every state is reached, only final states stop, every step has its rule."""

import pytest

from yixian.protection.permits import permit_map
from yixian.reception.enums import ReportState
from yixian.reception.workflow import (
    FINAL_STATES,
    MEETING_ACTS,
    REPORT,
    SETTLED_STATES,
    STEPS,
    meets,
)
from yixian.regulations.terms import TERMS
from yixian.trail.steps import NotInThisState


def reached() -> set[ReportState]:
    """Every state that some chain of steps leads to from the door."""
    states = {step.to_state for step in STEPS if not step.from_states}
    while True:
        further = {step.to_state for step in STEPS if step.from_states & states} - states
        if not further:
            return states
        states |= further


def test_every_state_is_reached():
    assert reached() == set(ReportState)


def test_only_final_states_stop():
    stopping = {state for state in ReportState if not REPORT.steps_from(state)}

    assert stopping == FINAL_STATES


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.act)
def test_every_step_has_a_permit_and_cites_an_article(step):
    assert (step.act in permit_map(), step.article.number != "") == (True, True)


def test_no_two_steps_of_one_act_leave_the_same_state():
    edges = [(step.act, state) for step in STEPS for state in step.from_states]

    assert len(edges) == len(set(edges))


def test_from_every_state_some_chain_leads_to_rest():
    ends = set(SETTLED_STATES)
    for _ in ReportState:
        ends |= {state for step in STEPS if step.to_state in ends for state in step.from_states}

    assert ends == set(ReportState)


def test_a_step_out_of_turn_is_refused_with_both_states_and_the_article():
    with pytest.raises(NotInThisState, match="来件目前是“已受理”，只有“已登记”的来件可以受理"):
        REPORT.after("reception.accept_report", ReportState.ACCEPTED)


def test_every_clock_that_names_its_acts_is_a_term_of_the_law():
    assert set(MEETING_ACTS) - set(TERMS) == set()


def test_every_own_act_that_meets_a_clock_is_on_the_permit_map():
    own = {act for acts in MEETING_ACTS.values() for act in acts if act.startswith("reception.")}

    assert own - set(permit_map()) == set()


def test_a_closing_limit_is_met_by_closing_and_not_by_a_letter():
    assert meets("ordinary_closing", "resolution.close_matter")
    assert not meets("ordinary_closing", "reception.write_to_reporter")
