import pytest

from yixian.config.demo.reporters import NAMES
from yixian.config.demo.scripts import scripts, slots_of, word
from yixian.config.demo.township import PEOPLE
from yixian.config.demo.township_roster import TOWN_CADRES, VILLAGES
from yixian.regulations.classes import Truth

INVENTED = (
    {name for _, name, _, _ in TOWN_CADRES} | {name for _, _, trio in VILLAGES for name in trio} | {"田大埂"}
)


def test_every_slot_of_every_wording_is_filled() -> None:
    told = [
        text for script in scripts() for telling in script.tellings for text in (telling.title, telling.text)
    ]

    assert [text for text in told if "{" in text or "}" in text] == []


def test_only_invented_people_are_reported() -> None:
    named = {person.name for script in scripts() for person in script.reported}

    assert named - INVENTED == set()


def test_nobody_who_reports_has_the_name_of_an_official() -> None:
    assert set(NAMES) & (INVENTED | {person.name for person in PEOPLE}) == set()


def test_every_key_is_given_once() -> None:
    keys = [script.key for script in scripts()]

    assert len(keys) == len(set(keys))


def test_a_village_gives_its_own_people_for_the_slots() -> None:
    slots = slots_of("石桥村", "x")

    assert (slots["secretary"], slots["committee"]) == ("王开渠", "石桥村委会")


def test_a_misspelt_word_fails_when_the_stories_are_read() -> None:
    with pytest.raises(LookupError, match="Truth has no word 'ture'"):
        word(Truth, "ture")


def test_each_report_that_waits_in_the_inbox_has_a_title_of_its_own() -> None:
    titles = [each.tellings[0].title for each in scripts() if each.course == "inbox"]

    assert (len(titles), len(set(titles))) == (5, 5)
