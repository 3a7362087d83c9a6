from dataclasses import replace

import pytest

from tests.reception.township import LETTER, STRANGER, WEDNESDAY
from tests.resolution.casework import TWO_PEOPLE, an_outcome, concluding, with_outcomes, with_team
from tests.resolution.reviewing import answered, asked, taken
from yixian.protection.permits import NotPermitted
from yixian.regulations.classes import ClosingWay, FourForms, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.resolution.actions import (
    HasAnOutcome,
    MeasureDoesNotFit,
    NotConcluding,
    NotOfThisMatter,
    SomebodyIsMissing,
    close_clue,
    decide_outcome,
)
from yixian.resolution.enums import ClueState, Decision
from yixian.resolution.models import Outcome

THREE_PEOPLE = replace(
    LETTER, reported=(STRANGER, replace(STRANGER, name="另一人氏"), replace(STRANGER, name="第三人氏"))
)


def people(clue):
    return list(clue.matter.links.get().report.people.order_by("position"))


def test_one_report_on_three_people_ends_in_three_ways(town):
    clue = concluding(town, THREE_PEOPLE)
    answered(town, review=taken(town, asked(town, clue.reports.get())))
    first, second, third = people(clue)

    an_outcome(town, clue, first.pk, measure=Measure.ADMONITION, form=FourForms.FIRST)
    an_outcome(
        town,
        clue,
        second.pk,
        truth=Truth.TRUE,
        measure=Measure.PARTY_WARNING,
        form=FourForms.SECOND,
    )
    an_outcome(town, clue, third.pk, truth=Truth.UNTRUE, measure=Measure.NONE)

    assert list(Outcome.objects.order_by("person__position").values_list("truth", "measure", "form")) == [
        ("mostly_true", "admonition", "first"),
        ("true", "party_warning", "second"),
        ("untrue", "none", ""),
    ]


def test_who_is_found_not_to_have_done_it_gets_no_measure(town):
    clue = concluding(town)

    with pytest.raises(MeasureDoesNotFit, match="反映不实的，不得作出处理"):
        an_outcome(town, clue, people(clue)[0].pk, truth=Truth.UNTRUE)


def test_a_township_decides_a_warning_only_after_the_county_has_reviewed_it(town):
    clue = concluding(town)

    with pytest.raises(MeasureDoesNotFit, match="请先“报请县审”"):
        an_outcome(town, clue, people(clue)[0].pk, measure=Measure.PARTY_WARNING)


def test_a_township_never_expels(town):
    clue = concluding(town)

    with pytest.raises(MeasureDoesNotFit, match="应当报县级纪检监察机关审批"):
        an_outcome(town, clue, people(clue)[0].pk, measure=Measure.PARTY_EXPULSION)


def test_the_county_decides_what_the_township_may_not(town):
    clue = concluding(town)

    outcome = an_outcome(
        town,
        clue,
        people(clue)[0].pk,
        measure=Measure.PARTY_EXPULSION,
        deciding_organ_id=town.county.pk,
    )

    assert outcome.deciding_organ == town.county


def test_an_outcome_comes_after_the_approved_report(town):
    clue = with_team(town)

    with pytest.raises(NotConcluding, match="批准之后"):
        an_outcome(town, clue, people(clue)[0].pk)


def test_an_outcome_is_for_somebody_reported_in_this_matter(town):
    clue = concluding(town)
    other = people(concluding(town))[0]

    with pytest.raises(NotOfThisMatter, match="不是本事项的被反映人"):
        an_outcome(town, clue, other.pk)


def test_who_proposes_an_outcome_does_not_decide_it(town):
    clue = concluding(town)
    outcome = an_outcome(town, clue, people(clue)[0].pk)

    with pytest.raises(NotPermitted):
        decide_outcome(by=town["handler"], outcome=outcome, approved=True, on=WEDNESDAY)

    assert Outcome.objects.get().decision == Decision.PENDING


def test_a_clue_is_not_closed_while_somebody_has_no_outcome(town):
    clue = concluding(town, TWO_PEOPLE)
    outcome = an_outcome(town, clue, people(clue)[0].pk)
    decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=WEDNESDAY)

    with pytest.raises(SomebodyIsMissing, match="还有1名被反映人"):
        close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)


def test_a_clue_closes_in_its_own_way(town):
    clue = with_outcomes(town, TWO_PEOPLE)

    closed = close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)

    assert (closed.state, closed.closing_way, closed.closed_on) == (
        ClueState.CLOSED,
        "dealt_with",
        WEDNESDAY,
    )


def test_nobody_gets_a_second_outcome_unless_the_first_was_returned(town):
    clue = concluding(town)
    (person,) = people(clue)
    first = an_outcome(town, clue, person.pk)

    with pytest.raises(HasAnOutcome, match="退回以后才能重新提出"):
        an_outcome(town, clue, person.pk)

    decide_outcome(by=town["chief"], outcome=first, approved=False, on=WEDNESDAY)
    assert an_outcome(town, clue, person.pk).decision == Decision.PENDING
