"""Sessions, plans, old matters and the reconciliation in a real browser: no barrier, no complaint, nothing too wide."""

import pytest

from tests.assessment.hard_matters import (
    a_closed_session,
    a_matter,
    a_plan,
    a_session,
    another_report,
    decide,
)
from tests.browser import OpenPage
from tests.desk.web.test_frontline_in_browser import at_the_desk, wrong_on
from yixian.assessment.actions import ScreeningFacts
from yixian.assessment.enums import ScreeningKind, Verdict
from yixian.assessment.queries import undone_steps
from yixian.reception.models import Handling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAILY = ScreeningFacts(kind=ScreeningKind.DAILY)


def everything(town) -> list[str]:
    """The pages full: a session under way with all kinds of rows, one that is over, a plan with steps."""
    planned, waiting = a_matter(town), a_matter(town)
    for _ in range(2):
        another_report(town, planned)
    a_plan(town, planned)
    over = a_closed_session(town, planned, waiting, verdict=Verdict.MAKE_PLAN, reason="先把账目核对清楚")
    session = a_session(town, DAILY)
    decide(town, session, planned)
    step, plan = undone_steps(planned).get(), f"matters/{planned.pk}"
    sessions = [
        f"screening/{session.pk}{rest}" for rest in ("", "?show=all&tick=every", "?show=old", "/close")
    ]
    steps = [f"{plan}/{act}/{step.pk}" for act in ("finish-plan-step", "change-plan-step")]
    plans = [
        f"{plan}/plan",
        f"{plan}/add-plan-step",
        f"{plan}/revise-plan",
        f"matters/{waiting.pk}/make-plan",
    ]
    lists = ["screening", "screening/call", "old-matters", "old-matters?reports=9", "figures/reconcile"]
    return [*sessions, f"screening/{over.pk}", *steps, *plans, f"matters/{waiting.pk}/plan", *lists]


@pytest.mark.parametrize("width", [1280, 360])
def test_screening_and_planning_are_free_of_barriers_and_fit_the_screen(town, live_server, open_page, width):
    addresses = everything(town)
    watched = at_the_desk(live_server, open_page, town, who="chief", width=width)

    found = wrong_on(watched, addresses)

    assert (found, watched.complaints) == ({}, [])


def test_in_large_type_nothing_is_wider_than_a_phone(town, live_server, open_page: OpenPage):
    addresses = everything(town)
    Handling.objects.all().delete()
    watched = at_the_desk(live_server, open_page, town, who="chief", width=360)
    watched.page.goto("/desk/")
    watched.page.get_by_role("link", name="大字").click()
    watched.page.wait_for_selector("html[data-size=large]")

    too_wide = []
    for address in addresses:
        watched.page.goto(f"/desk/{address}")
        too_wide += [address] if watched.is_wider_than_the_screen() else []

    assert too_wide == []


def test_matters_are_ticked_and_decided_by_the_keyboard_alone(town, live_server, open_page: OpenPage):
    first, second = a_matter(town), a_matter(town)
    session = a_session(town)
    watched = at_the_desk(live_server, open_page, town, who="chief", width=1280)
    page = watched.page
    page.goto(f"/desk/screening/{session.pk}")

    page.get_by_role("checkbox", name=first.number).focus()
    page.keyboard.press("Space")
    page.get_by_role("radio", name="继续办理", exact=True).focus()
    page.keyboard.press("Space")
    watched.press("作出决定")

    assert "1 个事项已决定：继续办理。" in page.inner_text("main")
    assert page.get_by_role("checkbox").count() == 1
    assert second.number in page.inner_text("tbody")


def test_a_decision_sent_empty_keeps_its_barriers_low(town, live_server, open_page: OpenPage):
    a_matter(town)
    session = a_session(town)
    watched = at_the_desk(live_server, open_page, town, who="chief", width=360)
    watched.page.goto(f"/desk/screening/{session.pk}")

    watched.press("作出决定")

    assert "请选择决定" in watched.page.inner_text(".error-summary")
    assert (watched.violations(), watched.is_wider_than_the_screen()) == ([], False)
