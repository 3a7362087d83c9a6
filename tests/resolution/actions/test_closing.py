from dataclasses import replace

import pytest

from tests.assessment import consulting
from tests.assessment.hard_matters import a_plan
from tests.moulds import poured
from tests.reception.township import LETTER, MONDAY, TUESDAY, WEDNESDAY, holder_of
from tests.resolution.casework import an_archived_report, under_verification, with_outcomes, with_team
from tests.resolution.following import proposed
from tests.resolution.verifying import a_talk
from tests.scenes import scene
from yixian.assessment.actions import finish_duty, finish_plan_step, open_matter
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter
from yixian.assessment.queries import undone_duties_of, undone_steps
from yixian.protection.actions import make_code
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import why_not
from yixian.protection.texts import read_text
from yixian.reception.actions import (
    accept_report,
    give_feedback,
    give_view,
    issue_notice,
    register_letter,
    write_to_reporter,
)
from yixian.reception.enums import FeedbackWay, NoticeKind, ReadBackWay, ReporterView, SourceKind
from yixian.reception.models import Clock, Report
from yixian.regulations.archiving import Retention
from yixian.regulations.classes import ClosingWay
from yixian.regulations.completions import Completion
from yixian.resolution.actions import (
    AlreadyMarked,
    MatterClosed,
    NotComplete,
    PlaceTaken,
    archive_matter,
    close_clue,
    close_matter,
    open_clue,
    read_back_talk,
    record_completion,
    sign_talk,
)
from yixian.resolution.enums import TalkSigned
from yixian.trail.steps import NotInThisState


@scene
def resolved(town, facts=LETTER) -> Matter:
    clue = with_outcomes(town, facts)
    close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)
    report = clue.matter.links.get().report
    give_feedback(
        by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="名单已重新公示。", on=WEDNESDAY
    )
    return Matter.objects.get(pk=clue.matter_id)


def mark(town, matter, *completions):
    for completion in completions:
        record_completion(
            by=town["chief"], matter=matter, completion=completion, note=completion.requires, on=WEDNESDAY
        )


def test_closing_names_each_completion_that_is_missing(town):
    matter = resolved(town)
    mark(town, matter, Completion.INVESTIGATED, Completion.HANDLED, Completion.FED_BACK)

    with pytest.raises(NotComplete, match=r"归档到位.*教育到位") as refused:
        close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)

    assert "调查到位" not in refused.value.message


def test_a_completion_that_the_records_contradict_is_refused(town):
    matter = under_verification(town).matter

    for completion, against in (
        (Completion.INVESTIGATED, "线索（线2026-0001）尚未查清"),
        (Completion.HANDLED, "还有线索没有了结"),
        (Completion.FED_BACK, "还有1件来件尚未答复"),
    ):
        with pytest.raises(NotComplete, match=against):
            mark(town, matter, completion)


def test_a_completion_is_confirmed_once(town):
    matter = resolved(town)
    mark(town, matter, Completion.INVESTIGATED)

    with pytest.raises(AlreadyMarked, match="“调查到位”已经确认"):
        mark(town, matter, Completion.INVESTIGATED)


def test_closing_names_the_steps_of_the_plan_that_are_not_done(town):
    matter = resolved(town)
    mark(town, matter, *Completion)
    a_plan(town, matter)

    with pytest.raises(NotComplete, match=r"还有1个步骤没有完成：调解协商（3月6日）"):
        close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)
    finish_plan_step(by=town["chief"], step=undone_steps(matter).get(), result="签了协议", on=WEDNESDAY)

    assert close_matter(by=town["chief"], matter=matter, on=WEDNESDAY).state == MatterState.CLOSED


def test_closing_names_the_duties_of_a_consultation_that_are_not_done(db):
    town = poured(consulting.found_town)
    matter = resolved(town)
    mark(town, matter, *Completion)
    consulting.decided(town, matter)

    with pytest.raises(NotComplete, match="联席会诊布置的任务还有1项没有完成：青禾镇综治办的会诊任务"):
        close_matter(by=town["chief"], matter=matter, on=consulting.DUE)
    finish_duty(by=town["chief"], duty=undone_duties_of(matter).get(), words="已张榜", on=consulting.DUE)

    assert close_matter(by=town["chief"], matter=matter, on=consulting.DUE).state == MatterState.CLOSED


def test_a_matter_with_all_five_is_closed_and_archived(town):
    matter = resolved(town)
    mark(town, matter, *Completion)

    closed = close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)
    archived = archive_matter(
        by=town["clerk"],
        matter=closed,
        box=1,
        piece=3,
        retention=Retention.THIRTY_YEARS,
        index="核查报告｜8\n登记表｜1",
        on=WEDNESDAY,
    )

    assert (closed.state, closed.closed_on) == (MatterState.CLOSED, WEDNESDAY)
    assert archived.number == "qinghe·2026·001-003"
    assert read_text(archived, "index", by=town["clerk"], about=matter) == "核查报告｜8\n登记表｜1"
    assert Matter.objects.get(pk=matter.pk).state == MatterState.ARCHIVED


def test_closing_meets_the_clock_of_what_a_superior_assigned(town):
    matter = resolved(town, replace(LETTER, source=SourceKind.ASSIGNED_BY_SUPERIOR))
    mark(town, matter, *Completion)

    close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)

    clock = Clock.objects.get(term_key="assignment_report")
    assert (clock.met_on, clock.met_by) == (WEDNESDAY, "resolution.close_matter")


def test_an_open_matter_is_not_archived(town):
    with pytest.raises(NotInThisState, match="办理中"):
        archive_matter(
            by=town["clerk"],
            matter=resolved(town),
            box=1,
            piece=1,
            retention=Retention.TEN_YEARS,
            index="登记表｜1",
            on=WEDNESDAY,
        )


def test_two_files_do_not_stand_in_one_place(town):
    first = resolved(town)
    second = resolved(town, replace(LETTER, title="另一件事"))
    place = {"box": 1, "piece": 3, "retention": Retention.PERMANENT, "index": "登记表｜1", "on": WEDNESDAY}
    for matter in (first, second):
        mark(town, matter, *Completion)
        close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)
    archive_matter(by=town["clerk"], matter=Matter.objects.get(pk=first.pk), **place)

    with pytest.raises(PlaceTaken, match="案卷号qinghe·2026·001-003已经有卷宗"):
        archive_matter(by=town["clerk"], matter=Matter.objects.get(pk=second.pk), **place)

    assert Matter.objects.get(pk=second.pk).state == MatterState.CLOSED


def test_of_an_archived_report_nothing_is_issued_or_handed_over_any_more(town):
    report = an_archived_report(town)

    refused = {
        act: why_not(town["chief"], f"reception.{act}", report)
        for act in ("issue_notice", "hand_over", "reopen_report", "record_withdrawal", "verify_signing")
    }
    with pytest.raises(NotPermitted, match="归档后不再改动"):
        issue_notice(by=town["chief"], report=report, kind=NoticeKind.EXTENSION, on=WEDNESDAY)

    assert [act for act, why in refused.items() if "归档后不再改动" not in why] == []
    assert report.notices.filter(kind=NoticeKind.EXTENSION).count() == 0


def test_the_reporter_of_an_archived_report_is_still_answered(town):
    report = an_archived_report(town)

    write_to_reporter(by=town["chief"], report=report, text="已收到。", on=WEDNESDAY)

    assert report.messages.count() == 1


def test_no_clue_is_opened_in_an_archived_matter(town):
    matter = an_archived_report(town).matter_links.get().matter

    with pytest.raises(MatterClosed, match="已归档，不能再登记线索"):
        open_clue(by=town["chief"], matter=matter, questions="还有什么", on=WEDNESDAY)

    assert matter.clues.count() == 1


def test_a_file_with_a_talk_nobody_signed_is_not_ready_to_be_put_away(town):
    clue = with_team(town)
    talk = a_talk(town, clue)

    with pytest.raises(NotComplete, match=r"还有1份谈话笔录没有签名，不能确认“归档到位”"):
        mark(town, clue.matter, Completion.ARCHIVED)
    read_back_talk(by=town["deputy"], talk=talk, way=ReadBackWay.ALOUD, corrections="", on=WEDNESDAY)
    sign_talk(by=town["deputy"], talk=talk, as_=TalkSigned.PAPER, reason="", on=WEDNESDAY)

    mark(town, clue.matter, Completion.ARCHIVED)


def test_who_was_accused_wrongly_is_cleared_before_education_is_confirmed(town):
    clearing = proposed(town)

    with pytest.raises(NotComplete, match=r"还有1人还没有澄清，不能确认“教育到位”"):
        mark(town, clearing.clue.matter, Completion.EDUCATED)


def test_who_objects_has_an_explanation_before_education_is_confirmed(town):
    registered = register_letter(by=town["clerk"], facts=LETTER, code=make_code(), on=MONDAY)
    accept_report(by=town["chief"], report=registered.report, on=TUESDAY)
    matter = open_matter(by=town["clerk"], report=registered.report, title="低保发放", on=TUESDAY)
    report = Report.objects.get(pk=registered.report.pk)
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已公示。", on=WEDNESDAY)
    by_code = holder_of(registered.code)
    give_view(by=by_code, view=ReporterView.OBJECTED, text="账不全。", on=WEDNESDAY)

    with pytest.raises(NotComplete, match=r"还有1件来件的不同意见没有说明，不能确认“教育到位”"):
        mark(town, matter, Completion.EDUCATED)
