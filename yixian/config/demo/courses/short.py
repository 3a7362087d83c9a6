"""Reports that need no clue: waiting in the inbox, registered, accepted, or answered by the desk itself."""

from datetime import date

from yixian.assessment.actions import open_matter
from yixian.config.demo.courses.concluding import complete
from yixian.config.demo.courses.receiving import assess, receive, submit
from yixian.config.demo.courses.telling import converse, feed_back, notify_acceptance
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, after
from yixian.reception.actions import accept_report
from yixian.regulations.classes import ReportClass


def inbox(work: Work, day: date) -> Scene:
    """Sealed by the public and not yet opened by anybody."""
    day = yield day
    work.taken.append(submit(work, work.script.tellings[0], day))


def registered(work: Work, day: date) -> Scene:
    taken = yield from receive(work, work.script.tellings[0], day)
    _enter(work, taken, taken.on)


def _enter(work: Work, taken: Taken, on: date) -> None:
    """As the registration screen does: a class, and a matter of its own for what accuses somebody."""
    assess(work, taken, on)
    if work.script.report_class is ReportClass.ACCUSATION:
        work.matter = open_matter(by=work.clerk, report=taken.report, title=work.script.title, on=on)


def accepted(work: Work, day: date) -> Scene:
    """Accepted and left: its clocks run out unless someone acts."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    _enter(work, taken, day)
    accept_report(by=work.clerk, report=taken.report, on=day)


def answered(work: Work, day: date) -> Scene:
    """A suggestion or an appeal: accepted, told, answered in writing, and rated."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    _enter(work, taken, day)
    accept_report(by=work.clerk, report=taken.report, on=day)
    day = yield after(day, 4)
    notify_acceptance(work, taken, day)
    day = yield from converse(work, taken, day)
    day = yield after(day, 18)
    day = yield from feed_back(work, taken, work.script.words["answer"], day)
    if work.matter is not None:
        day = yield after(day, 6)
        complete(work, work.chief, day)
