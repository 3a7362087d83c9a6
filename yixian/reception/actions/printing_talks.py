"""来访记录和笔录 on paper: for a signature by hand, and for the file.

Whoever may open the record may print it. Who came or was met is not on it; a text that says so all the same is
refused as it is when it is written (``keep_apart``): where it happened may be where the reporter lives.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.actions.following_up import read_meeting
from yixian.reception.actions.interviews import read_interviews
from yixian.reception.discretion import keep_apart
from yixian.reception.enums import AppointmentState, Channel, PaperKind
from yixian.reception.facts import Missing, check_length
from yixian.reception.models import Appointment, Interview, Report
from yixian.reception.papers import FilledPaper, fill
from yixian.reception.papers.engine import Value
from yixian.reception.papers.talks import about_appointment, about_interview, about_visit
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NotAVisit(Refusal):
    """Nobody came: there is no record of a visit."""

    key = "not_a_visit"


class NotMet(Refusal):
    """There is no record of a meeting that has not taken place."""

    key = "not_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWords:
    """What a clerk writes on the paper: the answer on the spot, and what was told where no record was written."""

    told: str = ""
    reply: str = ""


@leaves_trail("reception.print_visit")
def print_visit(*, by: Officer, report: Report, words: VisitWords, on: date) -> FilledPaper:
    """来访记录: the visit with its first record. Supplements are printed by themselves."""
    require(by, "reception.print_visit", report)
    if report.channel != Channel.VISIT or not hasattr(report, "visit"):
        raise NotAVisit("只有登记了来访的件有来访记录。")
    check_length("section", words.told)
    check_length("note", words.reply)
    first = next(iter(read_interviews(by=by, report=report)), None)
    if first is None and not words.told.strip():
        raise Missing("请填写反映事项，用“来访人”代替姓名；也可以先写来访笔录再打印。")
    values = {**about_visit(report, first, words.told.strip()), "现场答复": words.reply.strip()}
    return _kept_apart(by, report, PaperKind.VISIT, values, on)


@leaves_trail("reception.print_interview")
def print_interview(*, by: Officer, talk: Interview | Appointment, on: date) -> FilledPaper:
    """谈话笔录: one record of a visit or a call, one supplement, or the record of a meeting that was agreed."""
    report = talk.report
    require(by, "reception.print_interview", report)
    if isinstance(talk, Interview):
        opened = next(each for each in read_interviews(by=by, report=report) if each.interview.pk == talk.pk)
        values = about_interview(opened)
    else:
        if talk.state != AppointmentState.HELD:
            raise NotMet("还没有见面，没有可以打印的记录。")
        values = about_appointment(talk, read_meeting(by=by, meeting=talk))
    return _kept_apart(by, report, PaperKind.INTERVIEW, values, on)


def _kept_apart(
    by: Officer, report: Report, kind: PaperKind, values: Mapping[str, Value], on: date
) -> FilledPaper:
    paper = fill(report.organ_id, kind, {**values, "打印日期": on})
    keep_apart(by, report, paper.words.whole)
    return paper
