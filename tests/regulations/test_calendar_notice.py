"""The State Council's notice, pasted: read as the shipped year, and its slips told by line."""

from datetime import date, timedelta

import pytest

from yixian.regulations.calendar import WorkingCalendar, published_calendar
from yixian.regulations.calendar_file import CalendarYearInvalid, parse_year
from yixian.regulations.calendar_notice import arrangements, notice_year

NOTICE_2026 = """国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
  二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七 、国庆节：10月1日（周四）至7日（周三）放假调休，共7天 。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日
"""


def told(line: str) -> list[str]:
    return list(arrangements(line, 2027))


def test_the_pasted_notice_of_2026_gives_the_same_working_days_as_the_shipped_year():
    pasted, shipped = WorkingCalendar.of([parse_year(NOTICE_2026)]), published_calendar()
    days = [date(2026, 1, 1) + timedelta(days=offset) for offset in range(365)]

    assert [day for day in days if pasted.is_working_day(day) != shipped.is_working_day(day)] == []


def test_the_year_is_the_one_in_the_title_not_the_day_of_signing():
    assert notice_year(NOTICE_2026) == 2026
    assert notice_year("# 2027年节假日安排\n2027-01-01,放假,元旦") is None


def test_a_single_day_and_a_make_up_rest_day_are_read():
    assert told("三、清明节：4月5日放假，4月7日（星期一）补休。") == [
        "2027-04-05至2027-04-05,放假,清明节",
        "2027-04-07至2027-04-07,放假,清明节",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "一、元旦：12月31日（周五）至1月2日（周日）放假调休，共3天。",
        "一、元旦：2026年12月31日至2027年1月2日放假，共3天。",
    ],
)
def test_new_year_may_begin_in_the_december_before(line):
    assert told(line) == ["2026-12-31至2027-01-02,放假,元旦"]


def test_a_span_over_the_end_of_a_month_is_read():
    assert told("二、春节：1月31日至2月6日放假调休，共7天。") == ["2027-01-31至2027-02-06,放假,春节"]


def test_prose_arranges_nothing():
    assert told("节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。") == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("共9天", "共8天", "第5行：“春节”一段写明共8天，按日期计算是9天"),
        ("5月1日（周五）", "5月32日（周五）", "第7行：“劳动节”一段中“5月32日至5日”不是可用的日期"),
        ("1月4日（周日）上班", "1月5日上班", "第4行：2026-01-05不是星期六或者星期日，不用写“上班”"),
    ],
)
def test_a_slip_is_told_by_its_line(right, wrong, problem):
    with pytest.raises(CalendarYearInvalid) as fault:
        parse_year(NOTICE_2026.replace(right, wrong))

    assert problem in fault.value.problems
