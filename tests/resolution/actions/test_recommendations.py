import pytest

from tests.reception.township import MONDAY
from tests.resolution.casework import with_team
from tests.resolution.following import APRIL, advised, answered
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.actions import GivesAway
from yixian.reception.refusals import TooEarly
from yixian.regulations.outcomes import Advice
from yixian.resolution.actions import (
    NotFoundOutYet,
    check_recommendation,
    issue_recommendation,
    print_recommendation,
)
from yixian.resolution.enums import AdviceState as S
from yixian.resolution.models import Recommendation
from yixian.trail.steps import NotInThisState


@pytest.mark.parametrize(
    ("kind", "title", "article"),
    [
        (Advice.PARTY, "纪律检查建议书", "监督执纪工作规则"),
        (Advice.STATE, "监察建议书", "中华人民共和国监察法"),
    ],
)
def test_a_unit_is_advised_by_a_numbered_letter_that_cites_its_law(town, kind, title, article):
    issued = advised(town, kind=kind)

    paper = print_recommendation(by=town["chief"], recommendation=issued)
    assert (issued.number, paper.title) == ("青纪信〔2026〕1号", title)
    assert article in paper.text
    assert "青禾镇民政办" in paper.text
    assert "2026年4月10日前" in paper.text


@pytest.mark.parametrize("field", ["unit", "found", "advice"])
def test_the_letter_names_no_reporter(town, field):
    with pytest.raises(GivesAway, match="会暴露举报人"):
        advised(town, **{field: "据金丝雀姓名反映"})

    assert Recommendation.objects.count() == 0


def test_no_advice_before_it_was_found_out(town):
    with pytest.raises(NotFoundOutYet, match="初步核实中"):
        advised(town, with_team(town))


def test_a_day_that_has_passed_is_no_term(town):
    with pytest.raises(TooEarly, match="不得早于今天"):
        advised(town, due_on=MONDAY)


def test_only_the_chief_advises(town):
    with pytest.raises(NotPermitted):
        issue_recommendation(by=town["handler"], clue=with_team(town), facts=None, on=MONDAY)


def test_the_answer_is_recorded_once_and_sealed(town):
    issued = advised(town)

    done = answered(town, issued)

    assert (done.state, done.answered_on) == (S.ANSWERED, APRIL)
    assert read_text(done, "answer", by=town["chief"], about=done) == "已重新公示。"
    with pytest.raises(NotInThisState, match="已回复"):
        answered(town, done)


def test_an_answer_has_words(town):
    with pytest.raises(TextMissing, match="请填写对方的回复"):
        answered(town, answer=" ")


@pytest.mark.parametrize(("settled", "stands"), [(True, S.SETTLED), (False, S.WANTING)])
def test_the_office_looks_whether_it_was_put_right(town, settled, stands):
    done = answered(town)

    seen = check_recommendation(
        by=town["handler"], recommendation=done, settled=settled, found="到村里看过公示栏。", on=APRIL
    )

    assert (seen.state, seen.checked_on) == (stands, APRIL)
    assert read_text(seen, "checked", by=town["chief"], about=seen) == "到村里看过公示栏。"


def test_nothing_is_looked_at_before_the_unit_answered(town):
    with pytest.raises(NotInThisState, match="待回复"):
        check_recommendation(
            by=town["handler"], recommendation=advised(town), settled=True, found="好", on=APRIL
        )
