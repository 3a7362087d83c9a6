from datetime import date

import pytest

from yixian.regulations.articles import Grade, Instrument
from yixian.regulations.rough_days import parse_rough_day
from yixian.regulations.rules_library import (
    RulesInvalid,
    RuleSubject,
    parse_rules,
    rules_in_force,
    rules_library,
)

HEAD = "键,名称,文号或者版本,领域,施行,不再施行,接替,来源,等级,说明"


def keys(on, subject=None):
    return [held.rule.key for held in rules_in_force(on, subject)]


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(1997, 2, 26), []),
        (date(1997, 2, 27), ["discipline_1997"]),
        (date(2003, 12, 30), ["discipline_1997"]),
        (date(2003, 12, 31), ["discipline_2003"]),
        (date(2015, 12, 31), ["discipline_2003"]),
        (date(2016, 1, 1), ["discipline_2015"]),
        (date(2018, 9, 30), ["discipline_2015"]),
        (date(2018, 10, 1), ["discipline_2018"]),
        (date(2023, 12, 31), ["discipline_2018"]),
        (date(2024, 1, 1), ["discipline_2023"]),
    ],
)
def test_which_version_of_the_discipline_regulations_held(on, held):
    assert keys(on, RuleSubject.DISCIPLINE) == held


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2005, 4, 30), ["petitions_1996"]),
        (date(2005, 5, 1), ["petitions_2005"]),
        (date(2022, 4, 30), ["petitions_2005", "simple_handling_2016"]),
        (date(2022, 5, 1), ["petitions_2022", "simple_handling_2016"]),
    ],
)
def test_which_petition_regulations_held(on, held):
    assert keys(on, RuleSubject.PETITIONS) == held


def test_in_a_year_of_change_both_versions_held_and_neither_throughout():
    held = rules_in_force(parse_rough_day("2018"), RuleSubject.DISCIPLINE)

    assert [(each.rule.key, each.sure) for each in held] == [
        ("discipline_2015", False),
        ("discipline_2018", False),
    ]


def test_in_a_month_without_change_the_version_is_sure():
    held = rules_in_force(parse_rough_day("1998-05"), RuleSubject.DISCIPLINE)

    assert [(each.rule.key, each.sure) for each in held] == [("discipline_1997", True)]


def test_a_rule_of_which_only_the_year_is_known_is_unsure_in_that_year():
    held = {each.rule.key: each.sure for each in rules_in_force(date(1998, 5, 1), RuleSubject.VILLAGE)}
    later = {each.rule.key: each.sure for each in rules_in_force(date(1999, 5, 1), RuleSubject.VILLAGE)}

    assert held == {"village_1988": True, "openness_1998": False}
    assert later == {"village_1998": True, "openness_1998": True}


def test_without_a_subject_everything_that_held_is_told():
    subjects = {held.rule.subject for held in rules_in_force(date(2026, 1, 1))}

    assert subjects == set(RuleSubject)


def test_a_successor_begins_when_its_predecessor_ends():
    known = {rule.key: rule for rule in rules_library()}
    gaps = [
        rule.key
        for rule in known.values()
        if rule.replaced_by and rule.until != known[rule.replaced_by].since
    ]

    assert gaps == []


def test_what_has_a_successor_has_an_end():
    assert [rule.key for rule in rules_library() if rule.replaced_by and rule.until is None] == []


def test_every_instrument_that_the_house_cites_is_in_the_library_with_its_day():
    own = {Instrument.LOCAL_PRACTICE, Instrument.CIVIL_CODE}
    dated = {(rule.title, rule.since.first) for rule in rules_library()}
    missing = [
        each.value
        for each in Instrument
        if each not in own and (each.title_text, each.in_force_since) not in dated
    ]

    assert missing == []


def test_what_is_from_memory_says_so():
    unsure = [r.key for r in rules_library() if r.source == "凭记忆" and r.grade is not Grade.UNVERIFIED]

    assert unsure == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("a,甲,,党纪处分,1998,,b,凭记忆,U,", "接替“b”不在表里"),
        ("a,甲,,天气,1998,,,凭记忆,U,", "第2行"),
        ("a,甲,,党纪处分,去年,,,凭记忆,U,", "第2行：日期写成"),
        ("a,甲,,党纪处分,1998,1997,,凭记忆,U,", "应当在施行以后"),
        ("a,甲,,党纪处分,1998,,,凭记忆,Z,", "第2行"),
        ("a,甲,,党纪处分,1998,,,凭记忆,U,\na,乙,,党纪处分,1998,,,凭记忆,U,", "第3行：键“a”重复"),
    ],
)
def test_a_faulty_catalogue_names_the_row(row, fault):
    with pytest.raises(RulesInvalid, match=fault):
        parse_rules([HEAD, *row.split("\n")])


def test_a_missing_column_is_named():
    with pytest.raises(RulesInvalid, match="缺少“名称”一列"):
        parse_rules(["键,施行,不再施行", "a,1998,"])
