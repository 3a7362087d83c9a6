"""Half-width stops in Chinese, and the round zero that the engine leaves out of years."""

import pytest

from yixian.toolkit.scans.signs import mended


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("青禾镇纪委:", "青禾镇纪委："),
        ("钱去了哪里?(共3次)", "钱去了哪里？（共3次）"),
        ("上午9:30到1,200元", "上午9:30到1,200元"),
        ("“好”,他说", "“好”，他说"),
    ],
)
def test_a_stop_beside_a_chinese_character_is_full_width(read, typed):
    assert mended(read, (1.0,) * len(read), ())[0] == typed


def test_the_round_zero_of_a_year_is_put_back_and_unsure():
    text, sure, gaps = mended("从二二一年起", (1.0,) * 6, (2, 4))

    assert (text, sure, gaps) == ("从二〇二一年起", (1.0, 1.0, 0.5, 1.0, 1.0, 1.0, 1.0), (5,))


@pytest.mark.parametrize("text", ["任职二三年", "二〇二一年", "十二二三年"])
def test_other_numerals_stay_as_they_are(text):
    assert mended(text, (1.0,) * len(text), ())[0] == text
