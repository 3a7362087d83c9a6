from tests.insight.figures.making import HALF_YEAR, day, row
from yixian.insight.figures import months


def test_every_month_is_there_even_where_nothing_came():
    rows = [
        row(1, "2026-01-31", kind="accusation"),
        row(2, "2026-03-01"),
        row(3, "2025-12-01", closed_on=day("2026-03-02")),
    ]

    found = months(rows, HALF_YEAR)

    assert [(month.label, month.received, month.accusations, month.closed) for month in found] == [
        ("2026年1月", 1, 1, 0),
        ("2026年2月", 0, 0, 0),
        ("2026年3月", 1, 0, 1),
        ("2026年4月", 0, 0, 0),
        ("2026年5月", 0, 0, 0),
        ("2026年6月", 0, 0, 0),
    ]
