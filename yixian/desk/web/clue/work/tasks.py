"""核查任务: give, answer, hand over, take back."""

from typing import Any

from django import forms

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.clue.work.base import OfOne, WorkForm
from yixian.protection.texts import LONGEST
from yixian.resolution.actions import answer_task, give_task, hand_over_task, take_back_task
from yixian.toolkit.forms import DateInput, LongText


class GiveTask(WorkForm):
    slug, act, label, button = "give_task", "resolution.give_task", "布置核查任务", "布置"
    key = "t"
    says = (
        "只写要查清的问题，不写举报信原文，不写举报人；发出前系统会检查。",
        "只能交给已经确认无回避情形的成员，每次布置都会重新核对回避。",
    )
    staff = forms.TypedChoiceField(label="交给谁", coerce=int)
    due_on = forms.DateField(label="完成期限", widget=DateInput())
    questions = LongText("要查清的问题", LONGEST, rows=5, help_text="一行一个问题，写明找谁了解、调取什么。")

    def prepare(self) -> None:
        self.offer_takers("staff")

    def do(self) -> str:
        typed = self.cleaned_data
        task = give_task(
            by=self.case.officer,
            clue=self.case.clue,
            questions=typed["questions"],
            to_id=typed["staff"],
            due_on=typed["due_on"],
            on=self.case.on,
        )
        return f"{task}已布置给{task.staff.name}，会出现在其“今日”里。"


class OfTask(OfOne):
    """Of a task that is open."""

    @classmethod
    def find(cls, case: WorkCase, key: int) -> Any:
        return cls.found([each.task for each in case.open_tasks], key)

    @property
    def asked(self) -> str:
        return next(each.questions for each in self.case.tasks if each.task.pk == self.thing.pk)


class AnswerTask(OfTask):
    slug, act, label, button = "answer_task", "resolution.answer_task", "答复核查任务", "答复"
    by_hand = True
    found_ = LongText(
        "查到的情况",
        LONGEST,
        rows=8,
        help_text="逐个问题写查到了什么、证据是什么；查不到的，写明为什么。不要写举报人。",
    )

    def prepare(self) -> None:
        self.says = (f"{self.thing}，{self.thing.given_by.name}布置：", self.asked)

    def do(self) -> str:
        answer_task(by=self.case.officer, task=self.thing, found=self.cleaned_data["found_"], on=self.case.on)
        return f"{self.thing}已答复。"


class HandOverTask(OfTask):
    slug, act, label, button = "hand_over_task", "resolution.hand_over_task", "移交核查任务", "移交"
    says = ("由谁交给谁、为什么，都留在任务上。",)
    staff = forms.TypedChoiceField(label="交给谁", coerce=int)
    reason = LongText("移交原因", LONGEST // 10)

    def prepare(self) -> None:
        self.offer_takers("staff", but=self.thing.staff_id)

    def do(self) -> str:
        typed = self.cleaned_data
        handed = hand_over_task(
            by=self.case.officer,
            task=self.thing,
            to_id=typed["staff"],
            reason=typed["reason"],
            on=self.case.on,
        )
        return f"{self.thing}已移交{handed.to_staff.name}。"


class TakeBackTask(OfTask):
    slug, act, label, button = "take_back_task", "resolution.take_back_task", "收回核查任务", "收回"
    says = ("收回后不再答复；任务和收回的原因都保留。",)
    reason = LongText("收回的原因", LONGEST // 10)

    def do(self) -> str:
        take_back_task(
            by=self.case.officer, task=self.thing, reason=self.cleaned_data["reason"], on=self.case.on
        )
        return f"{self.thing}已收回。"


ACTS = (GiveTask, AnswerTask, HandOverTask, TakeBackTask)
