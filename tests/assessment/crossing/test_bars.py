"""Nobody who stands too near is ever proposed, however much else speaks for them."""

import pytest

from tests.assessment.crossing.people import everyone, handler, matter, proposal
from yixian.assessment.crossing import Bar, NoProposal, bar_of, propose

FREE = handler(2)
BARRED = [
    (Bar.OWN_TOWNSHIP, {"township": 2}),
    (Bar.CLOSED_TOWNSHIP, {"closed_townships": frozenset({2})}),
    (Bar.RECUSED, {"recused": frozenset({21})}),
    (Bar.RELATED, {"related": frozenset({21})}),
    (Bar.OF_UNIT, {"of_unit": frozenset({21})}),
    (Bar.SERVED, {"served": frozenset({21})}),
    (Bar.DECLINED, {"declined": frozenset({21})}),
]


@pytest.mark.parametrize(("bar", "tie"), BARRED)
def test_each_tie_bars(bar, tie):
    assert bar_of(matter(), FREE) is None
    assert bar_of(matter(**tie), FREE) is bar


def test_a_full_hand_bars():
    assert bar_of(matter(), handler(2, in_hand=12, capacity=12)) is Bar.FULL


@pytest.mark.parametrize(("bar", "tie"), BARRED)
def test_the_best_handler_is_passed_over_when_barred(bar, tie):
    best = {"skills": frozenset({"查账"})}
    people = [handler(2, 1, **best), *(handler(town, n, load=90) for town in (2, 3) for n in (2, 3))]
    wanted = {"skills": frozenset({"查账"}), "previous": frozenset({21})}

    free = proposal(matter(**wanted), people)
    barred = proposal(matter(**{**wanted, **tie}), people)

    assert free.pair.lead.id == 21
    assert 21 not in (barred.pair.lead.id, barred.pair.second.id)


def test_a_barred_handler_is_no_runner_up_either():
    tied = frozenset({31, 32, 33, 41, 42, 43})

    answer = proposal(matter(related=tied), everyone())

    assert answer.runner_up is not None
    assert not tied & {answer.runner_up.lead.id, answer.runner_up.second.id}


def test_where_all_are_barred_the_answer_counts_the_reasons():
    people = [handler(1), handler(2, 1), handler(2, 2), handler(3, 1), handler(3, 2)]

    (answer,) = propose([matter(related=frozenset({21, 22}), recused=frozenset({31}))], people)

    assert answer == NoProposal(
        matter(related=frozenset({21, 22}), recused=frozenset({31})),
        (
            "1人与被反映一方同在一个乡镇（街道）。",
            "1人已经申报或者被申请回避。",
            "2人是被反映人或者其申报的近亲属。",
            "其余1人所在的乡镇（街道）凑不齐主办、协办两人，或者没有余力。",
            "建议由县（市、区）纪委监委直接办理，或者报上级指定。",
        ),
    )


def test_an_empty_roster_is_told():
    (answer,) = propose([matter()], [])

    assert answer.reasons == ("名册里没有可以承办的人员，请先登记各乡镇（街道）的承办人。",)
