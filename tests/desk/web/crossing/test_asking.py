"""A township asks the county for cross-handling at the desk."""

from tests.desk.sitting import page, sit
from tests.reception.township import WEDNESDAY, a_letter
from yixian.assessment.models import CrossingRequest
from yixian.desk.waiting import waiting_for
from yixian.reception.actions import WebCorrections, register_web_report

WHY = "本镇承办人员都在被反映的单位工作过。"


def test_it_goes_up_from_the_dossier_and_is_filled_in_at_the_county(area):
    town = area.town
    report = a_letter(town).report
    chief, county = sit(town, "chief"), sit(town, "county_chief")

    offered = page(chief.get(f"/desk/reports/{report.pk}"))
    done = page(
        chief.post(f"/desk/reports/{report.pk}/ask-crossing", {"ground": "small", "why": WHY}, follow=True)
    )
    entry = page(county.get(f"/desk/inbox/{report.pk}"))
    asked = CrossingRequest.objects.get()
    register_web_report(
        by=town["county_chief"], report=asked.report, corrections=WebCorrections(), on=WEDNESDAY
    )
    dossier = page(county.get(f"/desk/reports/{report.pk}"))
    form = page(county.get(f"/desk/reports/{report.pk}/propose-crossing"))

    assert "提请县里交叉办理" in offered
    assert "已连同来件报县里" in done
    assert "乡镇提请交叉办理" in entry
    assert WHY in dossier
    assert f'value="{town.organ.pk}" selected' in form
    waits = [each.what for each in waiting_for(town["county_chief"], WEDNESDAY)]
    assert "乡镇提请交叉办理，提出人选" in waits


def test_nothing_moves_without_a_reason_and_what_was_chosen_stays(area):
    report = a_letter(area.town).report

    shown = page(
        sit(area.town, "chief").post(
            f"/desk/reports/{report.pk}/ask-crossing", {"ground": "small", "why": ""}
        )
    )

    assert "请填写理由" in shown
    assert "checked" in shown
    assert not CrossingRequest.objects.exists()


def test_a_county_is_not_offered_it(area):
    report = a_letter(area.town, who="county_clerk").report

    assert "提请县里交叉办理" not in page(sit(area.town, "county_chief").get(f"/desk/reports/{report.pk}"))
