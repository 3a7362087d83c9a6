from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import four_characteristics


def measured(rows):
    return four_characteristics(rows, HALF_YEAR)


def test_content_is_abstract_where_two_elements_or_more_are_missing():
    def stated(id, **over):
        return row(id, **{"who": True, "what": True, "when": True, "where": True, "evidence": True, **over})

    rows = [stated(1), stated(2, when=False), stated(3, when=False, evidence=False), row(4)]

    found = measured(rows).content

    assert (found.headline.value, found.headline.rows) == (1 / 3, ("3",))
    assert found.figure("content.when").value == 2 / 3
    assert found.figure("content.who").value == 0
    assert [(line.label, line.count) for line in found.breakdown("missing").lines] == [
        ("缺0项", 1),
        ("缺1项", 1),
        ("缺2项", 1),
    ]
