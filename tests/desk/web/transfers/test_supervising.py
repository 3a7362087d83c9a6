"""督办催办 as pages: issued from a transfer, answered below, accepted above, late on both sides."""

from datetime import date

import pytest

from tests.assessment.actions.test_between import sent
from tests.assessment.actions.test_supervising import ASKED, pressed
from tests.desk.sitting import page, sit
from tests.reception.township import WEDNESDAY
from yixian.assessment.actions import answer_supervision
from yixian.assessment.models import Supervision
from yixian.desk.waiting import waiting_for
from yixian.reception.actions import WebCorrections, register_web_report

TYPED = {"kind_": "chase", "way": "letter", "words": ASKED, "due_on": "2026-03-20"}


@pytest.fixture
def transfer(town):
    return sent(town)


def test_it_is_issued_from_the_page_of_the_transfer_after_a_look_at_the_letter(town, transfer):
    county = sit(town, "county_chief")
    address = f"/desk/transfers/{transfer.uid}/issue-supervision"

    offered = page(county.get(f"/desk/transfers/{transfer.uid}"))
    looked = page(county.post(address, {**TYPED, "do": "preview"}))
    done = page(county.post(address, TYPED, follow=True))

    assert address in offered
    assert "信访举报催办函" in looked
    assert ASKED in looked
    assert "已发出，文号云纪信督〔2026〕1号。" in done
    assert "催办，待答复" in page(county.get("/desk/transfers?of=sent"))
    assert Supervision.objects.count() == 1


def test_bad_input_keeps_what_was_typed(town, transfer):
    county = sit(town, "county_chief")

    shown = page(
        county.post(f"/desk/transfers/{transfer.uid}/issue-supervision", {**TYPED, "due_on": "2026-03-01"})
    )

    assert "答复期限不得早于今天" in shown
    assert ASKED in shown


def test_the_township_answers_and_the_county_accepts(town):
    asked = pressed(town)
    chief, county = sit(town, "chief"), sit(town, "county_chief")

    below = [each.what for each in waiting_for(town["chief"], date(2026, 3, 5))]
    chief.post(f"/desk/supervisions/{asked.uid}/answer-supervision", {"answer": "已核实两户。"})
    above = [each.what for each in waiting_for(town["county_chief"], date(2026, 3, 5))]
    shown = page(county.get(f"/desk/supervisions/{asked.uid}"))
    done = page(county.post(f"/desk/supervisions/{asked.uid}/settle-supervision", follow=True))

    assert "答复催办" in below
    assert "看催办的答复" in above
    assert "已核实两户。" in shown
    assert "已认可，这一次催办结束。" in done


def test_what_is_late_says_so_to_both(town):
    pressed(town)
    on = date(2026, 3, 23)

    lines = [each for who in ("chief", "county_chief") for each in waiting_for(town[who], on)]

    late = [each.what for each in lines if "已超期" in each.about]
    assert late == ["答复催办", "催办没有答复"]


def test_the_letter_is_printed_by_either_side(town):
    asked = pressed(town)

    answers = [
        sit(town, who).post(f"/desk/supervisions/{asked.uid}/paper", {"as": "docx"})
        for who in ("chief", "county_chief")
    ]

    assert [(each.status_code, each.content[:2]) for each in answers] == [(200, b"PK"), (200, b"PK")]


def test_a_stranger_to_the_report_finds_nothing(town):
    asked = pressed(town)

    assert sit(town, "custodian").get(f"/desk/supervisions/{asked.uid}").status_code == 403
    assert sit(town, "analyst").get(f"/desk/supervisions/{asked.uid}").status_code == 403


def test_the_dossiers_of_both_sides_tell_it_without_the_other_sides_people(town):
    asked = pressed(town)
    register_web_report(
        by=town["chief"], report=asked.transfer.copy, corrections=WebCorrections(), on=WEDNESDAY
    )
    answer_supervision(by=town["chief"], supervision=asked, answer="已核实两户。", on=WEDNESDAY)

    above = page(sit(town, "county_chief").get(f"/desk/reports/{asked.transfer.report_id}"))
    below = page(sit(town, "chief").get(f"/desk/reports/{asked.transfer.copy_id}"))

    told = (f"云溪县纪委监委催办（{asked.letter_number}）", "青禾镇纪委答复催办")
    assert [each for each in told if each not in above] == []
    assert [each for each in told if each not in below] == []
    assert ("县书记" in below, "书记丙" in above) == (False, False)
