"""Playing many scenes in the order of the days, up to today, and leaving each where it stands.

A scene is a generator that yields the day on which it wants to go on and is sent that day. So a story is
written as one piece, numbers and trail come in the order of time, and what began lately is still under way.
"""

import heapq
from collections.abc import Generator, Iterable
from datetime import date, timedelta
from typing import TypeAlias

from yixian.regulations.calendar import published_calendar

Scene: TypeAlias = Generator[date, date, None]
Steps: TypeAlias = Generator[date, date, date]
"""A part of a scene, which gives back the day on which it ended."""


def after(day: date, days: int) -> date:
    """So many days later, or the next working day: offices do not write papers on Sundays."""
    return published_calendar().next_working_day(day + timedelta(days=days))


def play(scenes: Iterable[Scene], *, until: date) -> None:
    """Each scene goes on until its next day lies after ``until``."""
    waiting: list[tuple[date, int, Scene]] = []
    for order, scene in enumerate(scenes):
        _queue(waiting, order, scene, None)
    while waiting and waiting[0][0] <= until:
        day, order, scene = heapq.heappop(waiting)
        _queue(waiting, order, scene, day)


def _queue(waiting: list[tuple[date, int, Scene]], order: int, scene: Scene, day: date | None) -> None:
    try:
        wanted = scene.send(day) if day else next(scene)
    except StopIteration:
        return
    heapq.heappush(waiting, (max(wanted, day or wanted), order, scene))
