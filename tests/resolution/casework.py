"""A matter on its way through resolution, in the invented 青禾镇: each step as one call."""

from dataclasses import replace

from tests.reception.township import LETTER, MONDAY, SECRETARY, STRANGER, TUESDAY, WEDNESDAY, Township
from tests.scenes import scene
from yixian.assessment.actions import open_matter
from yixian.assessment.models import Matter
from yixian.protection.actions import make_code
from yixian.reception.actions import accept_report, give_feedback, register_letter
from yixian.reception.enums import FeedbackWay
from yixian.reception.models import Report
from yixian.regulations.archiving import Retention
from yixian.regulations.classes import ClosingWay, Truth
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.completions import Completion
from yixian.regulations.outcomes import VerificationOutcome
from yixian.resolution.actions import (
    DisposalFacts,
    OutcomeFacts,
    archive_matter,
    close_clue,
    close_matter,
    decide_disposal,
    decide_outcome,
    decide_report,
    join_team,
    open_clue,
    open_verification,
    propose_disposal,
    propose_outcome,
    record_completion,
    submit_report,
)
from yixian.resolution.models import Clue, Disposal, Outcome

FOUND = VerificationOutcome.REMINDER_TALK
"""What a report proposes unless a test asks for another."""
TWO_PEOPLE = replace(LETTER, reported=(STRANGER, replace(STRANGER, name="另一人氏")))
ABOUT_SECRETARY = replace(LETTER, reported=(SECRETARY,))


@scene
def a_matter(town: Township, facts=LETTER) -> Matter:
    """Registered, accepted and owned by the handler, so that clerk, handler and chief are three people."""
    report = register_letter(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY).report
    accept_report(by=town["chief"], report=report, on=TUESDAY)
    return open_matter(by=town["clerk"], report=report, title="低保发放", on=TUESDAY)


@scene
def a_clue(town: Township, facts=LETTER) -> Clue:
    return open_clue(by=town["chief"], matter=a_matter(town, facts), questions="名单有无公示", on=TUESDAY)


@scene
def a_proposal(town: Township, kind: DisposalKind, facts=LETTER) -> Disposal:
    proposed = DisposalFacts(disposal=kind, reason="线索具体，可以核查")
    return propose_disposal(by=town["deputy"], clue=a_clue(town, facts), facts=proposed, on=TUESDAY)


@scene
def under_verification(town: Township, facts=LETTER) -> Clue:
    proposal = a_proposal(town, DisposalKind.PRELIMINARY_VERIFICATION, facts)
    return decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=WEDNESDAY).clue


@scene
def with_team(town: Township, facts=LETTER) -> Clue:
    clue = under_verification(town, facts)
    verification = open_verification(
        by=town["chief"],
        clue=clue,
        plan="一、名单有无公示？二、名额如何确定？",
        lead_id=town["handler"].staff_id,
        member_ids=[town["deputy"].staff_id],
        on=WEDNESDAY,
    )
    for member in verification.members.order_by("pk"):
        who = "handler" if member.staff_id == town["handler"].staff_id else "deputy"
        join_team(by=town[who], member=member, on=WEDNESDAY)
    return Clue.objects.get(pk=clue.pk)


@scene
def concluding(town: Township, facts=LETTER) -> Clue:
    report = submit_report(
        by=town["handler"],
        clue=with_team(town, facts),
        content="经查，名单未公示。",
        proposal=FOUND,
        on=WEDNESDAY,
    )
    return decide_report(by=town["chief"], report=report, approved=True, on=WEDNESDAY).clue


def an_outcome(town: Township, clue: Clue, person_id: int, **changes) -> Outcome:
    facts = OutcomeFacts(
        person_id=person_id,
        truth=Truth.MOSTLY_TRUE,
        measure=Measure.CRITICISM,
        reason="名单未公示属实",
        deciding_organ_id=town.organ.pk,
    )
    return propose_outcome(by=town["handler"], clue=clue, facts=replace(facts, **changes), on=WEDNESDAY)


@scene
def a_complete_matter(town: Township) -> Matter:
    """Answered, with all five completions confirmed; it has yet to be closed."""
    clue = with_outcomes(town)
    close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)
    report = clue.matter.links.get().report
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已公示。", on=WEDNESDAY)
    matter = Matter.objects.get(pk=clue.matter_id)
    for each in Completion:
        record_completion(by=town["chief"], matter=matter, completion=each, note=each.requires, on=WEDNESDAY)
    return matter


@scene
def a_closed_matter(town: Township) -> Matter:
    return close_matter(by=town["chief"], matter=a_complete_matter(town), on=WEDNESDAY)


@scene
def an_archived_report(town: Township) -> Report:
    """A report all of whose life is over: answered, its matter closed and put away."""
    closed = a_closed_matter(town)
    archive_matter(
        by=town["clerk"],
        matter=closed,
        box=3,
        piece=14,
        retention=Retention.THIRTY_YEARS,
        index="举报信｜2",
        on=WEDNESDAY,
    )
    return closed.links.get().report


@scene
def with_outcomes(town: Township, facts=LETTER) -> Clue:
    clue = concluding(town, facts)
    for person in clue.matter.links.get().report.people.order_by("position"):
        decide_outcome(
            by=town["chief"], outcome=an_outcome(town, clue, person.pk), approved=True, on=WEDNESDAY
        )
    return clue
