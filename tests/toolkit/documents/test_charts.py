import io

import pytest
from PIL import Image

from yixian.toolkit.documents import Series, bar_chart, column_chart, line_chart, stacked_bar
from yixian.toolkit.documents.fonts import chart_face

DRAWINGS = {
    "bars": lambda: bar_chart(["村干部", "镇干部"], [12, 3], share=True),
    "columns": lambda: column_chart(["1月", "2月", "3月"], [3, 0, 7]),
    "lines": lambda: line_chart(["1月", "2月"], [Series("甲", [0.1, None]), Series("乙", [0.2, 0.3])]),
    "stack": lambda: stacked_bar([("个人", 3), ("公共", 1)]),
    "nothing": lambda: column_chart([], []),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_chart_is_drawn_the_same_each_time(name):
    first, second = DRAWINGS[name](), DRAWINGS[name]()

    assert first == second
    assert Image.open(io.BytesIO(first)).width > 1000


def test_the_chart_face_comes_from_the_installed_wheel():
    assert chart_face() == "Noto Sans SC"


def test_no_character_of_a_chart_is_missing_from_its_face(recwarn):
    bar_chart(["村（社区）党组织书记、主任", "“失职渎职包庇”"], [1, 2])

    assert [str(warning.message) for warning in recwarn if "Glyph" in str(warning.message)] == []
