"""重新办理: an upheld objection or new evidence opens the report, its matter and, after the file, what was put away."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yixian.assessment.actions import reopen_matter
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import first_report_of, matter_of, reports_of
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text, seal_text
from yixian.reception.actions import reopen_report, require_discreet, start_clocks, take_out_report
from yixian.reception.enums import ReopenGround, ReportState
from yixian.reception.numbering import next_number
from yixian.reception.queries import put_away_reports
from yixian.regulations.duties import Event
from yixian.resolution.actions.clues import SERIES, MatterClosed
from yixian.resolution.enums import ClueState
from yixian.resolution.models import Clue, CompletionMark, Reopening
from yixian.resolution.queries import reopenings_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Matter
    from yixian.reception.models import Report


class NothingToReopen(Refusal):
    """It is under way, or belongs elsewhere."""

    key = "nothing_to_reopen"


class NotToRenew(Refusal):
    """Only a closed clue is verified anew, and once: after that the renewed one is."""

    key = "not_to_renew"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopeningFacts:
    ground: ReopenGround
    reason: str


@leaves_trail("resolution.reopen_handling")
def reopen_handling(*, by: Officer, report: "Report", facts: ReopeningFacts, on: date) -> Reopening:
    """Handle again what was answered: the report, and its matter where that was closed or put away.

    Outcomes, answers and the file stay as they were. The five completions lapse, to be confirmed anew.
    """
    require(by, "resolution.reopen_handling", report)
    matter, answers = matter_of(report.pk), facts.ground.opens_answer
    _check_there_is_something(report, matter, answers)
    again = Reopening(
        report=report,
        matter=matter,
        ground=facts.ground,
        closed_on=matter.closed_on if matter else None,
        reopened_by_id=by.staff_id,
        reopened_on=on,
    )
    reports = reports_of(matter) if matter else [report]
    require_discreet(by=by, reports=reports, text=facts.reason, what="重新办理的理由")
    again.reason = seal_text(again, "reason", facts.reason, organ_id=report.organ_id, what="重新办理的理由")
    if matter is not None and matter.state != MatterState.OPEN:
        _reopen(by, matter, on)
    if answers:
        reopen_report(by=by, report=report, on=on, ground=facts.ground)
    again.save()
    return again


def _check_there_is_something(report: "Report", matter: "Matter | None", answers: bool) -> None:
    if report.destroyed_on is not None:
        raise NothingToReopen("这件来件的内容已按规定销毁，不能重新办理；有新的证据，请作为新的来件登记。")
    if answers and report.state != ReportState.ANSWERED:
        raise NothingToReopen(f"来件目前是“{report.get_state_display()}”，只有“已答复”的才能重新办理。")
    if not answers and (matter is None or matter.state == MatterState.OPEN):
        raise NothingToReopen("事项没有办结，不需要重新办理；线索已经了结的，请在线索页“重新核实线索”。")


def _reopen(by: Officer, matter: "Matter", on: date) -> None:
    reopen_matter(by=by, matter=matter, on=on)
    CompletionMark.objects.filter(matter=matter, lapsed_on__isnull=True).update(lapsed_on=on)
    put_away = set(put_away_reports().filter(report__in=[each.pk for each in reports_of(matter)]))
    for each in reports_of(matter):
        if each.pk in put_away and each.state != ReportState.ENVELOPED:
            take_out_report(by=by, report=each, on=on)


@leaves_trail("resolution.renew_clue")
def renew_clue(*, by: Officer, clue: Clue, questions: str, on: date) -> Clue:
    """Verify a closed clue anew, under a code of its own; the clock of the disposal proposal starts.

    The closed one keeps its report, its team and its outcomes. Whoever was named after it had closed gets an outcome
    here.
    """
    require(by, "resolution.renew_clue", clue)
    matter = clue.matter
    if clue.state != ClueState.CLOSED or Clue.objects.filter(renews=clue).exists():
        raise NotToRenew(
            "只有已了结、还没有重新核实过的线索可以重新核实；重新核实过的，请在后一条线索上办理。"
        )
    if matter.state != MatterState.OPEN:
        raise MatterClosed(f"事项{matter.number}{matter.get_state_display()}，请先由纪委书记“重新办理”。")
    require_discreet(
        by=by, reports=reports_of(matter), text=questions, what="需要核实的问题", of_the_letter=True
    )
    number = next_number(organ_id=matter.organ_id, series=SERIES, year=on.year)
    renewed = Clue(matter=matter, organ_id=clue.organ_id, code=f"线{on.year}-{number:04d}", received_on=on)
    renewed.renews = clue
    renewed.summary = seal_text(renewed, "summary", questions, organ_id=clue.organ_id, what="需要核实的问题")
    renewed.save()
    start_clocks(by=by, report=first_report_of(matter), event=Event.CLUE_RECEIVED, on=on)
    return renewed


@leaves_trail("resolution.read_reopenings")
def read_reopenings(*, by: Officer, report: "Report") -> dict[UUID, str]:
    """Why it was handled again, by the uid of the row."""
    require(by, "resolution.read_reopenings", report)
    rows = reopenings_of(report, matter_of(report.pk))
    return {each.uid: read_text(each, "reason", by=by, about=report) for each in rows}
