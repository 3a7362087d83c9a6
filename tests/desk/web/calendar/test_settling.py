from datetime import date

from tests.desk.sitting import page, sit
from tests.reception.actions.test_clocks import INVENTED_YEAR
from tests.reception.township import a_letter
from yixian.reception import clockwork
from yixian.roster.actions import enter_calendar_year

ADDRESS = "/desk/deadlines/provisional"


def test_the_days_of_a_year_are_settled_once_its_notice_is_there(town):
    clock = clockwork.start(a_letter(town).report, "promise", date(2026, 12, 14))
    chief = sit(town, "chief")

    early = page(chief.post(ADDRESS, {"year": "2027"}, follow=True))
    enter_calendar_year(by=town["admin"], text=INVENTED_YEAR, on=date(2026, 12, 20))
    done = page(chief.post(ADDRESS, {"year": "2027"}, follow=True))

    clock.refresh_from_db()
    assert ("还没有录入" in early, "已确定1项期限" in done, clock.provisional) == (True, True, False)
