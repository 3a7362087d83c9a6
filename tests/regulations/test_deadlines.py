"""Due dates, checked by hand where the wall calendar matters, and by the oracle for every day elsewhere."""

from datetime import date, timedelta

import pytest

from yixian.regulations.calendar import CalendarYear, published_calendar
from yixian.regulations.deadlines import (
    DueDate,
    ExtensionRefused,
    due,
    extend,
    suspend,
    working_days_left,
)
from yixian.regulations.terms import term

CALENDAR = published_calendar()


def test_fifteen_working_days_after_the_eve_of_the_2026_spring_festival_end_on_the_twelfth_of_march():
    received_on = date(2026, 2, 13)

    deadline = due(term("acceptance_notice"), received_on, CALENDAR)

    assert deadline.on == date(2026, 3, 12)


def test_a_letter_received_on_friday_is_due_upward_on_the_next_friday():
    received_on = date(2026, 3, 6)

    deadline = due(term("superior_report_upward"), received_on, CALENDAR)

    assert deadline.on == date(2026, 3, 13)


def test_a_month_without_the_corresponding_day_ends_on_its_last_day():
    received_on = date(2025, 12, 31)

    deadline = due(term("assignment_report"), received_on, CALENDAR)

    assert deadline.on == date(2026, 3, 31)
    assert due(term("disposal_proposal"), date(2024, 1, 31), CALENDAR).on == date(2024, 2, 29)


def test_an_end_inside_a_holiday_moves_to_the_first_working_day_after_it():
    received_on = date(2026, 2, 3)

    deadline = due(term("petition_transfer"), received_on, CALENDAR)

    assert deadline.on == date(2026, 2, 24)


def test_an_end_on_a_worked_saturday_stays_there():
    received_on = date(2026, 1, 30)

    deadline = due(term("petition_transfer"), received_on, CALENDAR)

    assert deadline.on == date(2026, 2, 14)


def test_the_basis_tells_the_whole_counting_in_one_sentence():
    deadline = due(term("acceptance_notice"), date(2026, 2, 13), CALENDAR)

    assert deadline.basis == (
        "2026年2月13日（收到之日）当日不计入（参照《中华人民共和国民法典》第二百零一条），"
        "自2026年2月14日起算15个工作日，其间休息日12天不计（含春节假期），"
        "调休上班的2月14日、2月28日计入，于2026年3月12日届满"
        "（《纪检监察机关处理检举控告工作规则》第二十六条）。"
    )


def test_the_basis_shows_the_move_off_a_rest_day():
    deadline = due(term("petition_transfer"), date(2026, 2, 3), CALENDAR)

    assert deadline.basis == (
        "2026年2月3日（收到之日）当日不计入（参照《中华人民共和国民法典》第二百零一条），"
        "自2026年2月4日起算15日，于2026年2月18日届满，该日为春节休息日，顺延至2026年2月24日"
        "（参照《中华人民共和国民法典》第二百零三条）（《信访工作条例》第二十二条）。"
    )


def test_a_date_that_leans_on_a_year_without_notice_is_provisional_and_says_so():
    deadline = due(term("superior_report_upward"), date(2026, 12, 29), CALENDAR)

    assert deadline.provisional
    assert deadline.on == date(2027, 1, 6)
    assert deadline.basis.endswith("；2027年节假日安排尚未公布或者录入，暂按周末和固定日期的法定节日推算。")


def test_entering_the_years_notice_settles_the_date():
    notice = CalendarYear(2027, {date(2027, 1, 1): "元旦"}, {date(2027, 1, 3): "元旦"})

    deadline = due(term("superior_report_upward"), date(2026, 12, 29), CALENDAR.with_year(notice))

    assert not deadline.provisional
    assert deadline.on == date(2027, 1, 5)


def test_a_date_that_ends_before_the_unknown_year_is_not_provisional():
    deadline = due(term("superior_report_upward"), date(2026, 12, 24), CALENDAR)

    assert deadline == DueDate(date(2026, 12, 31), False, "superior_report_upward", deadline.basis)


def test_working_days_left_counts_down_to_nothing_on_the_day_and_below_after_it():
    friday, due_on = date(2026, 3, 6), date(2026, 3, 12)

    left = [working_days_left(friday + timedelta(days=passed), due_on, CALENDAR) for passed in range(8)]

    assert left == [4, 4, 4, 3, 2, 1, 0, -1]


def test_an_extension_of_thirty_days_is_counted_from_the_due_date():
    deadline = due(term("petition_handling"), date(2026, 3, 2), CALENDAR)

    longer = extend(deadline, term("petition_handling"), CALENDAR)

    assert (deadline.on, longer.on) == (date(2026, 5, 6), date(2026, 6, 5))
    assert longer.basis == f"{deadline.basis}经批准延长，届满日由2026年5月6日改为2026年6月5日。"


def test_a_date_extended_or_suspended_into_a_year_without_notice_becomes_provisional():
    trial = term("trial")
    deadline = due(trial, date(2026, 11, 23), CALENDAR)

    longer = extend(deadline, trial, CALENDAR, until=date(2027, 1, 20))
    later = suspend(deadline, trial, CALENDAR, stopped_on=date(2026, 12, 1), resumed_on=date(2026, 12, 30))

    assert [each.provisional for each in (deadline, longer, later)] == [False, True, True]


def test_an_end_on_an_ordinary_weekend_says_so():
    deadline = due(term("petition_transfer"), date(2026, 3, 6), CALENDAR)

    assert deadline.on == date(2026, 3, 23)
    assert "于2026年3月21日届满，该日为周末休息日，顺延至2026年3月23日" in deadline.basis


def test_an_extension_may_be_shorter_than_the_longest():
    deadline = due(term("petition_handling"), date(2026, 3, 2), CALENDAR)

    longer = extend(deadline, term("petition_handling"), CALENDAR, until=date(2026, 5, 20))

    assert longer.on == date(2026, 5, 20)


def test_an_extension_beyond_the_longest_is_refused_with_the_article():
    deadline = due(term("petition_handling"), date(2026, 3, 2), CALENDAR)

    with pytest.raises(ExtensionRefused) as refusal:
        extend(deadline, term("petition_handling"), CALENDAR, until=date(2026, 6, 8))

    assert str(refusal.value) == "“信访事项办结”最迟可以延长至2026年6月5日（《信访工作条例》第三十四条）"


def test_a_second_extension_is_refused():
    deadline = due(term("petition_handling"), date(2026, 3, 2), CALENDAR)

    with pytest.raises(ExtensionRefused) as refusal:
        extend(deadline, term("petition_handling"), CALENDAR, extended_before=1)

    assert str(refusal.value) == "“信访事项办结”只能延长1次，已经延长过（《信访工作条例》第三十四条）"


def test_a_term_without_extension_cannot_be_extended():
    deadline = due(term("acceptance_notice"), date(2026, 3, 2), CALENDAR)

    with pytest.raises(ExtensionRefused) as refusal:
        extend(deadline, term("acceptance_notice"), CALENDAR)

    assert str(refusal.value) == (
        "“实名检举控告受理告知”没有延长的规定（《纪检监察机关处理检举控告工作规则》第二十六条）"
    )


def test_an_extension_without_a_figure_needs_the_approved_day():
    deadline = due(term("trial"), date(2026, 3, 2), CALENDAR)

    with pytest.raises(ExtensionRefused) as refusal:
        extend(deadline, term("trial"), CALENDAR)

    assert str(refusal.value) == (
        "“审理”延长没有固定期限，请填写批准的届满日（《中国共产党纪律检查机关监督执纪工作规则》第五十五条）"
    )
    assert extend(deadline, term("trial"), CALENDAR, until=date(2026, 5, 1)).on == date(2026, 5, 6)


def test_an_extension_never_shortens():
    deadline = due(term("trial"), date(2026, 3, 2), CALENDAR)

    with pytest.raises(ExtensionRefused) as refusal:
        extend(deadline, term("trial"), CALENDAR, until=deadline.on)

    assert str(refusal.value) == "延长后的届满日应当晚于原届满日2026年4月2日"


def test_a_stop_gives_a_working_day_term_its_working_days_back():
    deadline = due(term("acceptance_notice"), date(2026, 3, 2), CALENDAR)

    later = suspend(
        deadline,
        term("acceptance_notice"),
        CALENDAR,
        stopped_on=date(2026, 3, 6),
        resumed_on=date(2026, 3, 10),
    )

    assert (deadline.on, later.on) == (date(2026, 3, 23), date(2026, 3, 25))
    assert later.basis == (
        f"{deadline.basis}自2026年3月6日起停止计算，2026年3月10日恢复，不计入2个工作日，届满日改为2026年3月25日。"
    )


def test_a_stop_gives_a_calendar_term_its_days_back():
    deadline = due(term("petition_second_review_decision"), date(2026, 3, 2), CALENDAR)

    later = suspend(
        deadline,
        term("petition_second_review_decision"),
        CALENDAR,
        stopped_on=date(2026, 3, 6),
        resumed_on=date(2026, 3, 10),
    )

    assert (deadline.on, later.on) == (date(2026, 4, 1), date(2026, 4, 7))


def test_a_stop_that_ends_before_it_begins_is_refused():
    deadline = due(term("trial"), date(2026, 3, 2), CALENDAR)

    with pytest.raises(ValueError, match="恢复计算的日期应当晚于停止计算的日期"):
        suspend(deadline, term("trial"), CALENDAR, stopped_on=date(2026, 3, 10), resumed_on=date(2026, 3, 10))
