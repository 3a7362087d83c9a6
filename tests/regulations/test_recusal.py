"""Recusal: each ground by itself, and nobody without one."""

import pytest

from yixian.regulations.recusal import (
    GROUNDS,
    RecusalFacts,
    RecusalGround,
    grounds_for_recusal,
    may_take_part,
)


@pytest.mark.parametrize(
    ("facts", "ground"),
    [
        (RecusalFacts(is_reported=True), RecusalGround.REPORTED),
        (RecusalFacts(is_relative_of_reported=True), RecusalGround.RELATIVE),
        (RecusalFacts(is_relative_of_reporter=True), RecusalGround.REPORTER_KIN),
        (RecusalFacts(has_interest=True), RecusalGround.INTEREST),
        (RecusalFacts(relative_has_interest=True), RecusalGround.INTEREST),
        (RecusalFacts(is_of_reported_unit=True), RecusalGround.REPORTED_UNIT),
        (RecusalFacts(declared_doubt=True), RecusalGround.OTHER),
    ],
)
def test_each_ground_bars_by_itself_and_is_enforced(facts, ground):
    assert grounds_for_recusal(facts) == (ground,)
    assert may_take_part(facts).blocks


def test_nobody_is_barred_without_a_ground():
    assert grounds_for_recusal(RecusalFacts()) == ()
    assert may_take_part(RecusalFacts())


def test_every_ground_has_its_predicate():
    assert list(GROUNDS) == list(RecusalGround)


def test_all_grounds_are_named():
    ruling = may_take_part(RecusalFacts(is_reported=True, has_interest=True))

    assert ruling.says == ("本人是被举报人；本人或者近亲属与办理事项有利害关系，应当回避，不得参与办理")
