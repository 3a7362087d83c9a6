"""One press each: help given, an attempt to ring, and the page of today that says what is due."""

from tests.desk.sitting import page, sit
from tests.reception.township import MONDAY, TUESDAY
from tests.reception.visitors import VISIT, a_call, a_visit
from yixian.protection.actions import make_code
from yixian.reception.actions import CallbackFacts, agree_callback, register_visit
from yixian.reception.enums import CallbackState, HalfDay
from yixian.reception.models import Callback, VisitNeed


def agreed(town):
    report = a_call(town)
    facts = CallbackFacts(due_on=TUESDAY, half=HalfDay.MORNING)
    return agree_callback(by=town["clerk"], report=report, facts=facts, on=MONDAY)


def test_help_that_is_needed_stands_first_on_today_and_in_the_dossier_until_it_is_given(town):
    report, client = a_visit(town), sit(town)
    today, dossier = page(client.get("/desk/")), page(client.get(f"/desk/reports/{report.pk}"))

    client.post(f"/desk/reports/{report.pk}/needs/doctor/met")

    assert "来访人眼下需要" in today
    assert "需要就医" in today
    assert "需要就医" in dossier
    assert [each.kind for each in VisitNeed.objects.all()] == ["seat"]


def test_on_the_day_of_a_visit_help_can_still_be_noted(town, settings):
    settings.YIXIAN_TODAY = MONDAY
    report = register_visit(by=town["clerk"], facts=VISIT, code=make_code(), on=MONDAY).report
    client = sit(town)
    on_the_day = page(client.get(f"/desk/reports/{report.pk}"))

    settings.YIXIAN_TODAY = TUESDAY

    assert f'action="/desk/reports/{report.pk}/needs"' in on_the_day
    assert f'action="/desk/reports/{report.pk}/needs"' not in page(client.get(f"/desk/reports/{report.pk}"))


def test_a_need_is_added_and_a_word_that_nobody_keeps_is_not(town):
    report, client = a_visit(town), sit(town)

    client.post(f"/desk/reports/{report.pk}/needs", {"kind": "calm"})
    answer = client.post(f"/desk/reports/{report.pk}/needs", {"kind": "troublesome"})

    assert VisitNeed.objects.filter(kind="calm").exists()
    assert answer.status_code == 404


def test_a_callback_is_due_on_today_and_an_attempt_is_noted(town):
    callback, client = agreed(town), sit(town)
    before = page(client.get("/desk/"))

    client.post(f"/desk/reports/{callback.report_id}/callback/attempt", {"result": "no_answer"})
    dossier = page(client.get(f"/desk/reports/{callback.report_id}"))
    client.post(f"/desk/reports/{callback.report_id}/callback/attempt", {"result": "reached"})

    assert "3月3日上午回拨" in before
    assert "已试 1 次" in dossier
    assert "申请查看" in dossier
    assert Callback.objects.get().state == CallbackState.REACHED
    assert "回拨约定" not in page(client.get("/desk/"))


def test_a_callback_is_ended(town):
    callback = agreed(town)

    sit(town).post(f"/desk/reports/{callback.report_id}/callback/end")

    assert Callback.objects.get().state == CallbackState.ENDED


def test_a_callback_is_agreed_from_the_dossier(town):
    report = a_call(town)

    sit(town).post(
        f"/desk/reports/{report.pk}/callback", {"due_on": "2026-03-05", "half": "morning", "who": "office"}
    )

    assert [str(each) for each in Callback.objects.all()] == ["3月5日上午回拨"]
