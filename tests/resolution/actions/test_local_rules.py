from dataclasses import replace

import pytest

from tests.reception.township import WEDNESDAY
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.regulations.rough_days import parse_rough_day
from yixian.regulations.rules_library import RuleSubject
from yixian.resolution.actions import (
    EndsBeforeItBegins,
    LocalRuleFacts,
    NoFileHere,
    add_local_rule,
    end_local_rule,
    open_local_rule,
)
from yixian.resolution.models import LocalRule
from yixian.resolution.queries import local_rules_in_force
from yixian.toolkit.files import EVIDENCE, take_in

FACTS = LocalRuleFacts(
    subject=RuleSubject.COLLECTIVE,
    title="青禾镇村级资金管理办法",
    number="青政发〔2001〕7号",
    since=parse_rough_day("2001-03"),
)


def added(town, **changes) -> LocalRule:
    return add_local_rule(by=town["handler"], facts=replace(FACTS, **changes), on=WEDNESDAY)


def titles(town, on: str, who: str = "handler", subject: RuleSubject | None = None) -> list[tuple[str, bool]]:
    found = local_rules_in_force(town[who], parse_rough_day(on), subject)
    return [(each.held.rule.title, each.held.sure) for each in found]


def test_an_own_document_is_found_by_the_days_on_which_it_held(town):
    added(town, until=parse_rough_day("2010-01-01"))

    assert titles(town, "2000") == []
    assert titles(town, "2001-03-15") == [(FACTS.title, False)]
    assert titles(town, "2005", subject=RuleSubject.COLLECTIVE) == [(FACTS.title, True)]
    assert titles(town, "2005", subject=RuleSubject.LAND) == []
    assert titles(town, "2010-01-01") == []


def test_a_document_that_ended_still_held_before(town):
    rule = added(town)

    end_local_rule(by=town["handler"], rule=rule, until=parse_rough_day("2012"))

    assert titles(town, "2011") == [(FACTS.title, True)]
    assert titles(town, "2013") == []


def test_another_organ_does_not_find_it(town):
    added(town)

    assert titles(town, "2005", who="county_chief") == []


def test_another_organ_does_not_end_it(town):
    rule = added(town)

    with pytest.raises(NotPermitted):
        end_local_rule(by=town["county_chief"], rule=rule, until=parse_rough_day("2012"))


def test_nothing_ends_before_it_begins(town):
    with pytest.raises(EndsBeforeItBegins):
        added(town, until=parse_rough_day("1999"))
    with pytest.raises(EndsBeforeItBegins):
        end_local_rule(by=town["handler"], rule=added(town), until=parse_rough_day("1999"))


def test_a_document_has_a_title(town):
    with pytest.raises(TextMissing, match="文件名称"):
        added(town, title=" ")


def test_its_file_is_opened_again(town):
    given = take_in("办法.txt", "第一条　略。".encode(), EVIDENCE)
    rule = added(town, file=given)

    assert open_local_rule(by=town["clerk"], rule=rule).content == given.content


def test_one_without_a_file_says_so(town):
    with pytest.raises(NoFileHere, match="没有附文件"):
        open_local_rule(by=town["clerk"], rule=added(town))
