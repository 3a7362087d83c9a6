"""片区交叉办理 in a real browser, on both sides: no barrier, nothing too wide."""

import pytest

from tests.assessment.area import county_report, proposed, who_of
from tests.desk.web.crossing.test_crossing import chief_of, taken
from tests.desk.web.test_frontline_in_browser import at_the_desk, wrong_on
from tests.reception.township import WEDNESDAY
from yixian.assessment.actions import hand_down_crossing, offer_crossing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_of_both_sides_are_free_of_barriers_and_fit(area, live_server, open_page, width):
    town = area.town
    report = county_report(town)
    crossing = proposed(town, report)
    here, there = (
        f"crossings/{crossing.uid}",
        at_the_desk(live_server, open_page, town, who="county_chief", width=width),
    )
    lender = ["crossings", here, f"{here}/offer-crossing", f"{here}/end-crossing", f"reports/{report.pk}"]
    at_the_county = wrong_on(there, [*lender, "roster/staff/", "crossings?year=2025"])
    offer_crossing(by=town["county_chief"], crossing=crossing, on=WEDNESDAY)
    lead = at_the_desk(live_server, open_page, town, who=who_of(town, crossing.lead), width=width)
    at_the_township = wrong_on(lead, [here, f"{here}/clear-crossing", f"{here}/refuse-crossing"])

    assert (at_the_county, at_the_township) == ({}, {})
    assert there.complaints + lead.complaints == []


def test_a_proposal_is_made_and_offered_from_the_dossier(area, live_server, open_page):
    town = area.town
    report = county_report(town)
    watched = at_the_desk(live_server, open_page, town, who="county_chief", width=1280)

    watched.page.goto(f"/desk/reports/{report.pk}/propose-crossing")
    watched.page.get_by_label("反映乡镇（街道）机关或者其领导").press("Space")
    watched.page.get_by_label("被反映一方所在乡镇（街道）").select_option(label=town.organ.name)
    watched.press("提出人选")
    watched.page.goto(f"{watched.page.url}/offer-crossing")
    watched.press("商请对方")

    assert "已商请" in watched.page.inner_text("main")
    assert watched.complaints == []


def test_the_loads_of_a_year_with_something_in_it_have_no_barrier(area, live_server, open_page):
    town = area.town
    crossing = proposed(town)
    taken(town, crossing)
    hand_down_crossing(by=town["county_chief"], crossing=crossing, on=WEDNESDAY)
    watched = at_the_desk(live_server, open_page, town, who=chief_of(crossing), width=360)

    assert wrong_on(watched, ["crossings"]) == {}
