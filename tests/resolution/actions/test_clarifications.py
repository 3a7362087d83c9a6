from dataclasses import replace

import pytest

from tests.reception.township import LETTER, SECRETARY, WEDNESDAY, Township, a_letter
from tests.resolution.casework import concluding
from tests.resolution.following import ABOUT, cleared, clearing, disproved, proposed
from yixian.protection.actions import open_seal
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway
from yixian.regulations.classes import Truth
from yixian.regulations.outcomes import ClarificationWay
from yixian.resolution.actions import (
    NotToBeCleared,
    carry_out_clarification,
    decide_clarification,
    print_clarification,
    propose_clarification,
)
from yixian.resolution.enums import ClarificationState
from yixian.resolution.models import Clarification
from yixian.trail.steps import NotInThisState

S = ClarificationState


def test_somebody_wrongly_reported_is_cleared_by_letter(town):
    done = carry_out_clarification(
        by=town["handler"], clarification=cleared(town), note="已当面送达村党总支，本人在场。", on=WEDNESDAY
    )

    assert (done.state, done.number, done.done_on) == (S.DONE, "青纪信〔2026〕1号", WEDNESDAY)
    said = print_clarification(by=town["handler"], clarification=done).words.whole
    assert "柳青山（主任）" in said
    assert "经核查不属实" in said
    assert "第五十条" in said


def test_the_letter_tells_nothing_of_who_reported_or_what_they_wrote(town):
    said = print_clarification(by=town["chief"], clarification=cleared(town)).words.whole

    assert [each for each in ("金丝雀", "13800000999", "三组的低保名单") if each in said] == []


@pytest.mark.parametrize("field", ["receiver", "finding", "scope"])
def test_words_that_would_name_the_reporter_are_refused(town, field):
    clue = disproved(town)

    with pytest.raises(GivesAway, match="会暴露举报人"):
        propose_clarification(
            by=town["handler"],
            clue=clue,
            facts=clearing(clue, **{field: "金丝雀姓名反映的不属实"}),
            on=WEDNESDAY,
        )

    assert Clarification.objects.count() == 0


def test_phrases_of_the_letter_are_refused(town):
    with pytest.raises(GivesAway, match="举报件原文"):
        proposed(town, finding="柳湾村三组的低保名单没有公示，组长把名额给了自己的亲戚，不属实。")


@pytest.mark.parametrize("truth", [Truth.TRUE, Truth.PARTLY_TRUE, Truth.UNDETERMINED])
def test_who_was_not_found_innocent_is_not_cleared(town, truth):
    with pytest.raises(NotToBeCleared, match=r"不予澄清（《.*》第五十条）"):
        proposed(town, disproved(town, truth=truth))


def test_nobody_is_cleared_while_the_own_clue_is_open(town):
    with pytest.raises(NotToBeCleared, match="还有问题没有了结"):
        proposed(town, concluding(town, ABOUT))


def test_nobody_is_cleared_without_consent(town):
    with pytest.raises(NotToBeCleared, match="征得本人同意"):
        proposed(town, consented_on=None)


def open_again(town: Township) -> None:
    a_letter(town, replace(LETTER, title="另一件事", reported=(SECRETARY,)))


def test_nobody_is_cleared_whose_other_case_is_open(town):
    row = proposed(town)
    open_again(town)

    with pytest.raises(NotToBeCleared, match="现在还不能为其澄清"):
        decide_clarification(by=town["chief"], clarification=row, approved=True, on=WEDNESDAY)

    assert Clarification.objects.get().state == S.PROPOSED


def test_a_report_that_comes_after_the_approval_stops_the_clearing(town):
    row = cleared(town)
    open_again(town)

    with pytest.raises(NotToBeCleared, match="现在还不能为其澄清"):
        carry_out_clarification(by=town["handler"], clarification=row, note="已送达", on=WEDNESDAY)


def test_who_proposes_does_not_decide(town):
    clue = disproved(town)
    row = propose_clarification(by=town["chief"], clue=clue, facts=clearing(clue), on=WEDNESDAY)

    with pytest.raises(NotPermitted, match="提出人以外"):
        decide_clarification(by=town["chief"], clarification=row, approved=True, on=WEDNESDAY)


def test_what_was_returned_is_proposed_anew_and_stays(town):
    row = proposed(town)
    decide_clarification(by=town["chief"], clarification=row, approved=False, on=WEDNESDAY, note="范围太大")

    again = proposed(town, row.clue)

    assert [each.state for each in Clarification.objects.order_by("pk")] == [S.RETURNED, S.PROPOSED]
    assert again.clue == row.clue


def test_nothing_is_done_before_it_was_approved(town):
    with pytest.raises(NotInThisState, match="待审批"):
        carry_out_clarification(by=town["handler"], clarification=proposed(town), note="已送达", on=WEDNESDAY)


@pytest.mark.parametrize("way", [ClarificationWay.FACE, ClarificationWay.MEETING])
def test_what_is_said_aloud_has_no_letter(town, way):
    row = cleared(town, way=way)

    with pytest.raises(NotToBeCleared, match="没有函件"):
        print_clarification(by=town["chief"], clarification=row)
    assert row.number == ""


def test_the_words_are_sealed(town):
    row = proposed(town)

    opened = open_seal(by=town["chief"], seal=row.words)

    assert opened["scope"] == "村党总支委员"
