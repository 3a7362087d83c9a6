"""What is not the commission's: declined with the way out, or sent to the department that answers for it."""

from collections.abc import Generator
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import TransferFacts, record_acceptance, record_refusal, transfer_out
from yixian.assessment.enums import TransferKind
from yixian.config.demo.courses.receiving import assess, receive
from yixian.config.demo.courses.telling import feed_back, rate
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, after
from yixian.reception.actions import decline_report, issue_notice, write_to_reporter
from yixian.reception.enums import DeclineReason, MessageKind, NoticeKind
from yixian.roster.queries import departments_of

if TYPE_CHECKING:
    from yixian.assessment.models import Transfer


def declined(work: Work, day: date) -> Scene:
    """The chief declines; the notice says where else to go. Never a bare no."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    assess(work, taken, day)
    day = yield after(day, 2)
    reason = DeclineReason(work.script.words.get("decline", DeclineReason.OTHER_ORGAN))
    decline_report(by=work.chief, report=taken.report, reason=reason, on=day)
    body = work.script.words["way_out"]
    issue_notice(by=work.clerk, report=taken.report, kind=NoticeKind.DECLINE, on=day, body=body)
    day = yield after(day, 4)
    if work.number % 2:
        rate(work, taken, day)


def referred(work: Work, day: date) -> Scene:
    """Sent to the county's department, which takes it; the reporter is told which and until when."""
    _, transfer, day = yield from _refer(work, day)
    if work.script.words.get("pending"):
        return
    day = yield after(day, 7 + work.number % 6)
    record_acceptance(by=work.clerk, transfer=transfer, on=day, note="已接收，明确专人办理。")


def refused(work: Work, day: date) -> Scene:
    """Sent back with a reason: the report is ours again, and answered here."""
    taken, transfer, day = yield from _refer(work, day)
    day = yield after(day, 5)
    record_refusal(by=work.chief, transfer=transfer, on=day, reason=work.script.words["refusal"])
    day = yield after(day, 20)
    yield from feed_back(work, taken, work.script.words["answer"], day)


def _refer(work: Work, day: date) -> Generator[date, date, "tuple[Taken, Transfer, date]"]:
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    assess(work, taken, day)
    day = yield after(day, 2)
    transfer = _send(work, taken, day)
    text = f"{work.script.words['told']}转送文号：{transfer.letter_number}。"
    write_to_reporter(by=work.clerk, report=taken.report, text=text, on=day, kind=MessageKind.NOTICE)
    return taken, transfer, day


def _send(work: Work, taken: Taken, on: date) -> "Transfer":
    words = work.script.words
    department = departments_of(work.cast.organ_id, words["field"]).get()
    facts = TransferFacts(
        kind=TransferKind.REFER_OUT,
        summary=words["summary"],
        reason=words.get("reason", "不属于纪检监察机关受理范围，属于贵单位职责。"),
        to_department_id=department.pk,
    )
    return transfer_out(by=work.chief, report=taken.report, facts=facts, on=on)
