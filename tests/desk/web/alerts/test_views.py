"""What the person in charge is told, and that somebody has seen it."""

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import MONDAY, REPORTER, TUESDAY, a_letter
from yixian.desk.waiting import waiting_for
from yixian.protection.actions import grant_role, hand_keys, raise_alert
from yixian.protection.enums import AlertKind
from yixian.protection.models import Alert
from yixian.roster.enums import Role

URL = "/desk/alerts"


@pytest.fixture
def alert(town) -> Alert:
    report = a_letter(town).report
    return raise_alert(
        by=town["clerk"],
        organ_id=town.organ.pk,
        kind=AlertKind.IDENTITY_OPENED,
        subject=report.trail_subject,
    )


@pytest.fixture
def auditor(town) -> str:
    """Who reads the trail, with the keys that the role needs."""
    staff = town.staff["analyst"]
    grant_role(by=town["admin"], staff=staff, role=Role.AUDITOR, on=MONDAY)
    hand_keys(by=town["chief"], staff=staff)
    return "analyst"


def test_an_alert_tells_what_who_and_on_which_report(town, alert):
    shown = page(sit(town, "chief").get(URL))

    assert [word in shown for word in ("举报人身份被查看", "接访甲", "来件 2026-0001")] == [True] * 3
    assert REPORTER.name not in shown


def test_an_alert_is_seen_once_by_name_and_stays_readable(town, alert):
    chief = sit(town, "chief")

    shown = page(chief.post(f"{URL}/{alert.pk}/seen", follow=True))
    again = chief.post(f"{URL}/{alert.pk}/seen")

    alert.refresh_from_db()
    assert "没有新的提醒" in shown
    assert "举报人身份被查看" in shown
    assert "书记丙" in shown
    assert alert.seen_by_id == town.staff["chief"].pk
    assert again.status_code == 404


def test_the_auditors_look_takes_nothing_off_the_chiefs_day(town, alert, auditor):
    looking, chief = sit(town, auditor), sit(town, "chief")

    looked = page(looking.post(f"{URL}/{alert.pk}/seen", follow=True))
    still = page(chief.get(URL))

    alert.refresh_from_db()
    assert (alert.seen_by_id, alert.looked_by_id) == (None, town.staff[auditor].pk)
    assert ("没有新的提醒" in looked, "纪委书记还没有看" in looked) == (True, True)
    assert "没有新的提醒" not in still
    assert [line.what for line in waiting_for(town["chief"], TUESDAY)] == ["提醒"]
    assert waiting_for(town[auditor], TUESDAY) == []


def test_what_the_chief_has_seen_the_auditor_still_looks_at(town, alert, auditor):
    looking, chief = sit(town, auditor), sit(town, "chief")
    chief.post(f"{URL}/{alert.pk}/seen")

    waiting = page(looking.get(URL))
    looking.post(f"{URL}/{alert.pk}/seen")
    both = page(chief.get(URL))

    assert ("没有新的提醒" in waiting, "书记丙" in waiting) == (False, True)
    assert town.staff[auditor].name in both


def test_every_kind_of_alert_can_be_shown(town):
    for kind in AlertKind:
        raise_alert(by=town["clerk"], organ_id=town.organ.pk, kind=kind)

    shown = page(sit(town, "chief").get(URL))

    assert [kind.label in shown for kind in AlertKind] == [True] * len(AlertKind)


def test_another_office_is_told_nothing(town, alert):
    chief = sit(town, "county_chief")

    shown, answer = page(chief.get(URL)), chief.post(f"{URL}/{alert.pk}/seen")

    assert "没有新的提醒" in shown
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["clerk", "handler", "custodian", "admin", "analyst"])
def test_who_is_not_in_charge_meets_no_alert(town, alert, who):
    client = sit(town, who)

    answers = [client.get(URL), client.post(f"{URL}/{alert.pk}/seen")]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_today_leads_the_chief_to_the_alerts(town, alert):
    shown = page(sit(town, "chief").get("/desk/"))

    assert f'href="{URL}"' in shown


def test_whoever_opened_a_letter_of_retaliation_is_not_taken_for_its_author(town):
    subject = a_letter(town).report.trail_subject
    raise_alert(by=town["clerk"], organ_id=town.organ.pk, kind=AlertKind.RETALIATION_TOLD, subject=subject)

    shown = page(sit(town, "chief").get(URL))

    assert ">接访甲拆阅<" in shown
