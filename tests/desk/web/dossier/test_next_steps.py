"""The acts of a dossier: what waits first, the rest under the headings by which it is looked for."""

import re

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, a_letter
from yixian.desk.web.dossier.next_steps import ACTS, PAGES, SHELVES


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
