"""What the holder of a code may do, as one table: the question, the words around it, and the action."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.protection.officer import Reporter
from yixian.reception.actions import RatingFacts, rate_handling, withdraw_report, write_as_reporter
from yixian.reception.enums import MessageKind, Rating
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.window.forms import OpinionForm, RatingForm, WriteForm
from yixian.window.forms.mailbox import OPINIONS

RATINGS = {rating.value: rating for rating in Rating}
Asking = Callable[[Any], FaceForm]
Doing = Callable[[Reporter, FaceForm], object]


@dataclass(frozen=True, slots=True)
class Deed:
    """``door`` and ``hint`` stand in the mailbox, ``done`` after it was done; ``kind`` colours the button.

    ``is_hard`` sets apart what is there for bad times, so that it is found and is not in the way.
    """

    door: str
    hint: str
    intro: str
    button: str
    done: str
    ask: Asking
    do: Doing
    kind: str = "primary"
    is_hard: bool = False


def writing(label: str, help_text: str = "") -> Asking:
    return lambda typed: WriteForm(typed, label=label, help_text=help_text)


def sending(kind: MessageKind, opening: str = "") -> Doing:
    def do(by: Reporter, form: FaceForm) -> object:
        text = f"{opening}{form.cleaned_data['text']}"
        return write_as_reporter(by=by, text=text, on=today(), kind=kind)

    return do


def _give_opinion(by: Reporter, form: FaceForm) -> object:
    chosen, text = OPINIONS[form.cleaned_data["opinion"]], form.cleaned_data["text"].strip()
    words = f"对处理结果的意见：{chosen}。" + (f"\n{text}" if text else "")
    return write_as_reporter(by=by, text=words, on=today(), kind=MessageKind.FURTHER)


def _withdraw(by: Reporter, form: FaceForm) -> object:
    return withdraw_report(by=by, reason=form.cleaned_data["text"], on=today())


def _rate(by: Reporter, form: FaceForm) -> object:
    given = form.cleaned_data
    rating = RatingFacts(
        unit=RATINGS[given["unit"]], reception=RATINGS[given["reception"]], reason=given["reason"]
    )
    return rate_handling(by=by, rating=rating, on=today())


DEEDS: dict[str, Deed] = {
    "answer": Deed(
        "回答工作人员的问题",
        "工作人员问了您什么，就在这里回答。",
        "不知道的，写“不知道”就行。",
        "发出回答",
        "您的回答已经送到。",
        writing("您的回答"),
        sending(MessageKind.ANSWER),
    ),
    "further": Deed(
        "补充情况",
        "又想起什么、又发生了什么、哪里能找到证据。",
        "原来写过的不用再写。反映了新的问题，会另外办理。",
        "发出补充",
        "您补充的情况已经送到。",
        writing("您要补充什么？"),
        sending(MessageKind.FURTHER),
    ),
    "opinion": Deed(
        "对结果说说意见",
        "同意不同意都可以说；有新的证据，我们接着核实。",
        "您的意见会登记下来，并向您说明。",
        "发出意见",
        "您的意见已经送到。",
        OpinionForm,
        _give_opinion,
    ),
    "rate": Deed(
        "评价",
        "给办事的单位和接待您的人分别评价。",
        "两样分开评，每次答复评价一次。评价不影响您反映的事情。",
        "提交评价",
        "您的评价已经收到，谢谢。",
        RatingForm,
        _rate,
    ),
    "recusal": Deed(
        "申请工作人员回避",
        "办理的人和被反映的人有亲戚、利害关系。",
        "写明要求谁回避、为什么。不知道姓名的，写职务也行。由纪委书记审查决定。",
        "发出申请",
        "您的回避申请已经送到。",
        writing("您要求谁回避，为什么？", "例如：办理的人是被反映人的亲戚。"),
        sending(MessageKind.PROTECTION, "【申请工作人员回避】"),
        is_hard=True,
    ),
    "retaliation": Deed(
        "反映打击报复，或者申请保护",
        "有人打听、威胁、刁难您或者您的家人。",
        "这一类来信会单独提醒负责人。情况紧急、人身有危险的，请马上拨打110。",
        "发出",
        "您的来信已经送到，会单独提醒负责人。",
        writing("发生了什么？您需要什么保护？", "谁、什么时候、怎么说、怎么做的。"),
        sending(MessageKind.RETALIATION),
        is_hard=True,
    ),
    "withdraw": Deed(
        "撤回",
        "您不想继续反映了。",
        "撤回会登记下来。已经反映的问题属于应当查清的，我们仍然会按规定办理。没有人可以逼您撤回；"
        "是被人逼的，请改用“反映打击报复”告诉我们。",
        "确定撤回",
        "撤回已经登记。",
        writing("为什么撤回？"),
        _withdraw,
        kind="final",
        is_hard=True,
    ),
}
