"""Between the levels: what belongs to the county goes up unread, what the county assigns comes down."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import (
    ClassFacts,
    SupervisionFacts,
    TransferFacts,
    accept_transfer,
    answer_supervision,
    classify_report,
    issue_supervision,
    report_result,
    send_up_report,
    settle_supervision,
    transfer_out,
)
from yixian.assessment.enums import SupervisionKind, SupervisionWay, TransferKind
from yixian.assessment.queries import suggestion
from yixian.config.demo.courses.matters import pursue
from yixian.config.demo.courses.receiving import facts_of, receive
from yixian.config.demo.courses.work import Taken, Work
from yixian.config.demo.schedule import Scene, after
from yixian.protection.actions import make_code
from yixian.reception.actions import (
    EnvelopeFacts,
    WebCorrections,
    accept_report,
    note_envelope,
    register_letter,
    register_web_report,
    seal_for_superior,
    send_envelope,
    write_to_reporter,
)
from yixian.reception.enums import MessageKind
from yixian.reception.queries import inbox
from yixian.regulations.classes import ReportClass
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Supervision, Transfer
    from yixian.reception.models import Report


def envelope(work: Work, day: date) -> Scene:
    """An unopened letter marked for the superior: the day and the channel, nothing else."""
    day = yield after(day, 0)
    facts = EnvelopeFacts(received_on=day, channel=work.script.tellings[0].channel)
    noted = note_envelope(by=work.clerk, facts=facts, on=day)
    day = yield after(day, 2)
    send_envelope(by=work.clerk, envelope=noted, on=day)


def sealed_up(work: Work, day: date) -> Scene:
    """A visitor speaks of someone whom the county manages: sealed past this office while it is told."""
    day = yield after(day, 0)
    telling = work.script.tellings[0]
    facts = facts_of(work, telling, day)
    seal_for_superior(by=work.clerk, facts=facts, channel=telling.channel, code=make_code(), on=day)


def sent_up(work: Work, day: date) -> Scene:
    """Registered, and then found to belong above: the report moves, an envelope stays."""
    taken = yield from receive(work, work.script.tellings[0], day)
    day = yield after(taken.on, 2)
    send_up_report(by=work.clerk, report=taken.report, on=day)


def assigned(work: Work, day: date) -> Scene:
    """A letter to the county, assigned to the township with three months, and reported on."""
    day = yield after(day, 0)
    telling, county = work.script.tellings[0], work.cast
    facts_above = facts_of(work, telling, day)
    above = register_letter(by=county["xian.jiefang"], facts=facts_above, code=make_code(), on=day)
    day = yield after(day, 3)
    chief, kind = county["xian.shuji"], TransferKind.ASSIGN
    classify_above(work, above.report, day)
    facts = TransferFacts(
        kind=kind,
        summary=work.script.words["summary"],
        reason="按照干部管理权限，由你单位核查并在期限内报告结果。",
        to_organ_id=county.organ_id,
    )
    transfer = transfer_out(by=chief, report=above.report, facts=facts, on=day)
    day = yield after(day, 2)
    taken = Taken(_take_in(work, day), "", telling, day)
    work.taken.append(taken)
    accept_transfer(by=work.clerk, transfer=transfer, on=day)
    day = yield after(day, 2)
    accept_report(by=work.clerk, report=taken.report, on=day)
    asked = _press(work, transfer, day)
    day = yield after(day, 3)
    answer = "正在核查，已经调取资料、走访有关群众，按期报告结果。"
    asked = answer_supervision(by=work.chief, supervision=asked, answer=answer, on=day)
    if work.number % 2:
        settle_supervision(by=chief, supervision=asked, on=day)
    day = yield from pursue(work, taken, day)
    result = work.script.words["answer"]
    report_result(by=work.chief, transfer=transfer, on=day, result=result)
    write_to_reporter(by=chief, report=above.report, text=result, on=day, kind=MessageKind.RESULT)


def _press(work: Work, transfer: "Transfer", on: date) -> "Supervision":
    """The county asks after what it assigned."""
    facts = SupervisionFacts(
        kind=SupervisionKind.SUPERVISE,
        way=SupervisionWay.LETTER,
        words="请报告核查安排、目前进展和预计完成的日期。",
        due_on=after(on, 10),
    )
    return issue_supervision(by=work.cast["xian.shuji"], transfer=transfer, facts=facts, on=on)


def classify_above(work: Work, report: "Report", on: date) -> None:
    telling = work.script.tellings[0]
    classify_report(
        by=work.cast["xian.jiefang"],
        report=report,
        facts=ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=work.script.issue),
        on=on,
        suggested=suggestion(title=telling.title, account=telling.text),
    )


def _take_in(work: Work, on: date) -> "Report":
    """The one with this title, out of the inbox, as a clerk would find it."""
    waiting = {item.title: item.report for item in inbox(work.clerk)}
    if work.script.tellings[0].title not in waiting:
        raise Refusal("交办件没有送到收件箱。")
    report = waiting[work.script.tellings[0].title]
    return register_web_report(by=work.clerk, report=report, corrections=WebCorrections(), on=on)
