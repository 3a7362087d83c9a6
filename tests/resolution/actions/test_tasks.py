import pytest

from tests.reception.township import LETTER, MONDAY, MONTH_LATER, WEDNESDAY
from tests.resolution.casework import FOUND, concluding, under_verification, with_team
from tests.resolution.verifying import QUESTIONS, a_task
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.discretion import GivesAway
from yixian.resolution.actions import (
    DueTooEarly,
    MustStayAway,
    NotBeingVerified,
    NotFinished,
    NotOnTeam,
    SameHands,
    answer_task,
    give_task,
    hand_over_task,
    open_verification,
    submit_report,
    take_back_task,
)
from yixian.resolution.enums import TaskState
from yixian.resolution.models import Clue, Task, TaskHandOver
from yixian.resolution.queries import tasks_in_hand
from yixian.trail.steps import NotInThisState


def given(town, clue, **changes):
    asked = {
        "questions": QUESTIONS,
        "to_id": town["deputy"].staff_id,
        "due_on": MONTH_LATER,
        "on": WEDNESDAY,
    }
    return give_task(by=town["handler"], clue=clue, **(asked | changes))


def test_a_task_is_a_question_for_one_member_with_a_day(town):
    clue = with_team(town)

    first, second = a_task(town, clue), a_task(town, clue)

    assert (first.position, second.position, first.due_on) == (1, 2, MONTH_LATER)
    assert list(tasks_in_hand(town["deputy"].staff_id)) == [first, second]
    assert read_text(first, "questions", by=town["deputy"], about=first) == QUESTIONS


def test_a_task_with_the_letters_own_words_is_refused(town):
    clue = with_team(town)

    with pytest.raises(GivesAway, match="举报件原文"):
        given(town, clue, questions=LETTER.account)

    assert Task.objects.count() == 0


def test_a_task_goes_to_nobody_outside_the_team(town):
    with pytest.raises(NotOnTeam, match="已经确认无回避情形"):
        given(town, with_team(town), to_id=town["chief"].staff_id)


def test_a_task_waits_until_the_member_has_declared(town):
    clue = under_verification(town)
    ids = [town[who].staff_id for who in ("handler", "deputy")]
    open_verification(
        by=town["chief"], clue=clue, plan="查", lead_id=ids[0], member_ids=ids[1:], on=WEDNESDAY
    )

    with pytest.raises(NotOnTeam):
        give_task(
            by=town["chief"],
            clue=Clue.objects.get(pk=clue.pk),
            questions=QUESTIONS,
            to_id=ids[1],
            due_on=MONTH_LATER,
            on=WEDNESDAY,
        )


def test_recusal_is_asked_at_each_assignment(town):
    clue = with_team(town)
    declare_recusal(by=town["deputy"], subject=clue.matter, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    with pytest.raises(MustStayAway, match="书记丑与本线索有应当回避的情形"):
        a_task(town, clue)


def test_a_member_recused_later_does_nothing_more(town):
    task = a_task(town, with_team(town))
    matter = task.verification.clue.matter
    declare_recusal(by=town["deputy"], subject=matter, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    with pytest.raises(NotPermitted, match="应当回避"):
        answer_task(by=town["deputy"], task=task, found="没有公示。", on=WEDNESDAY)


def test_a_day_that_has_passed_is_no_due_day(town):
    with pytest.raises(DueTooEarly, match="不得早于今天"):
        given(town, with_team(town), due_on=MONDAY)


def test_only_the_lead_and_the_chief_give_tasks(town):
    clue = with_team(town)

    with pytest.raises(NotPermitted):
        give_task(
            by=town["clerk"],
            clue=clue,
            questions=QUESTIONS,
            to_id=town["deputy"].staff_id,
            due_on=MONTH_LATER,
            on=WEDNESDAY,
        )


def test_no_task_is_given_once_the_report_is_in(town):
    clue = concluding(town)

    with pytest.raises(NotBeingVerified, match="待提出处理结果"):
        a_task(town, Clue.objects.get(pk=clue.pk))


def test_a_task_is_answered_by_whoever_has_it(town):
    task = a_task(town, with_team(town))

    with pytest.raises(NotPermitted, match="本人办理"):
        answer_task(by=town["handler"], task=task, found="没有公示。", on=WEDNESDAY)
    answered = answer_task(by=town["deputy"], task=task, found="没有公示。", on=WEDNESDAY)

    assert (answered.state, answered.ended_on) == (TaskState.ANSWERED, WEDNESDAY)
    assert read_text(answered, "answer", by=town["handler"], about=answered) == "没有公示。"
    with pytest.raises(NotInThisState, match="已答复"):
        answer_task(by=town["deputy"], task=task, found="又查了。", on=WEDNESDAY)


def test_an_answer_does_not_name_the_reporter(town):
    task = a_task(town, with_team(town))

    with pytest.raises(GivesAway):
        answer_task(by=town["deputy"], task=task, found=LETTER.reporters[0].name, on=WEDNESDAY)


def test_a_task_is_handed_over_with_its_reason(town):
    task = a_task(town, with_team(town))

    handed = hand_over_task(
        by=town["handler"], task=task, to_id=town["handler"].staff_id, reason="外出培训", on=WEDNESDAY
    )

    assert list(tasks_in_hand(town["deputy"].staff_id)) == []
    assert list(tasks_in_hand(town["handler"].staff_id)) == [task]
    assert (handed.from_staff_id, handed.to_staff_id) == (
        town["deputy"].staff_id,
        town["handler"].staff_id,
    )
    assert read_text(handed, "reason", by=town["chief"], about=handed) == "外出培训"


def test_a_task_is_not_handed_to_whoever_has_it(town):
    task = a_task(town, with_team(town))

    with pytest.raises(SameHands):
        hand_over_task(
            by=town["handler"], task=task, to_id=town["deputy"].staff_id, reason="再", on=WEDNESDAY
        )

    assert TaskHandOver.objects.count() == 0


def test_a_task_is_taken_back_only_with_a_reason(town):
    task = a_task(town, with_team(town))

    with pytest.raises(TextMissing, match="收回的原因"):
        take_back_task(by=town["handler"], task=task, reason=" ", on=WEDNESDAY)
    back = take_back_task(by=town["handler"], task=task, reason="与任务二重复", on=WEDNESDAY)

    assert back.state == TaskState.TAKEN_BACK


def test_a_report_over_an_open_task_says_why(town):
    clue = with_team(town)
    a_task(town, clue)

    with pytest.raises(NotFinished, match="1项核查任务没有答复"):
        submit_report(by=town["handler"], clue=clue, content="经查属实", proposal=FOUND, on=WEDNESDAY)
    report = submit_report(
        by=town["handler"],
        clue=clue,
        content="经查属实",
        proposal=FOUND,
        left_open="知情人外出，证据已经足够",
        on=WEDNESDAY,
    )

    assert read_text(report, "left_open", by=town["chief"], about=report) == "知情人外出，证据已经足够"
