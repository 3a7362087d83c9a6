"""联席会诊 and the place of a member in a real browser: no barrier, no complaint, nothing too wide."""

import pytest

from tests.assessment import consulting as c
from tests.desk.web.test_frontline_in_browser import at_the_desk, wrong_on
from yixian.assessment.models import ConsultDuty

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def items(town):
    """One with opinions sealed in a meeting that sits, one decided, one without material, one that waits."""
    done = c.decided(town)
    bare = c.an_item(town, done.consultation)
    return done, bare, c.an_item(town)


@pytest.mark.parametrize("width", [1280, 360])
def test_the_office_has_no_barrier_and_fits_the_screen(town, items, live_server, open_page, settings, width):
    settings.YIXIAN_TODAY = c.NEXT_MONTH
    done, bare, planned = items
    duty = ConsultDuty.objects.get()
    meeting = f"consultations/{planned.consultation_id}"
    item = f"consultation-items/{done.pk}"
    addresses = [
        "consultations",
        "consultations/new",
        f"consultations/{done.consultation_id}",
        meeting,
        f"{meeting}/invite-unit",
        f"{meeting}/call-consultation",
        item,
        f"{item}/follow-up-duty/{duty.pk}",
        f"{item}/extend-duty/{duty.pk}",
        f"consultation-items/{bare.pk}",
        f"consultation-items/{bare.pk}/write-material",
        f"consultation-items/{bare.pk}/note-seat-recusal",
    ]
    watched = at_the_desk(live_server, open_page, town, who="chief", width=width)

    found = wrong_on(watched, addresses)

    assert (found, watched.complaints) == ({}, [])


@pytest.mark.parametrize("width", [1280, 360])
def test_a_member_has_no_barrier_and_fits_the_screen(town, live_server, open_page, width):
    c.decided(town)
    item = c.a_called(town)
    asked = [
        f"seats/items/{item.pk}",
        f"seats/items/{item.pk}/give-opinion",
        f"seats/items/{item.pk}/recuse-seat",
    ]
    watched = at_the_desk(live_server, open_page, town, who="member", width=width)

    found = wrong_on(watched, ["", "seats", f"seats/{item.consultation_id}", *asked])

    assert (found, watched.complaints) == ({}, [])
