"""What a reporter is told of a transfer, in plain words: why it goes, to whom, what they must do and by which rule.

What is not ours is never just pushed away (不得一推了之): no report leaves without such a word to whoever wrote it.
"""

from datetime import date

from yixian.assessment.enums import TransferKind
from yixian.assessment.letters import TERM_OF, TransferFacts
from yixian.assessment.models import Transfer
from yixian.regulations.petition_regulations import OBJECTION_TERM, PRINCIPLES
from yixian.regulations.terms import term
from yixian.toolkit.documents.filling import say

WHY = {
    TransferKind.REFER_OUT: "您反映的事项不属于纪检监察机关受理的范围，应当由{receiver}办理。",
    TransferKind.FORWARD: "您反映的问题，按照管理权限应当由{receiver}办理。",
    TransferKind.ASSIGN: "您反映的问题，本机关已经交{receiver}办理，办理结果要报告本机关。",
    TransferKind.HAND_OVER: "您反映的问题，按照管理权限应当由{receiver}办理。",
}
PAPER = {
    TransferKind.REFER_OUT: "信访事项转送函",
    TransferKind.FORWARD: "信访举报转办函",
    TransferKind.ASSIGN: "信访举报交办函",
    TransferKind.HAND_OVER: "信访举报移送函",
}


def why(kind: TransferKind, receiver: str) -> str:
    """The first sentence, to be made the clerk's own."""
    return WHY[kind].format(receiver=receiver)


def explanation(facts: TransferFacts, receiver: str, number: str, on: date) -> str:
    """The whole of it: the clerk's words on why, then the day, the letter, and what the receiver must do."""
    told = facts.telling.strip() or why(facts.kind, receiver)
    lines = [told, f"本机关已于{say(on)}以《{PAPER[facts.kind]}》（{number}）转{receiver}。"]
    if facts.kind is TransferKind.REFER_OUT:
        lines.append(_duty_of(receiver))
        lines.append(f"您也可以直接向{receiver}反映，把本告知书交给他们看就可以，不必从头说起。")
    return "\n".join(lines)


def _duty_of(receiver: str) -> str:
    answers = term(TERM_OF[TransferKind.REFER_OUT])
    return (
        f"收到以后，{receiver}应当在{answers.span}内告诉您是否受理（{answers.source.cite()}）；"
        f"认为不该由他们办的，应当在{OBJECTION_TERM.span}内向本机关说明理由（{OBJECTION_TERM.source.cite()}）。"
    )


def taken(transfer: Transfer) -> str:
    """Proposed to be told once the receiver has taken it."""
    return f"{transfer.receiver}已经接收您反映的事项（{transfer.letter_number}），接下来由他们办理并答复您。"


def sent_back(transfer: Transfer) -> str:
    """Proposed to be told once the receiver has refused it."""
    return (
        f"{transfer.receiver}认为这件事不归他们办，退回了。您不用再跑：由本机关接着办理，"
        "重新确定归谁办以后马上告诉您。"
    )


def reported(transfer: Transfer) -> str:
    """Proposed to be told once the receiver has reported the result."""
    return f"{transfer.receiver}已经向本机关报告办理结果。我们看过以后，把结果告诉您。"


NOBODY_WANTS_IT = (
    f"已经有单位退回过。按照“属地管理、分级负责，谁主管、谁负责”（{PRINCIPLES.cite()}），"
    "有争议的，请提请本级信访工作联席会议协调确定，不要让群众等。"
)
