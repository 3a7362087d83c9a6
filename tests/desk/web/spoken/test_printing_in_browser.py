"""The pages from which records are printed, in a real browser: no barrier, nothing too wide, and a PDF comes out."""

import pytest

from tests.browser import OpenPage
from tests.desk.web.test_frontline_in_browser import at_the_desk, wrong_on
from tests.reception.actions.test_envelopes import SEALED_LETTER
from tests.reception.actions.test_printing_talks import held
from tests.reception.meetings import a_report
from tests.reception.township import MONDAY, an_opened_box
from tests.reception.visitors import a_visit, an_interview
from yixian.reception.actions import note_envelope, print_envelope_slip

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 360])
def test_records_are_printed_from_pages_without_barriers(town, live_server, open_page: OpenPage, width):
    interview, alone, met = an_interview(town), a_visit(town), held(town, a_report(town).report)
    envelope = note_envelope(by=town["clerk"], facts=SEALED_LETTER, on=MONDAY)
    print_envelope_slip(by=town["clerk"], envelope=envelope, on=MONDAY)
    an_opened_box(town)
    records = f"reports/{interview.report_id}/interviews"
    pages = [
        records,
        f"reports/{interview.report_id}/visit-record",
        f"reports/{alone.pk}/visit-record",
        f"reports/{met.report_id}/meetings/appointment/{met.pk}",
        "envelopes",
        "register/box",
    ]
    watched = at_the_desk(live_server, open_page, town, width=width)

    wrong = wrong_on(watched, pages)
    watched.page.goto(f"/desk/{records}")
    with watched.page.expect_download() as coming:
        watched.page.get_by_role("button", name="来访笔录打印（PDF）").press("Enter")

    assert wrong == {}
    assert coming.value.suggested_filename == "来访笔录2026-0001.pdf"
