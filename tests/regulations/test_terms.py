"""The terms: the figures of the instruments, their sentences, and what an office may set."""

from datetime import date

import pytest

from yixian.regulations import local_practice
from yixian.regulations.terms import TERMS, TermIsFixed, Unit, UnknownTerm, configured, term

WD, DAY, MONTH = Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.MONTH


@pytest.mark.parametrize(
    ("key", "length", "unit", "article", "grade"),
    [
        ("superior_report_upward", 5, WD, "第十五条", "C"),
        ("forwarded_report_acceptance", 5, WD, "第十六条", "C"),
        ("assignment_report", 3, MONTH, "第二十条至第二十三条", "B"),
        ("acceptance_notice", 15, WD, "第二十六条", "B"),
        ("result_feedback", 15, WD, "第二十七条", "B"),
        ("disposal_proposal", 1, MONTH, "第二十一条", "B"),
        ("inquiry_reply", 15, WD, "第二十六条至第三十条", "U"),
        ("inquiry_report", 1, MONTH, "第二十六条至第三十条", "B"),
        ("investigation", 90, DAY, "第三十七条", "C"),
        ("trial", 1, MONTH, "第五十五条", "B"),
        ("appeal_review", 3, MONTH, "第五十九条", "B"),
        ("petition_transfer", 15, DAY, "第二十二条", "A"),
        ("petition_acceptance", 15, DAY, "第二十三条", "A"),
        ("misdirected_transfer_objection", 5, WD, "第二十三条", "A"),
        ("petition_handling", 60, DAY, "第三十四条", "A"),
        ("petition_review_request", 30, DAY, "第三十五条", "A"),
        ("petition_review_decision", 30, DAY, "第三十五条", "A"),
        ("petition_second_review_request", 30, DAY, "第三十六条", "A"),
        ("petition_second_review_decision", 30, DAY, "第三十六条", "A"),
        ("simple_handling", 10, WD, "", "C"),
        ("ordinary_closing", 3, MONTH, "", "B"),
        ("ordinary_closing_short", 2, MONTH, "", "B"),
        ("ordinary_closing_easy", 1, MONTH, "", "B"),
        ("ordinary_closing_middle", 3, MONTH, "", "B"),
        ("ordinary_closing_hard", 6, MONTH, "", "B"),
        ("ordinary_closing_days", 60, DAY, "", "B"),
        ("promise", 60, DAY, "", "U"),
        ("objection_explanation", 15, WD, "", "U"),
        ("long_pending", 6, MONTH, "", "U"),
    ],
)
def test_a_term_has_the_figure_of_its_article(key, length, unit, article, grade):
    found = term(key)

    assert (found.length, found.unit, found.article, found.grade.value) == (length, unit, article, grade)


def test_there_are_no_other_terms():
    assert len(TERMS) == 29


def test_each_key_is_written_once():
    assert [key for key, each in TERMS.items() if each.key != key] == []


@pytest.mark.parametrize(
    ("key", "length", "unit", "times"),
    [
        ("assignment_report", 3, MONTH, 1),
        ("petition_handling", 30, DAY, 1),
        ("investigation", 90, DAY, 1),
        ("trial", None, MONTH, 1),
        ("ordinary_closing_days", 30, DAY, 1),
    ],
)
def test_an_extension_has_the_figure_of_its_article(key, length, unit, times):
    extension = term(key).extension

    assert (extension.length, extension.unit, extension.times) == (length, unit, times)


def test_the_sentence_is_the_one_on_screens_and_letters():
    assert term("acceptance_notice").sentence() == (
        "自收到之日起15个工作日内（《纪检监察机关处理检举控告工作规则》第二十六条）"
    )


def test_the_full_sentence_tells_the_extension_too():
    assert term("petition_handling").full_sentence() == (
        "信访事项办结：自受理之日起60日内（《信访工作条例》第三十四条）；"
        "经本机关、单位负责人批准可以延长不超过30日，并告知信访人延期理由。"
    )
    assert term("trial").full_sentence() == (
        "审理：自受理移送审理之日起1个月内（《中国共产党纪律检查机关监督执纪工作规则》第五十五条）；"
        "经纪检监察机关负责人批准可以适当延长，写明延长后的届满日。"
    )


def test_a_local_term_names_no_article_and_no_date():
    assert term("promise").sentence() == "自签订承诺书之日起60日内（本地工作规定）"
    assert term("promise").in_force_since is None


def test_a_term_knows_its_instrument_and_since_when_it_holds():
    found = term("petition_transfer")

    assert (found.instrument, found.in_force_since) == ("信访工作条例", date(2022, 5, 1))


def test_every_term_that_nobody_checked_in_print_can_be_set_by_the_office():
    unchecked = [each.key for each in TERMS.values() if not each.grade.is_firm and not each.configurable]

    assert unchecked == []


def test_the_office_sets_its_own_promise():
    own = configured(term("promise"), length=20, unit=WD)

    assert own.sentence() == "自签订承诺书之日起20个工作日内（本地工作规定）"
    assert term("promise") is local_practice.PROMISE_TERM


def test_what_the_law_fixes_cannot_be_set():
    with pytest.raises(TermIsFixed) as refusal:
        configured(term("acceptance_notice"), length=20, unit=WD)

    assert str(refusal.value) == (
        "“实名检举控告受理告知”由《纪检监察机关处理检举控告工作规则》第二十六条规定，不能自行调整"
    )


def test_a_term_of_no_length_is_refused():
    with pytest.raises(TermIsFixed) as refusal:
        configured(term("promise"), length=0, unit=WD)

    assert str(refusal.value) == "“双方承诺书约定的办结”的期限应当至少为1个工作日"


def test_an_unknown_key_is_named():
    with pytest.raises(UnknownTerm) as fault:
        term("nothing")

    assert str(fault.value) == "没有“nothing”这一办理期限"
