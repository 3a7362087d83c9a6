"""Deeds for bad times: someone who handles it should not; someone retaliates; the reporter wants no more."""

from yixian.protection.enums import RecusalGround
from yixian.reception.actions import Mailbox, ask_recusal_by_code, take_back_withdrawal, withdraw_report
from yixian.reception.enums import MessageKind
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.window.forms import RecusalForm
from yixian.window.web.mailbox.deed import Deed, Doer
from yixian.window.web.mailbox.telling import sending, writing


def _is_not_withdrawn(mailbox: Mailbox) -> bool:
    return mailbox.withdrawn_on is None


def _may_go_on(mailbox: Mailbox) -> bool:
    return mailbox.withdrawn_on is not None and not mailbox.is_settled


def _ask_recusal(by: Doer, form: FaceForm) -> object:
    given = form.cleaned_data
    return ask_recusal_by_code(
        by=by.reporter,
        handler=given["who"] == "handler",
        ground=RecusalGround(given["ground"]),
        text=given["text"],
        on=today(),
    )


def _go_on(by: Doer, form: FaceForm) -> object:
    return take_back_withdrawal(by=by.reporter, on=today())


def _withdraw(by: Doer, form: FaceForm) -> object:
    return withdraw_report(by=by.reporter, reason=form.cleaned_data["text"], on=today())


DEEDS = {
    "recusal": Deed(
        door="申请工作人员回避",
        hint="办理的人和被反映的人有亲戚、利害关系。",
        intro="由纪委书记审查决定，只有他看得到您写的理由。要求现在办理的人回避的，决定以前他先不办、也看不到这件事。"
        "收到、决定了，信箱里都会写明；怎样决定的，按规定不逐件告诉。",
        button="发出申请",
        done="您的回避申请已经送到。",
        ask=RecusalForm,
        do=_ask_recusal,
        is_hard=True,
        template="window/mailbox/recusal.html",
    ),
    "retaliation": Deed(
        door="反映打击报复，或者申请保护",
        hint="有人打听、威胁、刁难您或者您的家人。",
        intro="这一类来信会单独提醒负责人。情况紧急、人身有危险的，请马上拨打110。",
        button="发出",
        done="您的来信已经送到，会单独提醒负责人。",
        ask=writing("发生了什么？您需要什么保护？", "谁、什么时候、怎么说、怎么做的。"),
        do=sending(MessageKind.RETALIATION),
        takes_files=True,
        is_hard=True,
    ),
    "withdraw": Deed(
        door="撤回",
        hint="您不想继续反映了。",
        intro="撤回会登记下来，上一级也看得到有这一次撤回，看不到您写的原因。办结以前，您可以取消撤回。已经反映的问题属于应当查清的，我们仍然会按规定办理。没有人可以逼您撤回；"
        "是被人逼的，请改用“反映打击报复”告诉我们。",
        button="确定撤回",
        done="撤回已经登记。",
        ask=writing("为什么撤回？"),
        do=_withdraw,
        kind="final",
        is_hard=True,
        stands=_is_not_withdrawn,
    ),
    "go-on": Deed(
        door="取消撤回",
        hint="您还是想继续反映。",
        intro="取消以后，和没有撤回一样办理。撤回过、取消过，都不会对您不利。",
        button="取消撤回，继续反映",
        done="已经取消撤回，继续办理。",
        ask=FaceForm,
        do=_go_on,
        stands=_may_go_on,
    ),
}
