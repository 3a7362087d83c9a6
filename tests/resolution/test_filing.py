from datetime import date

import pytest

from yixian.resolution.filing import (
    IndexLine,
    IndexUnreadable,
    index_text,
    placed,
    read_index,
    read_kept_index,
)

LINES = [
    IndexLine("核查报告", 8, date(2026, 3, 4), "青禾镇纪委", "青纪〔2026〕3号", "复印件"),
    IndexLine("证据目录", 1),
    IndexLine("登记表", 2, date(2026, 3, 2)),
]


def test_lines_are_read_as_they_were_written_in_the_order_of_the_text():
    assert read_index(index_text(LINES)) == LINES
    assert read_index(index_text(reversed(LINES))) == LINES[::-1]


def test_a_bar_from_the_keyboard_is_read_too():
    assert read_index("登记表|2|2026-03-02\n\n") == [LINES[2]]


def test_pages_are_counted_through_the_file():
    assert [(each.position, each.span) for each in placed(LINES)] == [(1, "1-8"), (2, "9"), (3, "10-11")]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("登记表", "第1行“登记表”的页数应当是1到9999的数"),
        ("登记表｜0", "第1行“登记表”的页数"),
        ("登记表｜２", "第1行“登记表”的页数"),
        ("登记表｜1\n｜3", "第2行没有题名"),
        ("登记表｜1｜3月4日", "第1行的日期“3月4日”读不懂"),
        ("a｜1｜｜｜｜｜｜", "第1行有8格，最多6格"),
        (f"{'长' * 121}｜1", "太长，每格最多120个字"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_its_number(told, why):
    with pytest.raises(IndexUnreadable, match=why):
        read_index(told)


def test_a_list_from_before_pages_were_counted_is_titles_alone():
    kept = read_kept_index("1.登记表 2.核查报告", 0)

    assert kept == [IndexLine("1.登记表 2.核查报告", 0)]
    assert [each.span for each in placed(kept)] == [""]
