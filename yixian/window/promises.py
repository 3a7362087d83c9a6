"""What happens next, by which day and why that day: the days are the law's, counted by ``regulations``."""

from dataclasses import dataclass
from datetime import date

from yixian.regulations.accusation_rules import (
    ACCEPTANCE_NOTICE_TERM,
    ANONYMOUS,
    RESULT_FEEDBACK_TERM,
)
from yixian.regulations.deadlines import due, working_days_left
from yixian.regulations.terms import term
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due
from yixian.window.draft import Sent


@dataclass(frozen=True, slots=True)
class Promise:
    """One sentence of what the office will do; ``due`` is the last day for it, where the law sets one."""

    words: str
    due: Due | None = None


def span_words() -> dict[str, str]:
    """The two spans that a reporter should know, in words and with their article."""
    return {
        "notice": ACCEPTANCE_NOTICE_TERM.span,
        "notice_article": ACCEPTANCE_NOTICE_TERM.source.cite(),
        "result": RESULT_FEEDBACK_TERM.span,
        "result_article": RESULT_FEEDBACK_TERM.source.cite(),
        "anonymous_article": ANONYMOUS.cite(),
    }


def promises_after_sending(sent: Sent) -> list[Promise]:
    """What the receipt says: dates to those who gave a name, honest words to those who did not."""
    first = Promise("工作人员拆阅、登记您反映的内容，编上号。")
    if not sent.real_name:
        return [
            first,
            Promise("属于受理范围的，和实名的一样按程序办理。办到哪一步，用查询码都能看到。"),
            Promise(
                f"对匿名反映，规定没有要求逐件告知和反馈（{ANONYMOUS.cite()}）。"
                "工作人员有话问您、有结果告诉您，都写在查询码信箱里，请隔一段时间来看看。"
            ),
        ]
    return [
        first,
        Promise("核实您的姓名和联系方式。核实以后才算实名；核实不了的，按匿名办理。"),
        Promise("由本机关受理的，告诉您已经受理", notice_due(date.fromisoformat(sent.on))),
        Promise(
            f"办结以后{RESULT_FEEDBACK_TERM.span}内，把结果告诉您（{RESULT_FEEDBACK_TERM.source.cite()}）。"
        ),
    ]


def notice_due(received_on: date, today: date | None = None) -> Due:
    """By which day a real-name reporter is told whether the report is accepted."""
    calendar = working_calendar()
    last = due(ACCEPTANCE_NOTICE_TERM, received_on, calendar)
    return shown(
        ACCEPTANCE_NOTICE_TERM.key,
        last.on,
        today or received_on,
        basis=last.basis,
        provisional=last.provisional,
    )


def shown(
    term_key: str, on: date, today: date, *, basis: str, provisional: bool, paused: bool = False
) -> Due:
    """A stored clock as the page shows it, with its grounds."""
    source = term(term_key)
    return Due(
        on=on,
        left=working_days_left(today, on, working_calendar()),
        term=source.name,
        article=source.source.cite(),
        basis=basis,
        provisional=provisional,
        paused=paused,
    )
