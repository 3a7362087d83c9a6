"""The pages of the front line in a real browser: calendar, duty, visits out, appointments, accompanying, follow-ups,
callbacks, boxes, envelopes. No barrier, no complaint, nothing too wide; in large type too.
"""

import pytest

from tests.browser import OpenPage, Watched
from tests.reception.actions.test_callbacks import AGREED
from tests.reception.actions.test_duty import planned
from tests.reception.actions.test_envelopes import SEALED_LETTER
from tests.reception.meetings import a_follow_up, a_report, an_accompaniment, an_appointment, an_outing
from tests.reception.township import MONDAY, PHRASE, an_opened_box
from tests.reception.visitors import a_call
from tests.resolution.casework import a_clue
from yixian.reception.actions import agree_callback, note_envelope

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CALENDAR = ("calendar", "calendar?view=month", "calendar?who=all", "calendar?month=2026-01")
DUTY = ("duty", "duty/plan", "duty?month=2026-05")
TAKEN_IN = ("register/box", "register/envelope", "envelopes")


def at_the_desk(live_server, open_page: OpenPage, town, *, who: str = "clerk", width: int) -> Watched:
    watched = open_page(base_url=live_server.url, width=width)
    watched.page.goto("/desk/login")
    watched.page.fill("[name=username]", town.staff[who].username)
    watched.page.fill("[name=passphrase]", f"{PHRASE}{who}")
    watched.press("登录")
    return watched


def wrong_on(watched: Watched, addresses: list[str]) -> dict[str, list[str]]:
    """What axe finds and what does not fit, by address; nothing for a page in which nothing is wrong."""
    found = {}
    for address in addresses:
        answer = watched.page.goto(f"/desk/{address}")
        wrong = watched.violations()
        wrong += ["too wide"] if watched.is_wider_than_the_screen() else []
        wrong += [f"answers {answer.status}"] if answer is None or answer.status != 200 else []
        found |= {address: wrong} if wrong else {}
    return found


def pages_of_a_met_report(town) -> list[str]:
    """Everything that was arranged for one report, and every act on it."""
    report = a_report(town).report
    out, invited = an_outing(town, report), an_appointment(town, report)
    gone, duty = an_accompaniment(town, report), a_follow_up(town, report)
    acts = [
        "",
        "/plan-outing",
        f"/record-outing/{out.pk}",
        f"/cancel-outing/{out.pk}",
        "/offer-appointment",
        f"/note-answer/{invited.pk}",
        f"/close-appointment/{invited.pk}",
        "/plan-accompaniment",
        f"/record-accompaniment/{gone.pk}",
        "/add-follow-up",
        f"/finish-follow-up/{duty.pk}",
        f"/meetings/outing/{out.pk}",
        f"/meetings/appointment/{invited.pk}",
        f"/meetings/accompaniment/{gone.pk}",
    ]
    return [f"reports/{report.pk}{act}" for act in acts]


@pytest.mark.parametrize("width", [1280, 360])
def test_what_the_front_line_arranges_is_free_of_barriers_and_fits_the_screen(
    town, live_server, open_page, width
):
    met = pages_of_a_met_report(town)
    shift = planned(town)[-1]
    rung = a_call(town)
    agree_callback(by=town["clerk"], report=rung, facts=AGREED, on=MONDAY)
    note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)
    an_opened_box(town)
    watched = at_the_desk(live_server, open_page, town, width=width)

    arranged = [*CALENDAR, *DUTY, f"duty/{shift.pk}/swap", f"duty/{shift.pk}/cancel", *TAKEN_IN]
    found = wrong_on(watched, [*met, *arranged, f"reports/{rung.pk}"])

    assert (found, watched.complaints) == ({}, [])


@pytest.mark.parametrize("width", [1280, 360])
def test_in_large_type_nothing_is_wider_than_the_screen(town, live_server, open_page, width):
    met = pages_of_a_met_report(town)
    planned(town)
    watched = at_the_desk(live_server, open_page, town, width=width)
    watched.page.goto("/desk/")
    watched.page.get_by_role("link", name="大字").click()
    watched.page.wait_for_selector("html[data-size=large]")

    too_wide = []
    for address in ("", "ledger", "calendar", "duty", "queue", "inbox", "register/visit", *met):
        watched.page.goto(f"/desk/{address}")
        too_wide += [address] if watched.is_wider_than_the_screen() else []

    assert too_wide == []


def test_a_form_sent_empty_keeps_its_barriers_low(town, live_server, open_page):
    report = a_report(town).report
    watched = at_the_desk(live_server, open_page, town, width=360)
    watched.page.goto(f"/desk/reports/{report.pk}/offer-appointment")

    watched.press("提出约访")

    assert "请填写“哪天见面”" in watched.page.inner_text(".error-summary")
    assert (watched.violations(), watched.is_wider_than_the_screen()) == ([], False)


def test_on_a_phone_the_page_one_is_on_stands_in_sight_in_the_navigation(town, live_server, open_page):
    watched = at_the_desk(live_server, open_page, town, width=360)

    watched.page.goto("/desk/roster/")

    place = watched.page.locator(".side [aria-current]").bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360


def test_the_page_of_a_clue_and_of_an_account_have_each_part_under_its_own_name(town, live_server, open_page):
    clue = a_clue(town)
    chief = at_the_desk(live_server, open_page, town, who="chief", width=1280)
    admin = at_the_desk(live_server, open_page, town, who="admin", width=1280)

    assert wrong_on(chief, [f"clues/{clue.pk}"]) == {}
    assert wrong_on(admin, [f"accounts/{town.staff['clerk'].pk}"]) == {}
