from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import four_characteristics


def measured(rows):
    return four_characteristics(rows, HALF_YEAR)


def test_motive_is_the_share_of_self_interest_among_those_judged():
    found = measured([row(1, motive="self"), row(2, motive="mixed"), row(3, motive="public"), row(4)]).motive

    assert (found.headline.value, found.headline.base, found.headline.rows) == (1 / 3, 3, ("1",))
    assert found.figure("motive.involved").value == 2 / 3
