import datetime as dt
import json

import pytest

from yixian.insight.figures import Figure, as_plain
from yixian.insight.figures.characteristics.trend import Direction


def test_a_figure_becomes_plain_values_that_json_can_hold():
    figure = Figure("a", "甲", 1 / 3, "%", "定义", 3, ("1",))

    assert json.loads(json.dumps(as_plain(figure))) == {
        "key": "a",
        "title": "甲",
        "value": 0.333333,
        "unit": "%",
        "definition": "定义",
        "base": 3,
        "rows": ["1"],
        "lacking": "",
    }


def test_dates_and_words_are_written_out():
    assert as_plain((dt.date(2026, 3, 1), Direction.UP, None, {"a": 1})) == [
        "2026-03-01",
        "up",
        None,
        {"a": 1},
    ]


def test_long_lists_of_ids_are_left_to_the_rows_file():
    figure = Figure("a", "甲", 201, "件", "定义", 201, tuple(str(n) for n in range(201)))

    assert as_plain(figure)["rows"] == []


def test_anything_else_is_an_error_and_not_a_guess():
    with pytest.raises(TypeError, match="no plain form for object"):
        as_plain(object())
