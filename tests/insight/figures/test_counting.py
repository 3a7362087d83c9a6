from tests.insight.figures.making import row
from yixian.insight.figures import Line, tally
from yixian.insight.figures.counting import Change, change, share


def test_a_tally_keeps_the_order_of_its_labels_and_the_ids_behind_each_line():
    rows = [row(1, kind="appeal"), row(2, kind="accusation"), row(3, kind="appeal"), row(4)]

    found = tally(
        *("kinds", "类别", "四类", rows, lambda one: (one.kind,) if one.kind else ()),
        labels={"accusation": "检举控告", "appeal": "申诉"},
    )

    assert found.lines == (
        Line("accusation", "检举控告", 1, 1 / 3, ("2",)),
        Line("appeal", "申诉", 2, 2 / 3, ("1", "3")),
    )
    assert (found.base, found.unknown) == (3, 1)


def test_a_row_with_several_values_counts_once_under_each():
    rows = [row(1, issues=("乱收费", "乱收费", "其他")), row(2, issues=("乱收费",))]

    found = tally("issues", "性质", "可多项", rows, lambda one: one.issues)

    assert [(line.key, line.count) for line in found.lines] == [("乱收费", 2), ("其他", 1)]
    assert found.base == 2


def test_a_share_is_measured_on_the_rows_that_say():
    rows = [row(1, signed=True), row(2, signed=False), row(3, signed=False), row(4)]

    figure = share("signed", "署名", "占比", rows, lambda one: one.signed, lacking="未登记")

    assert (figure.value, figure.base, figure.rows) == (1 / 3, 3, ("1",))


def test_a_share_of_nothing_says_what_is_lacking():
    figure = share("signed", "署名", "占比", [row(1)], lambda one: one.signed, lacking="未登记")

    assert (figure.value, figure.lacking) == (None, "未登记")


def test_a_change_without_anything_before_has_no_ratio():
    assert change("同比", 12, 10) == Change("同比", 10, 0.2)
    assert change("同比", 12, 0) == Change("同比", 0, None)
    assert change("同比", 12, None) == Change("同比", None, None)
