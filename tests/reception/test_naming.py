"""A reported person is known however the name is typed."""

from dataclasses import replace

import pytest

from tests.reception.township import LETTER, SECRETARY, SUBMISSION, Township, a_letter, a_web_report
from yixian.protection.actions import token
from yixian.reception.enums import CadreCategory
from yixian.reception.naming import known_as
from yixian.reception.queries import one_report

SPELLINGS = ["柳青山主任", "柳 青山", "柳　青山", "柳\u200b青山", "柳青山。", "\uf9c9青山"]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_the_reported_side_does_not_meet_it_in_the_inbox(town: Township, typed: str):
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(replace(SECRETARY, name=typed),)))

    seen = {who: one_report(town[who], report.pk) for who in ("reported", "relative", "clerk")}

    assert seen == {"reported": None, "relative": None, "clerk": report}


@pytest.mark.parametrize("typed", SPELLINGS)
def test_the_roster_knows_them_at_registration(town: Township, typed: str):
    facts = replace(SECRETARY, name=typed, category=CadreCategory.VILLAGE_HEAD)

    person = a_letter(town, replace(LETTER, reported=(facts,))).report.people.get()

    assert bytes(person.cadre_token) == token(by=town["clerk"], kind="cadre", value=str(town.secretary.pk))


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("嚴守正書記", "严守正"),
        ("严 守正", "严守正"),
        ("书记", "书记"),
        ("王主任", "王主任"),
        ("钱会", "钱会"),
    ],
)
def test_a_name_is_brought_to_its_bare_form(typed: str, known: str):
    assert known_as(typed) == known


@pytest.mark.parametrize("typed", ["柳湾村 村民委员会", "柳灣村村民委員會", "柳湾村\u200b村民委员会"])
def test_a_unit_is_known_however_typed(town: Township, typed: str):
    facts = replace(SECRETARY, name=typed, unit="", post="", category=CadreCategory.UNIT)

    person = a_letter(town, replace(LETTER, reported=(facts,))).report.people.get()

    assert bytes(person.unit_token) == token(by=town["clerk"], kind="unit", value=str(town.unit.pk))
