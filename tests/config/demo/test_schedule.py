from datetime import date
from typing import cast

from yixian.config.demo.courses.matters import _report
from yixian.config.demo.courses.work import Work
from yixian.config.demo.schedule import Scene, after, play
from yixian.resolution.models import Clue

MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 9)


def scene(name: str, days: list[date], told: list[tuple[str, date]]) -> Scene:
    for day in days:
        told.append((name, (yield day)))


def test_scenes_are_played_in_the_order_of_their_days() -> None:
    told: list[tuple[str, date]] = []

    play([scene("b", [FRIDAY], told), scene("a", [MONDAY, NEXT_MONDAY], told)], until=NEXT_MONDAY)

    assert told == [("a", MONDAY), ("b", FRIDAY), ("a", NEXT_MONDAY)]


def test_a_scene_stays_where_it_is_when_its_next_day_lies_in_the_future() -> None:
    told: list[tuple[str, date]] = []

    play([scene("a", [MONDAY, NEXT_MONDAY], told)], until=FRIDAY)

    assert told == [("a", MONDAY)]


def test_a_scene_never_goes_back_in_time() -> None:
    told: list[tuple[str, date]] = []

    play([scene("a", [FRIDAY, MONDAY], told)], until=NEXT_MONDAY)

    assert told == [("a", FRIDAY), ("a", FRIDAY)]


def test_a_day_that_falls_on_a_weekend_moves_to_monday() -> None:
    assert after(FRIDAY, 1) == NEXT_MONDAY


def test_a_verification_report_waits_for_its_day() -> None:
    work, clue = cast(Work, None), cast(Clue, None)

    assert next(_report(work, clue, NEXT_MONDAY)) == NEXT_MONDAY
