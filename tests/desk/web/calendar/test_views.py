"""/desk/calendar: a month or a list of what was promised, mine or all, without a word of what it is about."""

import re

from tests.desk.sitting import page, sit
from tests.reception.meetings import a_follow_up, a_report, an_outing
from tests.reception.township import LETTER, MONDAY, TUESDAY, a_letter
from yixian.reception.actions import make_promise
from yixian.reception.models import Clock


def words(answer) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", page(answer)))


def test_the_list_goes_by_weeks_and_leads_to_the_report(town):
    report = a_report(town).report
    an_outing(town, report)

    answer = sit(town).get("/desk/calendar")

    assert "3月2日—3月8日" in page(answer)
    assert f'href="/desk/reports/{report.pk}">2026-0001</a>' in page(answer)
    assert "3月5日星期四2026-0001下访3月5日·还有1天" in words(answer)
    assert LETTER.title not in page(answer)


def test_the_month_shows_each_day_in_its_place(town):
    a_follow_up(town, a_report(town).report)

    answer = sit(town).get("/desk/calendar?view=month")

    assert "3月6日星期五2026-0001后续事项（接访甲）" in words(answer)
    assert page(answer).count("calendar-day") == 42


def test_what_is_late_stands_first_with_a_word_and_a_shape(town, settings):
    a_follow_up(town, a_report(town).report)
    settings.YIXIAN_TODAY = settings.YIXIAN_TODAY.replace(day=10)

    listed = page(sit(town).get("/desk/calendar?month=2026-04"))
    month = words(sit(town).get("/desk/calendar?view=month"))

    assert "已经超期" in listed
    assert "已超期 4 天" in listed
    assert "due-late" in listed
    assert "后续事项（接访甲）已超期" in month


def test_mine_is_mine_and_all_is_what_i_may_see(town):
    an_outing(town, a_report(town).report)
    chief = sit(town, "chief")

    assert "这个月没有到期的事项" in page(chief.get("/desk/calendar"))
    assert "下访" in words(chief.get("/desk/calendar?who=all")).split("承诺日历", 2)[-1]


def test_a_provisional_day_says_that_it_is_one(town):
    report = a_report(town).report
    Clock.objects.filter(report=report, term_key="acceptance_notice").update(provisional=True)

    for view in ("list", "month"):
        assert "暂定</span>" in page(sit(town).get(f"/desk/calendar?view={view}"))


def test_turning_the_month_keeps_the_view(town):
    answer = page(sit(town).get("/desk/calendar?view=month&who=all"))

    assert "?month=2026-02&amp;view=month&amp;who=all" in answer


def test_a_first_letter_without_a_promise_is_offered_one(town):
    report = a_report(town).report
    client = sit(town)
    before = words(client.get("/desk/calendar"))
    make_promise(by=town["clerk"], report=report, on=TUESDAY)

    assert "初信初访，还没有签承诺书2026-0001签订双方承诺书" in before
    assert "还没有签承诺书" not in words(client.get("/desk/calendar"))


def test_the_dossier_says_how_far_the_promise_has_come(town):
    report = a_report(town).report
    client = sit(town)
    address = f"/desk/reports/{report.pk}"
    before = words(client.get(address))
    make_promise(by=town["clerk"], report=report, on=TUESDAY)
    made = words(client.get(address))
    client.post(f"{address}/notices/{report.notices.get().pk}")
    printed = words(client.get(address))
    signed = words(client.post(f"{address}/sign-promise", {"signed_on": "2026-03-04"}, follow=True))

    assert "双方承诺书还没有签" in before
    assert "双方承诺书已写成，还没有打印" in made
    assert "双方承诺书已打印，等双方签名" in printed
    assert "双方承诺书双方已签名（2026年3月4日）" in signed


def test_a_signing_before_it_was_made_is_refused_on_the_form(town):
    report = a_report(town).report
    make_promise(by=town["clerk"], report=report, on=TUESDAY)

    answer = sit(town).post(f"/desk/reports/{report.pk}/sign-promise", {"signed_on": MONDAY.isoformat()})

    assert "签名日期应当在写成承诺书以后" in page(answer)


def test_whoever_meets_no_reports_has_no_calendar(town):
    a_letter(town)

    assert sit(town, "analyst").get("/desk/calendar").status_code == 403
