"""督办、催办: a letter from the county, the township's answer, and what the county thinks of it."""

from datetime import date

import pytest

from tests.assessment.actions.test_between import WHY, sent
from tests.reception.township import WEDNESDAY
from tests.scenes import scene
from yixian.assessment.actions import (
    NotToSupervise,
    SupervisionFacts,
    accept_transfer,
    answer_supervision,
    issue_supervision,
    object_to_transfer,
    print_supervision,
    read_supervision,
    return_answer,
    settle_supervision,
)
from yixian.assessment.enums import SupervisionKind, SupervisionState, SupervisionWay, TransferKind
from yixian.assessment.queries import supervisions_open
from yixian.protection.actions import open_versions
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.reception.actions import GivesAway
from yixian.reception.refusals import TooEarly
from yixian.trail.steps import NotInThisState

DUE = date(2026, 3, 20)
ASKED = "请说明核查进展和没有按期报告的原因。"


def facts(**changes):
    said = {"kind": SupervisionKind.CHASE, "way": SupervisionWay.LETTER, "words": ASKED, "due_on": DUE}
    return SupervisionFacts(**{**said, **changes})


@scene
def pressed(town, **changes):
    transfer = accept_transfer(by=town["chief"], transfer=sent(town, TransferKind.ASSIGN), on=WEDNESDAY)
    return issue_supervision(by=town["county_chief"], transfer=transfer, facts=facts(**changes), on=WEDNESDAY)


@scene
def answered(town, on=WEDNESDAY):
    return answer_supervision(by=town["chief"], supervision=pressed(town), answer="已核实两户。", on=on)


def test_the_letter_has_a_number_of_its_own_and_both_offices_read_and_print_it(town):
    asked = pressed(town)

    read = [read_supervision(by=town[who], supervision=asked)["letter"] for who in ("county_chief", "chief")]
    paper = print_supervision(by=town["chief"], supervision=asked)

    assert asked.letter_number == "云纪信督〔2026〕1号"
    assert read[0] == read[1]
    assert [each for each in ("青禾镇纪委：", ASKED, "2026年3月20日", "催办") if each not in read[0]] == []
    assert paper.title == "信访举报催办函"


def test_the_answer_is_read_above_and_accepted(town):
    asked = answered(town)

    read = read_supervision(by=town["county_chief"], supervision=asked)["answer"]
    done = settle_supervision(by=town["county_chief"], supervision=asked, on=WEDNESDAY)

    assert (read, done.state) == ("已核实两户。", SupervisionState.SETTLED)
    assert supervisions_open(town["county_chief"]) == []


def test_an_answer_that_does_not_do_goes_back_and_the_earlier_one_stays(town):
    asked = return_answer(
        by=town["county_chief"], supervision=answered(town), reason="没有附名单。", due_on=DUE, on=WEDNESDAY
    )
    why = read_supervision(by=town["chief"], supervision=asked)["complaint"]

    again = answer_supervision(by=town["chief"], supervision=asked, answer="补上名单。", on=WEDNESDAY)

    versions = open_versions(by=town["county_chief"], seal=again.answer, slot="text")
    assert why == "没有附名单。"
    assert (again.state, versions) == ("answered", ["已核实两户。", "补上名单。"])


def test_a_letter_without_words_or_with_a_past_day_is_refused(town):
    with pytest.raises(TextMissing, match="请填写督办事项"):
        pressed(town, words=" ")
    transfer = sent(town)
    with pytest.raises(TooEarly, match="答复期限不得早于今天"):
        issue_supervision(
            by=town["county_chief"], transfer=transfer, facts=facts(due_on=date(2026, 3, 1)), on=WEDNESDAY
        )


def test_a_letter_that_names_the_reporter_is_not_issued(town):
    with pytest.raises(GivesAway):
        pressed(town, words="请回复金丝雀姓名。")


def test_while_an_objection_waits_nobody_is_pressed(town):
    transfer = object_to_transfer(by=town["chief"], transfer=sent(town), reason=WHY, on=WEDNESDAY)

    with pytest.raises(NotToSupervise, match="先答复对方的异议"):
        issue_supervision(by=town["county_chief"], transfer=transfer, facts=facts(), on=WEDNESDAY)


def test_neither_side_does_the_others_part(town):
    asked = pressed(town)

    with pytest.raises(NotPermitted):
        answer_supervision(by=town["county_chief"], supervision=asked, answer="好。", on=WEDNESDAY)
    with pytest.raises(NotPermitted):
        settle_supervision(by=town["chief"], supervision=asked, on=WEDNESDAY)
    with pytest.raises(NotInThisState):
        settle_supervision(by=town["county_chief"], supervision=asked, on=WEDNESDAY)


def test_what_is_open_is_found_on_both_sides(town):
    asked = pressed(town)

    found = [[each.pk for each in supervisions_open(town[who])] for who in ("county_chief", "chief")]

    assert found == [[asked.pk], [asked.pk]]
