"""A matter from its first report to the archive: clue, disposal, verification, outcomes, answers, closing."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.enums import MatterState
from yixian.config.demo.courses.again import again
from yixian.config.demo.courses.concluding import close, conclude
from yixian.config.demo.courses.inquiring import inquire
from yixian.config.demo.courses.receiving import assess, receive
from yixian.config.demo.courses.reviewing import county_review, proposal_of
from yixian.config.demo.courses.telling import converse, notify_acceptance
from yixian.config.demo.courses.verifying import find_out
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, Steps, after
from yixian.config.demo.scripts import Telling
from yixian.reception.actions import (
    accept_hand_over,
    accept_report,
    hand_over,
    keep_as_repeat,
    make_promise,
)
from yixian.reception.enums import HandOverReason, Signing
from yixian.regulations.classes import Disposal
from yixian.resolution.actions import (
    DisposalFacts,
    decide_disposal,
    decide_report,
    join_team,
    open_clue,
    open_verification,
    propose_disposal,
    submit_report,
)

if TYPE_CHECKING:
    from yixian.resolution.models import Clue

DISPOSALS = {
    "verified": Disposal.PRELIMINARY_VERIFICATION,
    "assigned": Disposal.PRELIMINARY_VERIFICATION,
    "inquiry": Disposal.TALK_OR_INQUIRY,
    "held": Disposal.HELD_PENDING,
    "direct": Disposal.CLOSED,
}


def matter(work: Work, day: date) -> Scene:
    """The first report and everything that follows from it."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    assess(work, taken, day)
    accept_report(by=work.clerk, report=taken.report, on=day)
    if taken.telling.signing is Signing.REAL_NAME and "promise" in work.script.words:
        make_promise(by=work.clerk, report=taken.report, on=day, office_words=work.script.words["promise"])
    yield from pursue(work, taken, day)


def follower(work: Work, telling: Telling, day: date) -> Scene:
    """A later report about the same matter, by another way: kept as a repeat, or accepted and joined."""
    taken = yield from receive(work, telling, day)
    day = yield after(taken.on, 1)
    assess(work, taken, day)
    first = work.taken[0].report
    if telling.kept:
        keep_as_repeat(by=work.chief, report=taken.report, first=first, new_allegation=False, on=day)
    else:
        accept_report(by=work.clerk, report=taken.report, on=day)
        notify_acceptance(work, taken, day)
    if work.matter is None:
        return
    work.matter.refresh_from_db()
    if work.matter.state == MatterState.OPEN:
        link_report(
            by=work.clerk, report=taken.report, matter=work.matter, on=day, new_allegation=telling.new
        )


def pursue(work: Work, taken: Taken, day: date) -> Steps:
    """From the accepted report to the archived file."""
    work.matter = open_matter(by=work.clerk, report=taken.report, title=work.script.title, on=day)
    asked = hand_over(
        by=work.clerk,
        report=taken.report,
        to_id=work.handler.staff_id,
        why=HandOverReason.ASSIGNED,
        on=day,
    )
    day = yield after(day, 1)
    accept_hand_over(by=work.handler, handling=asked, on=day)
    day = yield after(day, 5)
    notify_acceptance(work, taken, day)
    day = yield from converse(work, taken, day)
    clue = open_clue(by=work.handler, matter=work.matter, questions=work.script.words["questions"], on=day)
    day = yield from _dispose(work, clue, day)
    if work.script.course == "held":
        return day
    if work.script.course in ("verified", "assigned"):
        day = yield from _verify(work, clue, day)
    elif work.script.course == "inquiry":
        day = yield from _inquire(work, clue, day)
    day = yield from conclude(work, clue, day)
    day = yield from close(work, day)
    return (yield from again(work, taken, clue, day))


def _dispose(work: Work, clue: "Clue", day: date) -> Steps:
    day = yield after(day, 6 + work.number % 5)
    kind = DISPOSALS[work.script.course]
    recheck = day + timedelta(days=90) if kind is Disposal.HELD_PENDING else None
    facts = DisposalFacts(disposal=kind, reason=work.script.words["reason"], recheck_on=recheck)
    proposed = propose_disposal(by=work.handler, clue=clue, facts=facts, on=day)
    day = yield after(day, 2)
    decide_disposal(by=work.chief, disposal=proposed, approved=True, on=day, note="同意。")
    clue.refresh_from_db()
    return day


def _verify(work: Work, clue: "Clue", day: date) -> Steps:
    day = yield after(day, 2)
    team = [work.handler, work.second]
    opened = open_verification(
        by=work.chief,
        clue=clue,
        plan=work.script.words["plan"],
        lead_id=team[0].staff_id,
        member_ids=[team[1].staff_id],
        on=day,
    )
    day = yield after(day, 1)
    for member in opened.members.order_by("pk"):
        officer = next(each for each in team if each.staff_id == member.staff_id)
        join_team(by=officer, member=member, on=day)
    clue.refresh_from_db()
    day = yield from find_out(work, clue, day)
    yield from _report(work, clue, day)
    return after(day, 3)


def _inquire(work: Work, clue: "Clue", day: date) -> Steps:
    day = yield from inquire(work, clue, day)
    clue.refresh_from_db()
    day = yield day
    yield from _report(work, clue, day)
    return after(day, 3)


def _report(work: Work, clue: "Clue", day: date) -> Scene:
    """What ends in a sanction is reviewed by the county first."""
    day = yield day
    written = submit_report(
        by=work.handler,
        clue=clue,
        content=work.script.words["finding"],
        proposal=proposal_of(work, clue),
        on=day,
    )
    day = yield after(day, 1)
    if written.leads_to_case:
        day = yield from county_review(work, written, day)
    day = yield after(day, 2)
    decide_report(by=work.chief, report=written, approved=True, on=day, note="同意核查意见。")
    clue.refresh_from_db()
