"""A matter from its first report to the archive: clue, disposal, verification, outcomes, answers, closing."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from yixian.assessment.actions import link_report, open_matter
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import people_of
from yixian.config.demo.courses.receiving import assess, receive, reported_in
from yixian.config.demo.courses.telling import converse, notify_acceptance, rate, tell_result
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, Steps, after
from yixian.config.demo.scripts import Person, Telling
from yixian.reception.actions import (
    accept_hand_over,
    accept_report,
    hand_over,
    keep_as_repeat,
    make_promise,
)
from yixian.reception.enums import HandOverReason, ReportState, Signing
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.classes import ClosingWay, Disposal, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.completions import Completion
from yixian.regulations.outcomes import OutcomeFamily
from yixian.resolution.actions import (
    DisposalFacts,
    OutcomeFacts,
    archive_matter,
    close_clue,
    close_matter,
    decide_disposal,
    decide_outcome,
    decide_report,
    end_inquiry,
    join_team,
    open_clue,
    open_verification,
    propose_disposal,
    propose_outcome,
    record_completion,
    serve_inquiry,
    submit_report,
)
from yixian.resolution.enums import Decision, Retention

if TYPE_CHECKING:
    from yixian.resolution.models import Clue

DISPOSALS = {
    "verified": Disposal.PRELIMINARY_VERIFICATION,
    "assigned": Disposal.PRELIMINARY_VERIFICATION,
    "inquiry": Disposal.TALK_OR_INQUIRY,
    "held": Disposal.HELD_PENDING,
    "direct": Disposal.CLOSED,
}
NOTES = {
    Completion.INVESTIGATED: "反映的问题已逐项核查，核查（了结）意见已经审批。",
    Completion.HANDLED: "对每名被反映人都有经审批的处理意见，应当退缴的款项已经退缴。",
    Completion.FED_BACK: "实名的已当面或者书面反馈并记录意见，匿名的已通过查询码信箱答复。",
    Completion.ARCHIVED: "材料收集齐全，目录与实物一致。",
    Completion.EDUCATED: "已对有关人员谈话教育，在村务监督会议上作了提醒。",
}
INDEX = "1.登记表 2.呈批表 3.处置意见 4.核查方案 5.核查报告 6.谈话笔录 7.处理意见 8.反馈记录"


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
    day = yield from _conclude(work, clue, day)
    return (yield from _close(work, day))


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
    day = yield after(day, 22 + work.number % 15)
    yield from _report(work, clue, day)
    return after(day, 3)


def _inquire(work: Work, clue: "Clue", day: date) -> Steps:
    day = yield after(day, 2)
    serve_inquiry(by=work.handler, clue=clue, on=day)
    day = yield after(day, 12)
    end_inquiry(by=work.handler, clue=clue, on=day)
    day = yield after(day, 10)
    yield from _report(work, clue, day)
    return after(day, 3)


def _report(work: Work, clue: "Clue", day: date) -> Scene:
    written = submit_report(by=work.handler, clue=clue, content=work.script.words["finding"], on=day)
    day = yield after(day, 3)
    decide_report(by=work.chief, report=written, approved=True, on=day, note="同意核查意见。")
    clue.refresh_from_db()


def _conclude(work: Work, clue: "Clue", day: date) -> Steps:
    """An outcome for each person; those whom a later report has named meanwhile are added before closing."""
    day = yield day
    _propose(work, clue, day)
    day = yield after(day, 3)
    _propose(work, clue, day)
    for outcome in clue.outcomes.filter(decision=Decision.PENDING).order_by("pk"):
        decide_outcome(by=work.chief, outcome=outcome, approved=True, on=day)
    close_clue(by=work.handler, clue=clue, way=_way(work), on=day)
    return day


def _propose(work: Work, clue: "Clue", on: date) -> None:
    known = set(clue.outcomes.values_list("person_id", flat=True))
    names = _names(work)
    for person in people_of(clue.matter):
        if person.pk not in known:
            facts = _outcome(work, names[person.pk], person.pk, on)
            propose_outcome(by=work.handler, clue=clue, facts=facts, on=on)


def _names(work: Work) -> dict[int, Person]:
    """Who is who, by the order in which each report named them: the names themselves are sealed."""
    told = {each.name: each for each in work.script.reported}
    named = (
        (row.pk, told[facts.name])
        for taken in work.taken
        for row, facts in zip(
            taken.report.people.order_by("position"), reported_in(work, taken.telling), strict=True
        )
    )
    return dict(named)


def _outcome(work: Work, person: Person, person_id: int, on: date) -> OutcomeFacts:
    """A township decides light party sanctions after the county's review; the county decides the rest."""
    by_county = person.measure.family is OutcomeFamily.PUBLIC_OFFICE
    sanction = by_county or person.measure.family is OutcomeFamily.PARTY
    return OutcomeFacts(
        person_id=person_id,
        truth=person.truth,
        measure=person.measure,
        form=person.form,
        reason=person.reason or work.script.words["finding"],
        deciding_organ_id=work.cast.town.county.pk if by_county else work.cast.organ_id,
        county_reviewed_on=on if sanction else None,
        losses_recovered=Decimal(person.losses),
    )


def _way(work: Work) -> ClosingWay:
    if work.script.course == "direct":
        return ClosingWay.DIRECT
    if all(each.truth is Truth.UNTRUE for each in work.script.reported):
        return ClosingWay.DISPROVED
    acted = any(each.measure is not Measure.NONE for each in work.script.reported)
    return ClosingWay.DEALT_WITH if acted else ClosingWay.ACCEPTED_ACCOUNT


def _close(work: Work, day: date) -> Steps:
    """Every reporter is answered; then the five completions, the closing and the file."""
    day = yield after(day, 4)
    answered = [taken for taken in work.taken if _answer(work, taken, day)]
    day = yield after(day, 5)
    for number, taken in enumerate(answered):
        if number % 2 == 0 and not work.script.words.get("silent"):
            rate(work, taken, day)
    for taken in work.taken:
        _answer(work, taken, day)
    assert work.matter is not None  # noqa: S101 - pursue has opened it
    for completion in Completion:
        record_completion(
            by=work.handler, matter=work.matter, completion=completion, note=NOTES[completion], on=day
        )
    close_matter(by=work.handler, matter=work.matter, on=day)
    work.matter.refresh_from_db()
    day = yield after(day, 10)
    archive_matter(
        by=work.handler,
        matter=work.matter,
        box=1 + day.month // 4,
        piece=1 + work.number,
        retention=Retention.THIRTY_YEARS,
        index=INDEX,
        on=day,
    )
    return day


def _answer(work: Work, taken: Taken, on: date) -> bool:
    """Whether there was anything left to answer."""
    taken.report.refresh_from_db()
    if taken.report.state in SETTLED_STATES or taken.report.state != ReportState.ACCEPTED:
        return False
    tell_result(work, taken, work.script.words["answer"], on)
    return True
