"""The yearly file as staff write it: what is read, and what each mistake is told."""

from datetime import date
from importlib.resources import files

import pytest

from yixian.regulations.calendar_file import CalendarYear, CalendarYearInvalid, parse_year, render_year

NOTICE = """\ufeff# 2027年节假日安排（样例）

日期,安排,名称
2027-01-01至2027-01-03,放假,元旦
2027年2月5日至2027年2月11日，放假，春节
2027-02-20,上班,春节
2027/4/5,放假,清明节
2027-05-01,放假,劳动节
2027-06-09,放假,端午节
2027-09-15,放假,中秋节
2027.10.1至2027.10.7,放假,国庆节
"""
FULL = NOTICE.splitlines()


def problems(text: str) -> list[str]:
    with pytest.raises(CalendarYearInvalid) as fault:
        parse_year(text)
    return fault.value.problems


def with_line(line: str) -> str:
    return NOTICE + line + "\n"


def test_spans_chinese_dates_and_chinese_commas_are_read():
    year = parse_year(NOTICE)

    assert year.year == 2027
    assert len(year.rest_days) == 3 + 7 + 1 + 1 + 1 + 1 + 7
    assert year.rest_days[date(2027, 2, 11)] == "春节"
    assert year.work_days == {date(2027, 2, 20): "春节"}


def test_a_year_written_out_reads_back_the_same():
    year = parse_year(NOTICE)

    assert parse_year(render_year(year)) == year


def test_the_shipped_files_are_what_the_program_would_write():
    folder = files("yixian.regulations") / "calendars"
    for entry in folder.iterdir():
        text = entry.read_text(encoding="utf-8")

        assert render_year(parse_year(text)) == text


def test_the_december_before_belongs_to_the_year_of_its_new_year():
    year = parse_year(with_line("2026-12-26,上班,元旦"))

    assert (year.year, list(year.work_days)) == (2027, [date(2026, 12, 26), date(2027, 2, 20)])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2027-02-30,放假,春节", "第12行：没有“2027-02-30”这一天"),
        ("二月五日,放假,春节", "第12行：看不懂日期“二月五日”，请写成 2027-01-01 的样子"),
        ("2027-03-04,休息,春节", "第12行：安排只能写“放假”或“上班”，现在是“休息”"),
        ("2027-03-04,放假", "第12行：应当是“日期,放假或上班,节日名称”三项，现在是“2027-03-04,放假”"),
        ("2027-03-04,放假,", "第12行：应当是“日期,放假或上班,节日名称”三项，现在是“2027-03-04,放假,”"),
        ("2027-03-04,上班,春节", "第12行：2027-03-04不是星期六或者星期日，不用写“上班”"),
        ("2027-02-05,放假,春节", "第12行：2027-02-05与第5行重复"),
        ("2027-02-20,放假,春节", "第12行：2027-02-20与第6行重复"),
        ("2027-03-09至2027-03-04,放假,春节", "第12行：“2027-03-09至2027-03-04”的起止日期不合理"),
        ("2027-03-01至2027-12-31,放假,春节", "第12行：“2027-03-01至2027-12-31”的起止日期不合理"),
        ("2026-11-30,放假,元旦", "第12行：2026-11-30不属于2027年的安排"),
    ],
)
def test_a_mistake_is_told_by_its_line(line, told):
    assert problems(with_line(line)) == [told]


def test_all_mistakes_are_told_at_once():
    text = with_line("二月五日,放假,春节\n2027-03-04,上班,春节")

    assert problems(text) == [
        "第12行：看不懂日期“二月五日”，请写成 2027-01-01 的样子",
        "第13行：2027-03-04不是星期六或者星期日，不用写“上班”",
    ]


def test_a_year_half_entered_names_the_festivals_that_are_missing():
    assert problems("\n".join(FULL[:6])) == ["缺少清明节、劳动节、端午节、中秋节、国庆节的放假安排"]


def test_an_empty_file_says_so():
    assert problems("# 2027年\n\n") == ["文件中没有任何节假日安排"]


def test_the_message_of_the_error_holds_every_problem():
    fault = CalendarYearInvalid(["第1行：甲", "第2行：乙"])

    assert str(fault) == "第1行：甲；第2行：乙"


def test_a_calendar_year_is_equal_by_its_days():
    assert CalendarYear(2027, {}, {}) == CalendarYear(2027, {}, {})
