"""The year of 青禾镇: every story of the files, played through the houses up to today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yixian.config.demo.cast import Cast
from yixian.config.demo.courses import COURSES
from yixian.config.demo.courses.consultation import consultations
from yixian.config.demo.courses.crossing import crossings
from yixian.config.demo.courses.extras import extras, under_way
from yixian.config.demo.courses.following import followings
from yixian.config.demo.courses.matters import follower
from yixian.config.demo.courses.meetings import meetings
from yixian.config.demo.courses.office import office
from yixian.config.demo.courses.old_ledger import old_ledger
from yixian.config.demo.courses.partners import partners
from yixian.config.demo.courses.screening import plans, screenings
from yixian.config.demo.courses.spoken import last_day, open_doors
from yixian.config.demo.courses.work import Work
from yixian.config.demo.letters import letters
from yixian.config.demo.schedule import Scene, play
from yixian.config.demo.scripts import Script, scripts

ANSWERED, UNDER_WAY = "sample-answered", "sample-under-way"


@dataclass(frozen=True)
class Samples:
    """Codes that the start prints: one with an answer to read and rate, one still under way."""

    answered: str
    under_way: str


def play_year(cast: Cast, *, today: date) -> Samples:
    works = [Work(cast, script, number) for number, script in enumerate(scripts())]
    open_doors(cast)
    scenes = [scene for work in works for scene in _scenes(work, today)]
    held = screenings(cast, today)
    play([office(cast, today), old_ledger(cast, today), *scenes, *held], until=today)
    play(extras(works, today), until=today)
    play(followings(works, today), until=today)
    play(last_day(works, today), until=today)
    play(plans(cast, today), until=today)
    play(consultations(cast, today), until=today)
    play(crossings(cast, today), until=today)
    play(partners(cast, today), until=today)
    play(letters(works[0].clerk, today), until=today)
    play(meetings(works, under_way(works), today), until=today)
    by_key = {work.script.key: work for work in works}
    return Samples(by_key[ANSWERED].taken[0].code, by_key[UNDER_WAY].taken[0].code)


def _scenes(work: Work, today: date) -> Iterator[Scene]:
    script: Script = work.script
    first = today - timedelta(days=script.days_ago)
    yield COURSES[script.course](work, first)
    for telling in script.tellings[1:]:
        yield follower(work, telling, first + timedelta(days=telling.after))
