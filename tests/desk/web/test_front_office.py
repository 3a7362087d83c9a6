"""The chief or the administrator sets the hotline and the order of an interview."""

from tests.desk.sitting import page, sit
from yixian.reception.enums import Section
from yixian.reception.hotline import hotline_of, section_order

PAGE = "/desk/front-office"
HOURS = {"opens_at": "08:30", "noon_from": "12:00", "noon_until": "14:30", "closes_at": "17:30"}
ORDER = {f"section_{place}": each.value for place, each in enumerate(Section, start=1)}
TYPED = {"phone": "0000-12345", **HOURS, "outside": "voicemail", **ORDER}


def test_what_is_set_is_told(town):
    sit(town, "chief").post(PAGE, {**TYPED, "section_1": "when", "section_3": "who"})

    assert hotline_of(town.organ.pk).phone == "0000-12345"
    assert section_order(town.organ.pk)[:3] == [Section.WHEN, Section.WHAT, Section.WHO]


def test_a_section_twice_is_refused_and_what_was_typed_stays(town):
    answer = page(sit(town, "chief").post(PAGE, {**TYPED, "section_1": "when"}))

    assert "每段一次" in answer
    assert 'value="0000-12345"' in answer
    assert hotline_of(town.organ.pk).hours == ""


def test_a_clerk_is_not_let_in(town):
    assert sit(town).get(PAGE).status_code == 403
