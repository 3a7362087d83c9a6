"""The work of a verification and the library of rules in a real browser: no barrier, nothing too wide."""

import os

import pytest

from tests.browser import OpenPage, Watched
from tests.desk.web.test_frontline_in_browser import at_the_desk, wrong_on
from tests.resolution.casework import with_team
from tests.resolution.verifying import a_fact, a_gap, a_photo, a_talk, a_task, an_item
from yixian.regulations.rules_library import RuleSubject

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def kept(watched: Watched, name: str) -> None:
    """A picture for whoever asks for one by ``YIXIAN_PICTURES``."""
    if folder := os.environ.get("YIXIAN_PICTURES"):
        watched.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def pages_of_a_verification(town) -> list[str]:
    clue = with_team(town)
    task = a_task(town, clue, to="handler")
    item = an_item(town, clue, file=a_photo(), task_id=task.pk, taken_by_id=town["handler"].staff_id)
    gap, talk = a_gap(town, clue), a_talk(town, clue)
    fact = a_fact(town, clue, subject=RuleSubject.DISCIPLINE, evidence_ids=(item.pk,))
    held = item.custodies.get()
    acts = [
        "work",
        "give-task",
        f"answer-task/{task.pk}",
        f"hand-over-task/{task.pk}",
        f"take-back-task/{task.pk}",
        "record-evidence",
        "evidence-list",
        f"evidence/{item.pk}",
        f"hand-custody/{held.pk}",
        "note-gap",
        f"fill-gap/{gap.pk}",
        f"drop-gap/{gap.pk}",
        "record-talk",
        f"read-back-talk/{talk.pk}",
        f"print-talk/{talk.pk}",
        "record-fact",
        f"correct-fact/{fact.pk}",
        f"strike-fact/{fact.pk}",
        "submit-report",
    ]
    return [f"clues/{clue.pk}", *(f"clues/{clue.pk}/{each}" for each in acts)]


RULES = ["rules", "rules?on=1998&subject=discipline", "rules?on=2018&subject=", "rules?on=x", "rules/new"]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_work_of_a_verification_is_free_of_barriers_and_fits(
    town, live_server, open_page: OpenPage, width: int
):
    pages = pages_of_a_verification(town)
    watched = at_the_desk(live_server, open_page, town, who="handler", width=width)

    found = wrong_on(watched, [*pages, *RULES])

    for name, address in (
        ("work", pages[1]),
        ("rules", RULES[2]),
        ("evidence", pages[6]),
        ("clue", pages[0]),
    ):
        watched.page.goto(f"/desk/{address}")
        kept(watched, f"{name}-{width}")
    assert (found, watched.complaints) == ({}, [])


def test_a_task_sent_empty_keeps_its_barriers_low(town, live_server, open_page: OpenPage):
    clue = with_team(town)
    watched = at_the_desk(live_server, open_page, town, who="handler", width=360)
    watched.page.goto(f"/desk/clues/{clue.pk}/work")
    kept(watched, "empty-360")
    watched.page.goto(f"/desk/clues/{clue.pk}/give-task")

    watched.press("布置")

    kept(watched, "error-360")
    assert "请填写完成期限" in watched.page.inner_text(".error-summary")
    assert (watched.violations(), watched.is_wider_than_the_screen()) == ([], False)
