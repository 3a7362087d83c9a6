"""核查任务: given to a member with a day, answered, handed on, taken back. It carries questions, not the letter."""

from datetime import date

from django.db.models import Max

from yixian.assessment.queries import reports_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.reception.actions import require_discreet
from yixian.resolution.models import Clue, Task, TaskHandOver
from yixian.resolution.steps import move
from yixian.resolution.team import check_may_take, verification_going_on
from yixian.resolution.workflow import TASK
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

WHAT = "要查清的问题"


class DueTooEarly(Refusal):
    """Nobody can finish something yesterday."""

    key = "due_too_early"


class SameHands(Refusal):
    """It is with this person already."""

    key = "same_hands"


@leaves_trail("resolution.give_task")
def give_task(*, by: Officer, clue: Clue, questions: str, to_id: int, due_on: date, on: date) -> Task:
    """Give a member questions to find out by a day. Whole phrases of the letter are refused."""
    require(by, "resolution.give_task", clue)
    verification = verification_going_on(clue)
    check_may_take(by, clue, to_id)
    if due_on < on:
        raise DueTooEarly("完成期限不得早于今天，请重新填写。")
    require_discreet(by=by, reports=reports_of(clue.matter), text=questions, what=WHAT, of_the_letter=True)
    last = verification.tasks.aggregate(last=Max("position"))["last"] or 0
    task = Task(
        verification=verification,
        position=last + 1,
        staff_id=to_id,
        given_by_id=by.staff_id,
        given_on=on,
        due_on=due_on,
    )
    task.questions = seal_text(task, "questions", questions, organ_id=clue.organ_id, what=WHAT)
    task.save()
    return task


@leaves_trail("resolution.answer_task")
def answer_task(*, by: Officer, task: Task, found: str, on: date) -> Task:
    """What was found, by whoever has the task. It may say that nothing could be found."""
    require(by, "resolution.answer_task", task)
    verification_going_on(task.verification.clue)
    reports = reports_of(task.verification.clue.matter)
    require_discreet(by=by, reports=reports, text=found, what="查到的情况")
    sealed = seal_text(task, "answer", found, organ_id=task.organ_id, what="查到的情况")
    return move(TASK, "resolution.answer_task", task, ended_on=on, answer=sealed)


@leaves_trail("resolution.take_back_task")
def take_back_task(*, by: Officer, task: Task, reason: str, on: date) -> Task:
    """The task is no longer wanted, or was wrongly given; the reason stays with it."""
    require(by, "resolution.take_back_task", task)
    verification_going_on(task.verification.clue)
    sealed = seal_text(task, "answer", reason, organ_id=task.organ_id, what="收回的原因")
    return move(TASK, "resolution.take_back_task", task, ended_on=on, answer=sealed)


@leaves_trail("resolution.hand_over_task")
def hand_over_task(*, by: Officer, task: Task, to_id: int, reason: str, on: date) -> TaskHandOver:
    """Another member goes on with the task; from whom, to whom and why stay on record."""
    require(by, "resolution.hand_over_task", task)
    clue = task.verification.clue
    verification_going_on(clue)
    check_may_take(by, clue, to_id)
    if to_id == task.staff_id:
        raise SameHands("这项任务已经由所选的同志承担，请选择另一名成员。")
    handed = TaskHandOver(
        task=task, from_staff_id=task.staff_id, to_staff_id=to_id, ordered_by_id=by.staff_id, handed_on=on
    )
    handed.reason = seal_text(handed, "reason", reason, organ_id=task.organ_id, what="移交原因")
    handed.task = move(TASK, "resolution.hand_over_task", task, staff_id=to_id)
    handed.save()
    return handed
