"""Deeds by which the reporter tells the office more: an answer to its question, a further word."""

from collections.abc import Callable
from typing import Any

from yixian.reception.actions import Letter, Mailbox, answer_question, write_as_reporter
from yixian.reception.enums import MessageKind
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.window.forms import WriteForm
from yixian.window.web.mailbox.deed import Deed, Doer, Doing


def writing(label: str, help_text: str = "") -> Callable[[Any], FaceForm]:
    """A sheet with one field."""
    return lambda typed: WriteForm(typed, label=label, help_text=help_text)


def sending(kind: MessageKind) -> Doing:
    def do(by: Doer, form: FaceForm) -> object:
        text = form.cleaned_data["text"]
        return write_as_reporter(by=by.reporter, text=text, on=today(), kind=kind, files=by.files)

    return do


def _question(mailbox: Mailbox, number: int) -> Letter | None:
    """A question of the office that nobody has answered yet."""
    asked = (letter for letter in mailbox.letters if letter.question == number)
    return next((letter for letter in asked if letter.answered_on is None), None)


def _answer(by: Doer, form: FaceForm) -> object:
    text = form.cleaned_data["text"]
    return answer_question(by=by.reporter, number=by.number, text=text, on=today(), files=by.files)


DEEDS = {
    "answer": Deed(
        door="回答工作人员的问题",
        intro="不知道的，写“不知道”就行。",
        button="发出回答",
        done="您的回答已经送到。",
        ask=writing("您的回答"),
        do=_answer,
        find=_question,
        takes_files=True,
        template="window/mailbox/answer.html",
    ),
    "further": Deed(
        door="补充情况、补交材料",
        hint="又想起什么、又发生了什么、又找到照片、单据、录音。",
        intro="原来写过的不用再写。反映了新的问题，会另外办理。",
        button="发出补充",
        done="您补充的情况已经送到。",
        ask=writing("您要补充什么？"),
        do=sending(MessageKind.FURTHER),
        takes_files=True,
    ),
}
