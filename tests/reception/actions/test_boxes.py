"""A box is opened by two people, and the second says so in their own session."""

from io import BytesIO

import pytest
from docx import Document

from tests.reception.township import MONDAY, TUESDAY, Township, an_opened_box
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import confirm_box_opening, print_box_record
from yixian.reception.actions.boxes import AlreadyConfirmed, OpenedAlone
from yixian.reception.facts import Missing, NotPlausible
from yixian.reception.models import BoxOpening
from yixian.reception.queries import boxes_to_confirm
from yixian.reception.refusals import NotHere, TooEarly


def opened(town: Township, **facts: object) -> BoxOpening:
    return an_opened_box(town, **{"on": TUESDAY, "items": 2, **facts})


def test_an_opening_waits_for_the_witness(town):
    opening = opened(town)

    assert list(boxes_to_confirm(town["handler"])) == [opening]
    assert list(boxes_to_confirm(town["clerk"])) == []


def test_the_witness_confirms(town):
    confirmed = confirm_box_opening(by=town["handler"], opening=opened(town), on=TUESDAY)

    assert confirmed.confirmed_on == TUESDAY
    assert list(boxes_to_confirm(town["handler"])) == []


def test_nobody_opens_a_box_alone(town):
    with pytest.raises(OpenedAlone, match="两名工作人员"):
        opened(town, witness="clerk")


def test_the_opener_does_not_confirm_for_the_witness(town):
    with pytest.raises(OpenedAlone, match="见证人本人"):
        confirm_box_opening(by=town["clerk"], opening=opened(town), on=TUESDAY)


def test_a_third_person_does_not_confirm(town):
    with pytest.raises(NotPermitted, match="开箱人或者见证人"):
        confirm_box_opening(by=town["chief"], opening=opened(town), on=TUESDAY)


def test_an_opening_is_confirmed_once(town):
    opening = confirm_box_opening(by=town["handler"], opening=opened(town), on=TUESDAY)

    with pytest.raises(AlreadyConfirmed, match="已经确认"):
        confirm_box_opening(by=town["handler"], opening=opening, on=TUESDAY)


def test_an_opening_is_not_confirmed_before_it_happened(town):
    with pytest.raises(TooEarly, match="确认日期"):
        confirm_box_opening(by=town["handler"], opening=opened(town), on=MONDAY)


def test_the_witness_is_of_the_same_office(town):
    with pytest.raises(NotHere, match="见证人应当是本机构"):
        opened(town, witness="county_clerk")


@pytest.mark.parametrize("strip", [" ", "七" * 61])
def test_the_paper_strips_are_written_down(town, strip):
    with pytest.raises(Missing, match="开箱前的封条号"):
        opened(town, strip=strip)


def test_a_box_holds_no_more_than_a_box_can(town):
    with pytest.raises(NotPlausible, match="最多登记100件"):
        opened(town, items=101)


@pytest.mark.parametrize("pages", [0, 501])
def test_a_number_of_pages_that_cannot_be_is_refused(town, pages):
    with pytest.raises(NotPlausible, match="1到500"):
        opened(town, pages=pages)


def test_what_lay_in_the_box_is_listed_one_by_one(town):
    opening = opened(town, items=2)

    assert [str(each) for each in opening.listed.all()] == [
        "1. 信件，2页，封口完好",
        "2. 信件，2页，封口完好",
    ]
    assert (opening.items, opening.seal_numbers, opening.strip_after) == (2, "007", "008")


def test_the_printed_record_has_the_list_and_both_strips(town):
    opening = confirm_box_opening(by=town["handler"], opening=opened(town), on=TUESDAY)

    told = "".join(words_of(print_box_record(by=town["clerk"], opening=opening, on=TUESDAY).docx))

    assert "开箱前007（完好），开箱后008" in told
    assert "2件" in told
    assert "1. 信件，2页，封口完好" in told


def words_of(paper: bytes) -> list[str]:
    document = Document(BytesIO(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [line.text for line in document.paragraphs] + cells
