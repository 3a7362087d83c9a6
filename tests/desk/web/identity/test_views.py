"""Opening who reported: asked with a reason, granted by another, seen for minutes, told at every step."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, MONDAY, REPORTER, a_letter, about_the_secretary
from tests.toolkit.files import samples
from yixian.desk.identities import steps_of
from yixian.protection.actions import make_code
from yixian.protection.models import Alert, IdentityRequest
from yixian.reception.actions import register_letter
from yixian.toolkit.files import PICTURES, take_in
from yixian.trail.queries import entries

URL = "/desk/identity"
REASON = "需要当面核实书写人是否为本人"


@pytest.fixture
def report(town):
    return a_letter(town).report


def ask(town, report, who: str = "clerk"):
    client = sit(town, who)
    client.post(f"/desk/reports/{report.pk}/request-identity", {"reason": REASON})
    return client, IdentityRequest.objects.get()


def decide(client, request, verdict: str):
    return client.post(f"{URL}/{request.pk}", {"verdict": verdict}, follow=True)


def test_a_request_waits_with_its_number_and_tells_no_name(town, report):
    client, _ = ask(town, report)

    shown = page(client.get(URL))

    assert f"来件 {report.number}" in shown
    assert "待批准" in shown
    assert REASON not in shown
    assert REPORTER.name not in shown


@pytest.mark.parametrize("who", ["custodian", "chief"])
def test_another_person_reads_the_reason_and_grants(town, report, who):
    _, request = ask(town, report)
    granter = sit(town, who)

    before = page(granter.get(f"{URL}/{request.pk}"))
    after = page(decide(granter, request, "grant"))

    request.refresh_from_db()
    assert REASON in before
    assert "可以查看到 " in after
    assert request.decided_by_id == town.staff[who].pk
    assert REPORTER.name not in before + after


def test_the_asker_sees_the_identity_until_the_minute_that_is_written(town, report):
    client, request = ask(town, report)
    decide(sit(town, "custodian"), request, "grant")
    request.refresh_from_db()

    answer = client.post(f"{URL}/{request.pk}/view")

    shown = page(answer)
    until = timezone.localtime(request.expires_at)
    assert REPORTER.name in shown
    assert REPORTER.phone in shown
    assert f"<strong>{until:%H:%M}</strong>" in shown
    assert 'http-equiv="refresh"' in shown
    assert answer["Cache-Control"] == "no-store"


def signed_letter_with_a_page(town):
    page_of_it = take_in("第一页.png", samples.png(), PICTURES)
    return register_letter(
        by=town["clerk"], facts=replace(LETTER, pages=(page_of_it,)), code=make_code(), on=MONDAY
    ).report


def test_the_pages_of_the_signed_letter_are_seen_under_the_same_grant(town):
    client, request = ask(town, signed_letter_with_a_page(town))
    decide(sit(town, "custodian"), request, "grant")

    shown = page(client.post(f"{URL}/{request.pk}/view"))
    answer = client.get(f"{URL}/{request.pk}/files/1")

    assert f"{URL}/{request.pk}/files/1" in shown
    assert (answer["Content-Type"], answer["Content-Security-Policy"][:7]) == ("image/png", "sandbox")
    assert client.get(f"{URL}/{request.pk}/files/2").status_code == 404
    assert entries(act="protection.view_identity_file").count() == 1


def test_a_page_is_not_seen_before_the_grant_nor_by_another(town):
    client, request = ask(town, signed_letter_with_a_page(town))

    before = client.get(f"{URL}/{request.pk}/files/1", follow=True)
    other = sit(town, "chief").get(f"{URL}/{request.pk}/files/1")

    assert "还没有批准" in page(before)
    assert other.status_code == 404


def test_every_step_tells_who_and_when_and_the_chief_is_told(town, report):
    client, request = ask(town, report)
    custodian = sit(town, "custodian")
    decide(custodian, request, "grant")
    client.post(f"{URL}/{request.pk}/view")

    shown = page(custodian.get(f"{URL}/{request.pk}"))

    kinds = sorted(Alert.objects.order_by("pk").values_list("kind", flat=True))
    assert [word in shown for word in ("提出申请", "批准查看", "查看身份", "接访甲", "保管丁")] == [True] * 5
    assert kinds == ["identity_granted", "identity_opened"]
    assert entries(act="protection.view_identity").count() == 1


def test_after_the_minutes_nothing_is_shown(town, report):
    client, request = ask(town, report)
    decide(sit(town, "custodian"), request, "grant")
    IdentityRequest.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    listed = page(client.get(URL))

    assert "查看时限已过" in listed
    assert "查看身份</button>" not in listed


def test_a_refused_request_shows_nothing(town, report):
    client, request = ask(town, report)
    decide(sit(town, "custodian"), request, "refuse")

    answer = client.post(f"{URL}/{request.pk}/view")

    assert "还没有批准" in page(answer)
    assert REPORTER.name not in page(answer)


def test_nobody_grants_the_own_request(town, report):
    client, request = ask(town, report, "chief")

    listed, answer = page(client.get(URL)), decide(client, request, "grant")

    request.refresh_from_db()
    assert "没有等您批准的申请" in listed
    assert answer.status_code == 404
    assert request.state == "asked"


def test_nobody_sees_by_the_request_of_another(town, report):
    _, request = ask(town, report)
    decide(sit(town, "custodian"), request, "grant")

    answer = sit(town, "chief").post(f"{URL}/{request.pk}/view")

    assert answer.status_code == 404


def test_a_link_alone_opens_nothing(town, report):
    client, request = ask(town, report)
    decide(sit(town, "custodian"), request, "grant")

    answer = client.get(f"{URL}/{request.pk}/view")

    assert answer.status_code == 302
    assert entries(act="protection.view_identity").count() == 0


def test_a_decision_is_made_once(town, report):
    _, request = ask(town, report)
    custodian, chief = sit(town, "custodian"), sit(town, "chief")
    decide(custodian, request, "refuse")

    shown = page(decide(chief, request, "grant"))

    assert "已经办理" in shown
    assert IdentityRequest.objects.get().state == "refused"


def test_without_a_choice_the_page_says_what_is_missing(town, report):
    _, request = ask(town, report)

    shown = page(decide(sit(town, "custodian"), request, ""))

    assert "请选择决定" in shown


def test_another_office_knows_of_no_request(town, report):
    _, request = ask(town, report)
    county = sit(town, "county_custodian")

    listed, answer = page(county.get(URL)), county.get(f"{URL}/{request.pk}")

    assert "没有等您批准的申请" in listed
    assert answer.status_code == 404


def test_a_request_about_the_reported_side_is_not_told_to_it(town):
    report = about_the_secretary(town).report
    _, request = ask(town, report)

    answers = [sit(town, who).get(f"{URL}/{request.pk}").status_code for who in ("reported", "relative")]

    assert answers == [403, 403]


def test_a_step_says_the_day_and_who_beside_it_and_the_minute_below(town, report):
    ask(town, report)

    step = steps_of(IdentityRequest.objects.get())[0]

    assert (step.by, re.fullmatch(r"\d\d:\d\d", step.detail) is not None) == ("接访甲", True)
