"""An objection is decided by somebody else; what was closed or archived is handled again, and the first stays."""

from dataclasses import replace

import pytest

from tests.reception.township import STRANGER, WEDNESDAY
from tests.resolution.casework import a_closed_matter, an_archived_report
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import add_reported, give_feedback, record_view, rule_on_objection
from yixian.reception.actions.deciding import NoNewEvidence
from yixian.reception.enums import FeedbackWay, ReopenGround, ReporterView, ReportState
from yixian.reception.queries import put_away_reports
from yixian.regulations.classes import ClosingWay, Truth
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.completions import Completion
from yixian.resolution.actions import (
    DisposalFacts,
    HasAFile,
    NothingToReopen,
    NotToRenew,
    OutcomeFacts,
    ReopeningFacts,
    SomebodyIsMissing,
    archive_matter,
    close_clue,
    close_matter,
    decide_disposal,
    decide_outcome,
    propose_disposal,
    propose_outcome,
    read_reopenings,
    record_completion,
    renew_clue,
    reopen_handling,
    supplement_file,
)
from yixian.resolution.models import ArchiveFile, Clue, CompletionMark, Outcome
from yixian.resolution.queries import approved_outcomes, completions_of
from yixian.resolution.queries.loose import people_of_clues

pytestmark = pytest.mark.django_db


def facts(ground=ReopenGround.OBJECTION, reason="原来没有核对第二本账。") -> ReopeningFacts:
    return ReopeningFacts(ground=ground, reason=reason)


def objected(town, report, view=ReporterView.OBJECTION):
    feedback = report.feedbacks.get()
    record_view(by=town["deputy"], feedback=feedback, view=view, note="账不全。", on=WEDNESDAY)
    return feedback


def upheld(town, report):
    feedback = objected(town, report)
    rule_on_objection(by=town["deputy"], feedback=feedback, upheld=True, reason="您说得对。", on=WEDNESDAY)
    report.refresh_from_db()
    return report


def outcome_facts(town, person_id: int, **changes) -> OutcomeFacts:
    facts = OutcomeFacts(
        person_id=person_id,
        truth=Truth.MOSTLY_TRUE,
        measure=Measure.CRITICISM,
        reason="第二本账属实",
        deciding_organ_id=town.organ.pk,
    )
    return replace(facts, **changes)


def decided_anew(town, clue: Clue, person_id: int, **changes) -> Clue:
    """The renewed clue, concluded with one new outcome."""
    renewed = renew_clue(by=town["deputy"], clue=clue, questions="第二本账记了什么", on=WEDNESDAY)
    proposed = DisposalFacts(disposal=DisposalKind.CLOSED, reason="账上已经看清")
    proposal = propose_disposal(by=town["deputy"], clue=renewed, facts=proposed, on=WEDNESDAY)
    renewed = decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=WEDNESDAY).clue
    outcome = propose_outcome(
        by=town["deputy"], clue=renewed, facts=outcome_facts(town, person_id, **changes), on=WEDNESDAY
    )
    decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=WEDNESDAY)
    return renewed


def test_an_upheld_objection_opens_report_and_matter_and_the_first_outcome_stays(town):
    matter = a_closed_matter(town)
    report, first = upheld(town, matter.links.get().report), Outcome.objects.get()

    again = reopen_handling(by=town["chief"], report=report, facts=facts(), on=WEDNESDAY)
    matter.refresh_from_db()
    renewed = decided_anew(town, Clue.objects.get(), first.person_id, measure=Measure.REMINDER_TALK)
    close_clue(by=town["deputy"], clue=renewed, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)

    first.refresh_from_db()
    assert (matter.state, report.state, again.closed_on) == (
        MatterState.OPEN,
        ReportState.ACCEPTED,
        WEDNESDAY,
    )
    assert (first.measure, first.clue.closed_on) == (Measure.CRITICISM.value, WEDNESDAY)
    assert [each.measure for each in approved_outcomes([town.organ.pk])] == [Measure.REMINDER_TALK.value]
    assert Outcome.objects.get(clue=renewed).replaces == first
    assert report.clocks.filter(term_key="ordinary_closing", met_on__isnull=True).count() == 1
    assert read_reopenings(by=town["chief"], report=report) == {again.uid: "原来没有核对第二本账。"}


def test_the_five_completions_are_confirmed_anew_and_the_old_marks_stay(town):
    matter = a_closed_matter(town)
    report = upheld(town, matter.links.get().report)

    reopen_handling(by=town["chief"], report=report, facts=facts(), on=WEDNESDAY)

    assert completions_of(matter.pk).count() == 0
    assert CompletionMark.objects.filter(lapsed_on=WEDNESDAY).count() == len(Completion)


def test_an_archived_file_is_added_to_and_not_made_anew(town):
    report = upheld(town, an_archived_report(town))
    file = ArchiveFile.objects.get()
    until = file.kept_until
    reopen_handling(by=town["chief"], report=report, facts=facts(), on=WEDNESDAY)
    out = put_away_reports().filter(report=report).exists()
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已补查。", on=WEDNESDAY)
    matter = Matter.objects.get()
    for each in Completion:
        record_completion(by=town["chief"], matter=matter, completion=each, note=each.requires, on=WEDNESDAY)
    closed = close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)
    with pytest.raises(HasAFile, match="补充归档"):
        archive_matter(
            by=town["clerk"],
            matter=closed,
            box=3,
            piece=15,
            retention=file.retention,
            index="举报信｜2",
            on=WEDNESDAY,
        )

    added = supplement_file(
        by=town["clerk"], file=ArchiveFile.objects.get(), index="反馈记录｜3", on=WEDNESDAY
    )

    file = ArchiveFile.objects.get()
    assert (out, put_away_reports().filter(report=report).exists()) == (False, True)
    assert (added.pages, file.pages, file.kept_until) == (3, 5, until)
    assert Matter.objects.get().state == MatterState.ARCHIVED


def test_whoever_owns_the_report_does_not_judge_the_objection(town):
    report = a_closed_matter(town).links.get().report
    feedback = objected(town, report)

    with pytest.raises(NotPermitted, match="纪委书记"):
        rule_on_objection(by=town["clerk"], feedback=feedback, upheld=False, reason="维持。", on=WEDNESDAY)


def test_without_an_upheld_objection_it_is_not_opened_on_that_ground(town):
    report = a_closed_matter(town).links.get().report
    feedback = objected(town, report)
    rule_on_objection(by=town["deputy"], feedback=feedback, upheld=False, reason="维持。", on=WEDNESDAY)

    with pytest.raises(NoNewEvidence, match="审查异议"):
        reopen_handling(by=town["chief"], report=report, facts=facts(), on=WEDNESDAY)
    assert Matter.objects.get().state == MatterState.CLOSED


def test_what_is_under_way_is_not_reopened(town):
    report = a_closed_matter(town).links.get().report
    reopen_handling(by=town["chief"], report=report, facts=facts(ReopenGround.FOUND), on=WEDNESDAY)

    with pytest.raises(NothingToReopen, match="已答复"):
        reopen_handling(by=town["chief"], report=report, facts=facts(ReopenGround.ORDER), on=WEDNESDAY)


def test_who_was_named_after_the_clue_had_closed_gets_an_outcome_in_the_renewed_one(town):
    matter = a_closed_matter(town)
    report, clue = matter.links.get().report, Clue.objects.get()
    reopen_handling(by=town["chief"], report=report, facts=facts(ReopenGround.FOUND), on=WEDNESDAY)
    late = add_reported(
        by=town["chief"], report=report, reported=replace(STRANGER, name="后来的人"), on=WEDNESDAY
    )
    strays = [person.pk for _, person, outcome in people_of_clues(Clue.objects.all()) if outcome is None]

    renewed = decided_anew(town, clue, late.pk)
    close_clue(by=town["deputy"], clue=renewed, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)

    assert strays == [late.pk]
    assert [outcome is None for _, _, outcome in people_of_clues(Clue.objects.all())] == [False, False]


def test_a_member_of_the_old_team_who_does_not_own_the_matter_cannot_renew_its_clue(town):
    report, clue = a_closed_matter(town).links.get().report, Clue.objects.get()
    reopen_handling(by=town["chief"], report=report, facts=facts(ReopenGround.FOUND), on=WEDNESDAY)

    with pytest.raises(NotPermitted, match="由事项的承办人或者纪委书记办理"):
        renew_clue(by=town["handler"], clue=clue, questions="再查", on=WEDNESDAY)
    assert town["handler"].staff_id in clue.team_ids()


def test_a_renewed_clue_is_not_closed_without_any_outcome_and_renewed_once(town):
    matter = a_closed_matter(town)
    report, clue = matter.links.get().report, Clue.objects.get()
    reopen_handling(by=town["chief"], report=report, facts=facts(ReopenGround.FOUND), on=WEDNESDAY)
    renewed = renew_clue(by=town["deputy"], clue=clue, questions="再查", on=WEDNESDAY)

    with pytest.raises(SomebodyIsMissing, match="重新作出"):
        close_clue(by=town["deputy"], clue=renewed, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)
    with pytest.raises(NotToRenew, match="后一条线索"):
        renew_clue(by=town["deputy"], clue=clue, questions="再查", on=WEDNESDAY)
