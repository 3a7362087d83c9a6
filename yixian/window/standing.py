"""Where a report stands, in words that an old villager understands read aloud."""

from dataclasses import dataclass, replace
from datetime import date

from yixian.reception.actions import Mailbox
from yixian.reception.enums import PassageState, ReporterView
from yixian.reception.enums import ReportState as S
from yixian.regulations.local_practice import EXPLANATION_TERM
from yixian.window.promises import Promise, notice_due, shown


@dataclass(frozen=True, slots=True)
class Standing:
    """``now`` says what has happened, ``next`` what comes; ``tone`` is the shape beside the word."""

    label: str
    tone: str
    now: str
    next: str


STANDINGS: dict[S, Standing] = {
    S.RECEIVED: Standing(
        "已收到",
        "waiting",
        "您反映的内容已经收到，封存着，还没有拆阅。",
        "接下来，工作人员拆阅、登记、编号，确定由谁办理。",
    ),
    S.REGISTERED: Standing(
        "已登记",
        "active",
        "已经登记编号，正在看是不是由我们受理。",
        "接下来，决定受理、转给有权办理的单位，或者不予受理，并说明理由。",
    ),
    S.ACCEPTED: Standing(
        "已受理",
        "active",
        "我们已经受理，正在了解核实。",
        "接下来，核实清楚以后，按程序作出处理，把结果写在这里。",
    ),
    S.PASSED_ON: Standing(
        "已转出",
        "passed",
        "这件事属于别的单位职责，已经转给有权办理的单位。转出时不透露您是谁。",
        "接下来，由那个单位办理。被退回的，我们接着办，并在这里告诉您。",
    ),
    S.DECLINED: Standing(
        "不予受理",
        "stopped",
        "按规定，这件事我们不能受理，理由写在下面的来信里。",
        "您有新的情况，可以再写给我们，也可以重新反映。",
    ),
    S.KEPT: Standing(
        "与以前的一件合并留存",
        "passed",
        "这件事以前已经登记过，这一次登记留存，和那一件一起看。多次反映不会对您不利。",
        "有没有写到的新问题，请补充告诉我们；新问题会另外办理。",
    ),
    S.ANSWERED: Standing(
        "已答复",
        "done",
        "已经办完，结果写在下面的来信里。",
        "您可以说说对结果的意见，也可以评价。有新的证据，我们接着核实。",
    ),
    S.ENVELOPED: Standing(
        "已报送上级",
        "passed",
        "这一件已经原样封好，报送上一级纪检监察机关。",
        "接下来，由上一级办理。",
    ),
}

WHEREABOUTS = {
    PassageState.SENT: "已经送到对方，等他们接收。没有人接收以前，我们盯着，您不用再跑。",
    PassageState.SETTLING: "由哪个机关办理，正在商定。商定以前不会没有人管，您不用再跑。",
    PassageState.TAKEN: "对方已经接收，正在办理。",
    PassageState.REPORTED: "对方已经报来办理结果。我们看过以后告诉您。",
}
"""What stands under 转到哪里了; never why one office thinks that it is the other's."""

PROMISES = {
    "acceptance_notice": "告诉您受理不受理",
    "result_feedback": "把处理结果告诉您",
    "promise": "按双方承诺书办结",
    "objection_explanation": "就您的不同意见向您说明",
    "petition_acceptance": "告诉您受理不受理",
    "petition_handling": "办结并答复您",
    "simple_handling": "出具处理意见",
}
CLOSING = "办结"
ANSWERED = frozenset({S.ANSWERED, S.DECLINED})


AFTER_VIEW = {
    ReporterView.NO_OBJECTION: "您对结果没有意见。您还可以评价。",
    ReporterView.OBJECTED: "您不同意这个结果。由承办人以外的负责人来看，成立不成立、为什么，写在这个信箱里。",
    ReporterView.OBJECTION: "您不同意这个结果。由承办人以外的负责人来看，成立不成立、为什么，写在这个信箱里。",
    ReporterView.NEW_EVIDENCE: "您提出了新的证据。接下来，由纪委书记决定重新核实，或者向您说明。",
}
"""What comes next, once the reporter has said what they think of the result."""


RULED = {
    True: "您的不同意见成立，理由写在下面的来信里。接下来，我们重新核实，有了结果写在这里。",
    False: "您的不同意见，由承办人以外的负责人看过，没有成立，理由写在下面的来信里。有新的证据，请补充给我们；"
    "也可以向上一级纪检监察机关反映。",
}
"""What comes next, once somebody apart from its handling has decided on the objection."""
AGAIN = Standing(
    "重新核实",
    "active",
    "这件事我们正在重新核实。以前写给您的结果还在下面的来信里。",
    "接下来，核实清楚以后，把新的结果写在这里；对新的结果，您还可以说意见。",
)


def standing_of(mailbox: Mailbox) -> Standing:
    """``next`` goes on from what the reporter said; what was withdrawn is said as well."""
    if mailbox.reopened_on is not None:
        return AGAIN
    found = STANDINGS[mailbox.state]
    if mailbox.state == S.ANSWERED and mailbox.upheld is not None:
        return replace(found, next=RULED[mailbox.upheld])
    if mailbox.state == S.ANSWERED and mailbox.view in AFTER_VIEW:
        return replace(found, next=AFTER_VIEW[mailbox.view])
    return found


def promises_of(mailbox: Mailbox, today: date) -> list[Promise]:
    """The running clocks; before registration the one that the law will count from the day of receipt, for
    whoever wrote a name.

    After the answer there is nothing left to wait for but the explanation of an objection.
    """
    if mailbox.state == S.RECEIVED and mailbox.anonymous:
        return []
    if mailbox.state == S.RECEIVED:
        return [Promise("署名核实、由我们受理的，告诉您已经受理", notice_due(mailbox.received_on, today))]
    return [
        Promise(
            PROMISES.get(day.term_key, CLOSING),
            shown(
                day.term_key,
                day.due_on,
                today,
                basis=day.basis,
                provisional=day.provisional,
                paused=day.suspended,
            ),
        )
        for day in mailbox.days
        if mailbox.state not in ANSWERED or day.term_key == EXPLANATION_TERM.key
    ]
