from tests.insight.figures.making import HALF_YEAR, day, row
from yixian.insight.figures import outcomes


def test_one_report_on_three_people_can_end_in_three_ways():
    rows = [row(1, outcomes=("admonition", "criticism", "filed")), row(2, outcomes=("criticism",))]

    found = outcomes(rows, HALF_YEAR)

    assert [(line.label, line.count, line.rows) for line in found.persons.lines] == [
        ("立案", 1, ("1",)),
        ("批评教育", 2, ("1", "2")),
        ("诫勉谈话", 1, ("1",)),
    ]
    assert (found.persons.base, found.reports) == (4, 2)


def test_outcomes_count_when_the_report_was_closed():
    rows = [
        row(1, "2025-12-01", closed_on=day("2026-01-05"), outcomes=("criticism",)),
        row(2, "2026-06-01", closed_on=day("2026-07-05"), outcomes=("criticism",)),
    ]

    assert outcomes(rows, HALF_YEAR).persons.lines[0].rows == ("1",)
