import pytest

from tests.reception.township import LETTER, WEDNESDAY
from tests.resolution.casework import with_team
from tests.resolution.verifying import a_fact, an_item
from yixian.protection.actions import open_seal
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.reception.discretion import GivesAway
from yixian.regulations.rough_days import parse_rough_day
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution.actions import (
    FactFacts,
    NoLongerStands,
    NotHappenedYet,
    NotOfThisVerification,
    correct_fact,
    record_fact,
    strike_fact,
)
from yixian.resolution.models import DatedFact
from yixian.resolution.queries import evidence_by_fact


def test_a_fact_has_its_day_as_far_as_it_is_known_and_its_evidence(town):
    clue = with_team(town)
    item = an_item(town, clue)

    fact = a_fact(town, clue, subject=RuleSubject.COLLECTIVE, evidence_ids=(item.pk,))

    opened = open_seal(by=town["handler"], seal=fact.words, about=fact)
    assert opened == {"on": "1998-05", "subject": "collective", "text": "鱼塘承包给外村人，没有开会。"}
    assert [each.evidence for each in evidence_by_fact(clue.verification.pk)[fact.pk]] == [item]


def test_a_corrected_fact_stays_beside_the_new_one(town):
    fact = a_fact(town, with_team(town))
    anew = FactFacts(on=parse_rough_day("1998-06-03"), text="六月三日签的合同。")

    corrected = correct_fact(by=town["deputy"], fact=fact, facts=anew, on=WEDNESDAY)

    assert corrected.replaces == fact
    assert DatedFact.objects.count() == 2
    with pytest.raises(NoLongerStands, match="已经更正或者划去"):
        correct_fact(by=town["deputy"], fact=fact, facts=anew, on=WEDNESDAY)


def test_a_fact_is_struck_only_with_a_reason(town):
    fact = a_fact(town, with_team(town))

    with pytest.raises(TextMissing, match="划去的原因"):
        strike_fact(by=town["deputy"], fact=fact, reason=" ", on=WEDNESDAY)
    struck = strike_fact(by=town["deputy"], fact=fact, reason="查无此事", on=WEDNESDAY)

    assert struck.struck_on == WEDNESDAY
    with pytest.raises(NoLongerStands):
        strike_fact(by=town["deputy"], fact=fact, reason="再划", on=WEDNESDAY)


def test_a_fact_without_words_is_refused(town):
    with pytest.raises(TextMissing, match="发生了什么"):
        a_fact(town, with_team(town), text=" ")


def test_a_fact_of_next_year_is_refused(town):
    with pytest.raises(NotHappenedYet):
        a_fact(town, with_team(town), when="2027")


def test_evidence_of_another_verification_bears_out_nothing(town):
    with pytest.raises(NotOfThisVerification):
        a_fact(town, with_team(town), evidence_ids=(4711,))


def test_a_fact_does_not_name_the_reporter(town):
    with pytest.raises(GivesAway):
        a_fact(town, with_team(town), text=f"{LETTER.reporters[0].name}当时在场。")


def test_only_the_team_records_facts(town):
    facts = FactFacts(on=parse_rough_day("1998"), text="承包。")

    with pytest.raises(NotPermitted, match="核查组成员"):
        record_fact(by=town["chief"], clue=with_team(town), facts=facts, on=WEDNESDAY)
