from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import four_characteristics


def measured(rows):
    return four_characteristics(rows, HALF_YEAR)


def test_what_the_data_lack_is_said_and_nothing_is_claimed():
    found = measured([row(1)])

    assert [one.headline.value for one in found.all] == [None] * 4
    assert [one.headline.lacking for one in found.all] == [
        "没有诉求动机的判断，无法测算",
        "没有被反映对象的信息，无法测算",
        "没有五项要素的判断，无法测算",
        "没有信访方式的记录，无法测算",
    ]


def test_reports_outside_the_period_are_not_measured():
    assert measured([row(1, motive="self"), row(2, "2025-01-01", motive="public")]).motive.headline.base == 1
