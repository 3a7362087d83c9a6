"""Citations and rulings."""

import pytest

from yixian.regulations.articles import Article, Grade, Instrument, Ruling, chinese_number

RULES = Instrument.ACCUSATION_RULES


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (26, "二十六"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (203, "二百零三"),
        (999, "九百九十九"),
    ],
)
def test_numbers_are_written_as_in_statutes(number, written):
    assert chinese_number(number) == written


def test_an_article_is_cited_with_its_instrument():
    assert Article(RULES, 26, Grade.COMMENTARY).cite() == "《纪检监察机关处理检举控告工作规则》第二十六条"


def test_a_span_of_articles_names_both_ends():
    assert Article(RULES, 20, Grade.COMMENTARY, 23).number == "第二十条至第二十三条"


def test_a_rule_without_article_cites_the_instrument_alone():
    assert Article(Instrument.LOCAL_PRACTICE, 0, Grade.COMMENTARY).cite() == "本地工作规定"


def test_only_what_was_read_officially_is_firm():
    assert [grade for grade in Grade if grade.is_firm] == [Grade.OFFICIAL, Grade.COMMENTARY]


@pytest.mark.parametrize(
    ("grade", "protects", "blocks"),
    [
        (Grade.OFFICIAL, False, True),
        (Grade.COMMENTARY, False, True),
        (Grade.SECONDARY, False, False),
        (Grade.UNVERIFIED, False, False),
        (Grade.UNVERIFIED, True, True),
    ],
)
def test_a_refusal_blocks_when_it_is_firm_or_protects_the_reporter(grade, protects, blocks):
    refusal = Ruling(False, "不得", Article(RULES, 1, grade), protects_reporter=protects)

    assert (bool(refusal), refusal.blocks) == (False, blocks)


def test_what_is_allowed_never_blocks():
    assert not Ruling(True, "可以", Article(RULES, 1, Grade.OFFICIAL), protects_reporter=True).blocks


def test_the_sentence_owns_up_to_what_nobody_read_in_print():
    firm = Ruling(False, "不得如此", Article(RULES, 26, Grade.COMMENTARY))
    unsure = Ruling(False, "不得如此", Article(RULES, 13, Grade.SECONDARY))

    assert firm.sentence() == "不得如此（《纪检监察机关处理检举控告工作规则》第二十六条）"
    assert unsure.sentence() == (
        "不得如此（《纪检监察机关处理检举控告工作规则》第十三条；依据转载文本，待核对原文）"
    )
