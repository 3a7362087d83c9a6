"""Reports that need no matter: waiting in the inbox, registered, accepted, or answered by the desk itself."""

from datetime import date

from yixian.config.demo.courses.receiving import assess, receive, submit
from yixian.config.demo.courses.telling import converse, feed_back, notify_acceptance
from yixian.config.demo.courses.work import Work
from yixian.config.demo.schedule import Scene, after
from yixian.reception.actions import accept_report


def inbox(work: Work, day: date) -> Scene:
    """Sealed by the public and not yet opened by anybody."""
    day = yield day
    work.taken.append(submit(work, work.script.tellings[0], day))


def registered(work: Work, day: date) -> Scene:
    yield from receive(work, work.script.tellings[0], day)


def accepted(work: Work, day: date) -> Scene:
    """Accepted and left: its clocks run out unless someone acts."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    assess(work, taken, day)
    accept_report(by=work.clerk, report=taken.report, on=day)


def answered(work: Work, day: date) -> Scene:
    """A suggestion or an appeal: accepted, told, answered in writing, and rated."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    assess(work, taken, day)
    accept_report(by=work.clerk, report=taken.report, on=day)
    day = yield after(day, 4)
    notify_acceptance(work, taken, day)
    day = yield from converse(work, taken, day)
    day = yield after(day, 18)
    yield from feed_back(work, taken, work.script.words["answer"], day)
