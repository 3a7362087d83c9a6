"""The page of 对账: for the chief with links, for the auditor without, for nobody else."""

from datetime import date

import pytest

from tests.assessment.hard_matters import WEDNESDAY, a_matter
from tests.desk.sitting import page, sit
from tests.reception.township import PHRASE, REPORTER
from yixian.protection.actions import hand_keys
from yixian.protection.actions.accounts import new_phrase
from yixian.protection.officer import SYSTEM
from yixian.reception.models import Handling
from yixian.roster.actions import StaffFacts, add_staff, grant_role
from yixian.roster.enums import Role

URL = "/desk/figures/reconcile?span=own&start=2026-03-01&end=2026-03-31"


@pytest.fixture(autouse=True)
def _today(settings):
    settings.YIXIAN_TODAY = date(2026, 3, 12)


def astray(town):
    matter = a_matter(town)
    Handling.objects.all().delete()
    return matter


def test_the_chief_finds_each_stray_with_the_way_to_it(town):
    matter = astray(town)
    report = matter.links.get().report

    shown = page(sit(town, "chief").get(URL))

    assert "收结存相符，但有漏项" in shown
    assert f'href="/desk/matters/{matter.pk}">{matter.number}</a>' in shown
    assert f'href="/desk/reports/{report.pk}">{report.number}</a>' in shown
    assert "没有承办人" in shown
    assert REPORTER.name not in shown


def test_an_empty_office_is_sound(town):
    assert "收结存相符，没有漏项" in page(sit(town, "chief").get(URL))


def test_the_auditor_reads_the_numbers_and_is_led_into_no_report(town):
    matter = astray(town)
    facts = StaffFacts(username="qinghe.auditor", name="审计辛", organ=town.organ)
    town.staff["auditor"] = add_staff(by=SYSTEM, facts=facts)
    grant_role(by=SYSTEM, staff=town.staff["auditor"], role=Role.AUDITOR, on=WEDNESDAY)
    new_phrase(town.staff["auditor"], PHRASE + "auditor")
    hand_keys(by=town["chief"], staff=town.staff["auditor"])

    shown = page(sit(town, "auditor").get(URL))

    assert matter.number in shown
    assert f"/desk/matters/{matter.pk}" not in shown


@pytest.mark.parametrize("who", ["clerk", "handler", "analyst", "admin", "custodian"])
def test_it_is_for_the_chief_and_the_auditor_alone(town, who):
    assert sit(town, who).get(URL).status_code == 403
