"""期限总览: every running clock is counted once, in the grade of its day."""

from datetime import date

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import a_letter, about_the_secretary

pytestmark = pytest.mark.django_db
LAST_DAY, DAY_AFTER = date(2026, 3, 23), date(2026, 3, 24)
DEADLINES = "/desk/deadlines"


def test_a_term_shows_its_clocks_by_grade_with_the_article(town, settings):
    settings.YIXIAN_TODAY = LAST_DAY
    a_letter(town)

    shown = page(sit(town, "chief").get(DEADLINES))

    assert "到2026年3月23日，正在计算的期限共 <strong>1</strong> 项，超期 <strong>0</strong> 项" in shown
    assert "《纪检监察机关处理检举控告工作规则》第二十六条" in shown
    assert [f"{shape}" in shown for shape in "○◐●▲◆"] == [True] * 5


def test_what_is_late_leads_to_the_late_reports(town, settings):
    settings.YIXIAN_TODAY = DAY_AFTER
    number = a_letter(town).report.number
    client = sit(town, "chief")

    shown = page(client.get(DEADLINES))

    assert "超期 <strong>1</strong> 项" in shown
    assert number in page(client.get("/desk/ledger?overdue=on&order=due"))


def test_who_is_reported_is_not_told_even_by_a_count(town, settings):
    settings.YIXIAN_TODAY = DAY_AFTER
    about_the_secretary(town)

    shown = page(sit(town, "reported").get(DEADLINES))

    assert "没有正在计算的期限" in shown
