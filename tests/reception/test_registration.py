"""What a registration makes findable by keyed terms."""

from dataclasses import replace

import pytest

from tests.reception.township import LETTER, MONDAY, STRANGER, SUBMISSION, a_letter, a_web_report
from yixian.protection.actions import find_terms
from yixian.reception.actions import WebCorrections, register_web_report

UNNAMED = replace(LETTER, account="金丝雀正文：组长把名额给了自己的亲戚。", reported=(STRANGER,))


def registered(town, way: str):
    if way == "letter":
        return a_letter(town, UNNAMED).report
    report, _ = a_web_report(town, replace(SUBMISSION, reported=(STRANGER,)))
    return register_web_report(by=town["clerk"], report=report, corrections=WebCorrections(), on=MONDAY)


@pytest.mark.parametrize("way", ["letter", "web"])
def test_a_reported_name_that_the_account_does_not_spell_is_findable(town, way):
    report = registered(town, way)

    found = find_terms(by=town["clerk"], terms={"person": [STRANGER.name]})

    assert list(found) == [report.pk]


def test_who_reports_is_not_findable(town):
    a_letter(town, UNNAMED)

    found = find_terms(
        by=town["clerk"], terms={kind: [LETTER.reporters[0].name] for kind in ("person", "sender")}
    )

    assert found == {}


def test_a_name_of_one_character_is_not_hashed(town):
    report = a_letter(town, replace(UNNAMED, reported=(replace(STRANGER, name="某"),))).report

    assert report.number == "2026-0001"
