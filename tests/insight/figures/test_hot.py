from tests.insight.figures.making import day, row
from yixian.insight.figures import hot_matters
from yixian.language.heat import Report, rank

ROWS = [
    row(1, "2026-01-01", matter="M1", title="西塘路夜间施工扰民", place="青禾镇", kind="out_of_scope"),
    row(2, "2026-01-03", matter="M1", title="西塘路夜间施工扰民", place="青禾镇", kind="accusation"),
    row(3, "2026-01-05", matter="M1", title="又是施工", kind="out_of_scope"),
    row(4, "2026-01-05", matter="M2", title="路灯不亮", kind="out_of_scope"),
    row(5, "2026-01-06", matter="M3", title="低保名额", kind="out_of_scope"),
    row(6, "2026-01-07", matter="M3", title="低保名额", kind="out_of_scope"),
]
HEATS = rank(
    [Report(one.id, f"人{one.id}", one.received_on, supporters=2) for one in ROWS],
    {one.id: one.matter for one in ROWS},
)


def test_the_hottest_comes_first_with_its_reason_and_the_rows_behind_it():
    first = hot_matters(ROWS, HEATS)[0]

    assert (first.matter, first.rank, first.count, first.reporters) == ("M1", 1, 3, 3)
    assert (first.title, first.place) == ("西塘路夜间施工扰民", "青禾镇")
    assert (first.first_on, first.last_on) == (day("2026-01-01"), day("2026-01-05"))
    assert first.kinds == {"accusation": 1, "out_of_scope": 2}
    assert first.reason == "3人反映3件，三十日内最多3件，获支持6次"
    assert first.rows == ("1", "2", "3")


def test_a_lone_report_is_not_hot():
    assert [one.matter for one in hot_matters(ROWS, HEATS)] == ["M1", "M3"]


def test_the_list_can_be_kept_to_matters_with_an_accusation():
    assert [one.matter for one in hot_matters(ROWS, HEATS, kind="accusation")] == ["M1"]
