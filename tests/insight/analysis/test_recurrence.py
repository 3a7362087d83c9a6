import datetime as dt

from yixian.insight.analysis.intake import Report
from yixian.insight.analysis.recurrence import presumed_repeats


def report(row, sender, day):
    cells = {"sender": sender} if sender else {}
    return Report(row, str(row), "甲", "乙", dt.date(2026, 1, day), None, cells)


def test_the_same_person_on_the_same_matter_is_a_repeat_from_the_second_time_on():
    reports = [
        report(1, "甲", 9),
        report(2, "甲", 3),
        report(3, "乙", 5),
        report(4, "甲", 10),
        report(5, "", 11),
    ]
    matters = {"1": "M1", "2": "M1", "3": "M1", "4": "M2", "5": "M1"}

    assert presumed_repeats(reports, matters) == {"1": True, "2": False, "3": False, "4": False}
