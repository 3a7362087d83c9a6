import pytest

from tests.reception.township import MONDAY, WEDNESDAY
from tests.resolution.casework import FOUND, with_team
from tests.resolution.verifying import a_gap, an_item
from yixian.protection.texts import TextMissing
from yixian.resolution.actions import (
    DueTooEarly,
    GapFacts,
    NotFinished,
    NotOfThisVerification,
    drop_gap,
    fill_gap,
    note_gap,
    submit_report,
)
from yixian.resolution.enums import GapState
from yixian.resolution.models import Evidence, Gap, Verification
from yixian.trail.steps import NotInThisState


def test_a_gap_is_filled_by_an_item_of_the_list(town):
    clue = with_team(town)
    gap, item = a_gap(town, clue), an_item(town, clue)

    filled = fill_gap(by=town["deputy"], gap=gap, evidence=item, on=WEDNESDAY)

    assert (filled.state, filled.evidence_id) == (GapState.FILLED, item.pk)
    with pytest.raises(NotInThisState, match="已补"):
        drop_gap(by=town["deputy"], gap=gap, reason="不用了", on=WEDNESDAY)


def test_a_gap_is_given_up_only_with_a_reason(town):
    gap = a_gap(town, with_team(town))

    with pytest.raises(TextMissing, match="不再补的原因"):
        drop_gap(by=town["deputy"], gap=gap, reason="", on=WEDNESDAY)

    assert drop_gap(by=town["deputy"], gap=gap, reason="账册已灭失", on=WEDNESDAY).state == GapState.DROPPED


def test_evidence_of_another_verification_fills_nothing(town):
    clue = with_team(town)
    gap, elsewhere = a_gap(town, clue), Evidence(verification=Verification(pk=0))

    with pytest.raises(NotOfThisVerification):
        fill_gap(by=town["deputy"], gap=gap, evidence=elsewhere, on=WEDNESDAY)


@pytest.mark.parametrize(("field", "what"), [("wanted", "缺什么"), ("holder", "向谁要")])
def test_a_gap_says_what_and_from_whom(town, field, what):
    words = {"wanted": "公示照片", "holder": "镇民政办"} | {field: " "}

    with pytest.raises(TextMissing, match=what):
        note_gap(
            by=town["deputy"],
            clue=with_team(town),
            facts=GapFacts(**words, due_on=WEDNESDAY),
            on=WEDNESDAY,
        )

    assert Gap.objects.count() == 0


def test_a_gap_is_wanted_by_a_day_to_come(town):
    facts = GapFacts(wanted="公示照片", holder="镇民政办", due_on=MONDAY)

    with pytest.raises(DueTooEarly, match="补齐期限"):
        note_gap(by=town["deputy"], clue=with_team(town), facts=facts, on=WEDNESDAY)


def test_a_report_over_an_open_gap_says_why(town):
    clue = with_team(town)
    a_gap(town, clue)

    with pytest.raises(NotFinished, match="1处证据缺口没有补上"):
        submit_report(by=town["handler"], clue=clue, content="属实", proposal=FOUND, on=WEDNESDAY)
