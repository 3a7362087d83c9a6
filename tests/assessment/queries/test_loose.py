"""Copies that were taken back are placed: by the cross-handling that ended, or by the transfer that came back."""

import pytest

from tests.assessment.actions.test_crossing import under_way
from tests.assessment.actions.test_parcels import objected, word
from tests.assessment.area import who_of
from tests.assessment.conftest import away
from tests.reception.township import WEDNESDAY
from yixian.assessment.actions import consent_to_objection, end_crossing, return_crossing
from yixian.assessment.models import CrossHandling
from yixian.assessment.queries import unplaced_reports
from yixian.protection.officer import Officer
from yixian.reception.actions import WebCorrections, register_web_report
from yixian.reception.enums import ReportState
from yixian.reception.models import Report

__all__ = ["away"]


def lacking(organ_id: int) -> list[tuple[str, str]]:
    found = unplaced_reports(Report.objects.filter(organ_id=organ_id).order_by("pk"))
    return [(each.number, lacks) for each, lacks in found]


def registered_there(area) -> tuple[CrossHandling, Officer]:
    crossing = under_way(area.town)
    lead = area.town[who_of(area.town, crossing.lead)]
    register_web_report(by=lead, report=crossing.copy, corrections=WebCorrections(), on=WEDNESDAY)
    return crossing, lead


def test_a_lent_copy_that_was_taken_back_is_no_stray(area):
    crossing, lead = registered_there(area)
    returned = return_crossing(by=lead, crossing=crossing, result="已查清。", on=WEDNESDAY)
    end_crossing(by=area.town["county_chief"], crossing=returned, on=WEDNESDAY)
    crossing.copy.refresh_from_db()

    assert crossing.copy.state == ReportState.PASSED_ON
    assert lacking(crossing.copy.organ_id) == []


def test_a_lent_copy_passed_on_by_nobody_is_still_a_stray(area):
    crossing, _ = registered_there(area)
    Report.objects.filter(pk=crossing.copy_id).update(state=ReportState.PASSED_ON)

    assert [lacks for _, lacks in lacking(crossing.copy.organ_id)] == ["已转出，没有转送记录"]


@pytest.mark.parametrize("registered", [True, False])
def test_what_a_sealed_file_took_back_is_no_stray(away, registered):
    arrival, transfer = objected(away, registered=registered)
    consent_to_objection(by=away["county_chief"], transfer=transfer, on=WEDNESDAY)
    word(away, transfer)
    arrival.report.refresh_from_db()

    assert arrival.report.state == (ReportState.PASSED_ON if registered else ReportState.VOIDED)
    assert lacking(away.organ.pk) == []
