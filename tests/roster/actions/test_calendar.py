import pytest

from tests.roster.conftest import DAY, acting, year_text
from yixian.roster.actions import NotKeeper, YearUnreadable, enter_calendar_year
from yixian.roster.enums import Role
from yixian.roster.models import CalendarYear
from yixian.roster.queries import working_calendar


def test_a_year_is_entered_and_counted_with(admin, admin_account):
    entry = enter_calendar_year(by=admin, text=year_text(2031), on=DAY)

    assert (entry.year, entry.entered_by, entry.entered_on) == (2031, admin_account, DAY)
    assert working_calendar().is_published(2031) is True


def test_entering_a_year_again_corrects_it(admin):
    enter_calendar_year(by=admin, text=year_text(2031), on=DAY)

    enter_calendar_year(by=admin, text=year_text(2031).replace("06-10", "06-11"), on=DAY)

    assert [entry.text.count("2031-06-11") for entry in CalendarYear.objects.all()] == [1]


def test_a_file_at_fault_is_refused_line_by_line(admin):
    with pytest.raises(YearUnreadable) as refused:
        enter_calendar_year(by=admin, text=year_text(2031).replace("06-10", "06-31"), on=DAY)

    assert refused.value.problems == ["第7行：没有“2031-06-31”这一天", "缺少端午节的放假安排"]
    assert CalendarYear.objects.count() == 0


def test_a_clerk_cannot_enter_a_year(clerk):
    with pytest.raises(NotKeeper):
        enter_calendar_year(by=acting(clerk, Role.CLERK), text=year_text(2031), on=DAY)
