"""Tests lean on ``tests/scenes.py``: what is written again has to be what was played, and never anything stale."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests import scenes
from tests.moulds import _rows
from tests.reception.township import LETTER, Township, a_letter, found_township
from yixian.reception.actions import ReportFacts, read_report
from yixian.roster.models import Village
from yixian.trail.queries import verify

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    scenes._STAGE.takes.clear()


def everything() -> dict[str, list[dict[str, Any]]]:
    return {model._meta.label: list(QuerySet(model).order_by("pk").values()) for model in _rows()}


def questions(town: Township, between: Any = lambda: None, facts: ReportFacts = LETTER) -> tuple[int, Any]:
    """How often the database is asked for a letter, and what it then holds; all of it is taken back."""
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        scenes.poured_by(found_township)
        between()
        a_letter(replace(town, officers={}), facts)
        found = len(asked), everything()
        transaction.set_rollback(True)
    return found


def test_a_scene_written_again_leaves_what_its_playing_left(town):
    (played, left), (again, left_again) = questions(town), questions(town)

    assert (left_again == left, again < played / 2) == (True, True)


def test_who_sat_in_a_scene_opens_what_it_left(town):
    questions(town)
    scenes.poured_by(found_township)

    registered = a_letter(town)

    content = read_report(by=town["clerk"], report=registered.report)
    assert (content.account.account, verify()) == (LETTER.account, [])


@pytest.mark.parametrize("how", ["a write", "a setting"])
def test_after_anything_else_a_scene_is_played_for_real(town, settings, how):
    def between() -> None:
        if how == "a write":
            Village.objects.create(organ=town.organ, name="下禾村")
        else:
            settings.YIXIAN_TODAY = "another day"

    played, _ = questions(town)

    assert questions(town, between)[0] >= played


def test_an_hour_later_a_scene_is_played_for_real(town):
    played, _ = questions(town)
    for take in scenes._STAGE.takes.values():
        take.at -= 3600

    assert questions(town)[0] >= played


def test_other_facts_are_another_scene(town):
    played, _ = questions(town)

    other, _ = questions(town, facts=replace(LETTER, title="反映村里的路"))

    assert other > played / 2  # but for who sits
