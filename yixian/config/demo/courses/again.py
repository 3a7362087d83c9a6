"""重新办理: the reporter objects to the result, is found right, and the matter comes to a second one."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.queries import people_of
from yixian.config.demo.courses.concluding import complete
from yixian.config.demo.courses.telling import owner
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Steps, after
from yixian.protection.actions import present_code
from yixian.reception.actions import give_feedback, give_view, rule_on_objection
from yixian.reception.enums import FeedbackWay, ReopenGround, ReporterView
from yixian.reception.queries import latest_feedback
from yixian.regulations.classes import ClosingWay, Disposal, FourForms, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.resolution.actions import (
    DisposalFacts,
    OutcomeFacts,
    ReopeningFacts,
    close_clue,
    decide_disposal,
    decide_outcome,
    propose_disposal,
    propose_outcome,
    renew_clue,
    reopen_handling,
    supplement_file,
)
from yixian.resolution.filing import index_text
from yixian.resolution.queries.filing import added_index, archive_file_by_matter

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.resolution.models import Clue


def again(work: Work, taken: Taken, clue: "Clue", day: date) -> Steps:
    """From the objection in the mailbox to the supplement of the file; only in the story that has the words for it."""
    words = work.script.words
    if "objection" not in words or work.matter is None:
        return day
    day = yield from _object(work, taken, after(day, 6))
    facts = ReopeningFacts(ground=ReopenGround.OBJECTION, reason=words["reopened"])
    reopen_handling(by=work.chief, report=taken.report, facts=facts, on=day)
    begun = day
    day = yield after(day, 2)
    work.matter.refresh_from_db()
    clue.refresh_from_db()
    renewed = renew_clue(by=work.handler, clue=clue, questions=words["questions_again"], on=day)
    day = yield from _settle(work, renewed, day)
    day = yield after(day, 3)
    _answer_anew(work, taken, day)
    day = yield after(day, 5)
    matter = complete(work, work.handler, day)
    day = yield after(day, 8)
    return _supplement(work, matter, begun, day)


def _object(work: Work, taken: Taken, day: date) -> Steps:
    day = yield day
    words = work.script.words
    give_view(by=present_code(taken.code), view=ReporterView.OBJECTED, text=words["objection"], on=day)
    day = yield after(day, 4)
    taken.report.refresh_from_db()
    told = latest_feedback(taken.report)
    assert told is not None  # noqa: S101 - the reporter has just objected to it
    rule_on_objection(by=work.chief, feedback=told, upheld=True, reason=words["upheld"], on=day)
    return (yield after(day, 1))


def _settle(work: Work, clue: "Clue", day: date) -> Steps:
    """What the first time left out lies in the accounts: it is settled without another verification."""
    words = work.script.words
    facts = DisposalFacts(disposal=Disposal.CLOSED, reason=words["finding_again"])
    proposed = propose_disposal(by=work.handler, clue=clue, facts=facts, on=day)
    day = yield after(day, 2)
    clue = decide_disposal(by=work.chief, disposal=proposed, approved=True, on=day, note="同意。").clue
    told = OutcomeFacts(
        person_id=0,
        truth=Truth.MOSTLY_TRUE,
        measure=Measure.ADMONITION,
        form=FourForms.FIRST,
        reason=words["finding_again"],
        deciding_organ_id=work.cast.organ_id,
    )
    for person in people_of(clue.matter):
        facts_of = replace(told, person_id=person.pk)
        outcome = propose_outcome(by=work.handler, clue=clue, facts=facts_of, on=day)
        decide_outcome(by=work.chief, outcome=outcome, approved=True, on=day)
    close_clue(by=work.handler, clue=clue, way=ClosingWay.DEALT_WITH, on=day)
    return day


def _answer_anew(work: Work, taken: Taken, on: date) -> None:
    taken.report.refresh_from_db()
    text, way = work.script.words["answer_again"], FeedbackWay.MAILBOX
    give_feedback(by=owner(work, taken), report=taken.report, way=way, text=text, on=on)


def _supplement(work: Work, matter: "Matter", since: date, day: date) -> date:
    file = archive_file_by_matter(matter.pk)
    assert file is not None  # noqa: S101 - the first handling has filed it
    index = index_text(added_index(matter, since))
    supplement_file(by=work.handler, file=file, index=index, on=day)
    return day
