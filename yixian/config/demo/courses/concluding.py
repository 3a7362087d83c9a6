"""The end of a matter: an outcome for each person, an answer for each reporter, the five completions, the file."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from yixian.assessment.queries import people_of
from yixian.config.demo.courses.receiving import reported_in
from yixian.config.demo.courses.telling import rate, tell_result
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Steps, after
from yixian.config.demo.scripts import Person
from yixian.protection.officer import Officer
from yixian.reception.enums import ReportState
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.classes import ClosingWay, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.completions import Completion
from yixian.regulations.outcomes import OutcomeFamily
from yixian.resolution.actions import (
    OutcomeFacts,
    archive_matter,
    close_clue,
    close_matter,
    decide_outcome,
    propose_outcome,
    record_completion,
)
from yixian.resolution.enums import Decision
from yixian.resolution.filing import index_text
from yixian.resolution.queries.filing import next_place, proposed_index, retention_of

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.resolution.models import Clue


NOTES = {
    Completion.INVESTIGATED: "反映的问题已逐项核查，核查（了结）意见已经审批。",
    Completion.HANDLED: "对每名被反映人都有经审批的处理意见，应当退缴的款项已经退缴。",
    Completion.FED_BACK: "实名的已当面或者书面反馈并记录意见，匿名的已通过查询码信箱答复。",
    Completion.ARCHIVED: "材料收集齐全，目录与实物一致。",
    Completion.EDUCATED: "已对有关人员谈话教育，在村务监督会议上作了提醒。",
}


def conclude(work: Work, clue: "Clue", day: date) -> Steps:
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
            facts = _outcome(work, names[person.pk], person.pk)
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


def _outcome(work: Work, person: Person, person_id: int) -> OutcomeFacts:
    """A township decides light party sanctions after the county's review; the county decides the rest."""
    by_county = person.measure.family is OutcomeFamily.PUBLIC_OFFICE
    return OutcomeFacts(
        person_id=person_id,
        truth=person.truth,
        measure=person.measure,
        form=person.form,
        reason=person.reason or work.script.words["finding"],
        deciding_organ_id=work.cast.town.county.pk if by_county else work.cast.organ_id,
        losses_recovered=Decimal(person.losses),
    )


def _way(work: Work) -> ClosingWay:
    if work.script.course == "direct":
        return ClosingWay.DIRECT
    if all(each.truth is Truth.UNTRUE for each in work.script.reported):
        return ClosingWay.DISPROVED
    acted = any(each.measure is not Measure.NONE for each in work.script.reported)
    return ClosingWay.DEALT_WITH if acted else ClosingWay.ACCEPTED_ACCOUNT


def close(work: Work, day: date) -> Steps:
    """Every reporter is answered; then the five completions, the closing and the file."""
    day = yield after(day, 4)
    answered = [taken for taken in work.taken if _answer(work, taken, day)]
    day = yield after(day, 5)
    for number, taken in enumerate(answered):
        if number % 2 == 0 and not work.script.words.get("silent"):
            rate(work, taken, day)
    for taken in work.taken:
        _answer(work, taken, day)
    matter = complete(work, work.handler, day)
    day = yield after(day, 10)
    box, piece = next_place(matter.organ_id, day.year)
    archive_matter(
        by=work.handler,
        matter=matter,
        box=box,
        piece=piece,
        retention=retention_of(matter).retention,
        index=index_text(proposed_index(matter)),
        on=day,
    )
    return day


def complete(work: Work, by: Officer, on: date) -> "Matter":
    """The five completions, and the closing."""
    assert work.matter is not None  # noqa: S101 - its course has opened it
    for completion in Completion:
        record_completion(by=by, matter=work.matter, completion=completion, note=NOTES[completion], on=on)
    close_matter(by=by, matter=work.matter, on=on)
    work.matter.refresh_from_db()
    return work.matter


def _answer(work: Work, taken: Taken, on: date) -> bool:
    """Whether there was anything left to answer."""
    taken.report.refresh_from_db()
    if taken.report.state in SETTLED_STATES or taken.report.state != ReportState.ACCEPTED:
        return False
    tell_result(work, taken, work.script.words["answer"], on)
    return True
