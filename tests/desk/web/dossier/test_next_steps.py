"""The acts of a dossier: what waits first, the rest under the headings by which it is looked for."""

import re

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, TUESDAY, a_letter
from yixian.desk.web.dossier.next_steps import ACTS, PAGES, SHELVES
from yixian.protection.actions import present_code
from yixian.reception.actions import accept_report, give_feedback, give_view
from yixian.reception.enums import FeedbackWay, ReporterView


def test_what_the_report_waits_for_stands_first_and_without_a_heading(town):
    shown = page(sit(town, "chief").get(f"/desk/reports/{a_letter(town, LETTER).report.pk}"))

    acts = shown[shown.index('<section class="acts"') :]
    first = acts[: acts.index("<h3>")]
    assert re.findall(r"<span>([^<]+)</span>", first)[0] == "受理"
    assert re.findall(r"<h3>([^<]+)</h3>", acts)[:3] == ["接访", "研判", "去向"]


def test_every_act_that_is_offered_stands_on_one_shelf_and_has_its_page():
    shelved = [form for forms in SHELVES.values() for form in forms]

    assert (len(shelved), len(ACTS)) == (len(set(shelved)), len(shelved))
    assert set(ACTS) <= set(PAGES)


def objected(town):
    """Answered, and the reporter does not agree by code: to be decided on, and to be explained."""
    registered, told = a_letter(town), "名单已经补公示。"
    report, chief = registered.report, town["chief"]
    accept_report(by=chief, report=report, on=TUESDAY)
    give_feedback(by=chief, report=report, way=FeedbackWay.MAILBOX, text=told, on=TUESDAY)
    give_view(by=present_code(registered.code), view=ReporterView.OBJECTED, text="还差两户。", on=TUESDAY)
    return report, told


def test_one_next_step_is_shown_where_several_lead(town):
    report, _ = objected(town)
    shown = page(sit(town, "deputy").get(f"/desk/reports/{report.pk}"))

    leading = re.findall(r'<a class="button button-primary" href="[^"]+/([a-z-]+)"', shown)

    assert leading == ["rule-on-objection"]
    assert f"/desk/reports/{report.pk}/view" in shown


def test_what_is_read_before_it_is_decided_stands_before_the_form_and_after_a_mistake_behind_it(town):
    report, told = objected(town)
    deputy, address = sit(town, "deputy"), f"/desk/reports/{report.pk}/rule-on-objection"

    asked = page(deputy.get(address))
    wrong = page(deputy.post(address, {"verdict": "", "reason": "看过了公示照片"}))

    assert asked.index(told) < asked.index('name="verdict"')
    assert wrong.index('name="verdict"') < wrong.index(told)
    assert "看过了公示照片" in wrong
