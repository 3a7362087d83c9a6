"""五到位、办结: a matter is closed when all five stand on record."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import close_matter as close
from yixian.assessment.queries import reports_of, undone_duties_of, undone_steps
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.reception.actions import meet_clocks
from yixian.reception.enums import ReportState
from yixian.regulations.completions import Completion, what_is_missing
from yixian.resolution.elsewhere import require_own_part
from yixian.resolution.handled import tell_within_the_term
from yixian.resolution.models import CompletionMark
from yixian.resolution.queries import completions_of, contradiction
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.assessment.models import Matter


class NotComplete(Refusal):
    """What is missing is named."""

    key = "not_complete"


class AlreadyMarked(Refusal):
    """A completion is confirmed once."""

    key = "already_marked"


@leaves_trail("resolution.record_completion")
def record_completion(
    *, by: Officer, matter: "Matter", completion: Completion, note: str, on: date
) -> CompletionMark:
    """Confirm one of the five. It is refused where the records say otherwise: an open clue, an unanswered report.

    A matter without a clue was handled when that is confirmed: the clock of feedback starts.
    """
    require(by, "resolution.record_completion", matter)
    require_own_part(matter)
    if completions_of(matter.pk).filter(completion=completion).exists():
        raise AlreadyMarked(f"“{completion.label}”已经确认。")
    if against := contradiction(matter, completion):
        raise NotComplete(against)
    mark = CompletionMark(matter=matter, completion=completion, marked_by_id=by.staff_id, marked_on=on)
    mark.note = seal_text(mark, "note", note, organ_id=matter.organ_id, what=f"“{completion.label}”的说明")
    mark.save()
    if completion is Completion.HANDLED:
        tell_within_the_term(by, matter, on)
    return mark


@leaves_trail("resolution.close_matter")
def close_matter(*, by: Officer, matter: "Matter", on: date) -> "Matter":
    """Close the matter; refused with the names of what is missing, also of steps of its plan that are not done.

    Clocks that end with the closing are met.
    """
    require(by, "resolution.close_matter", matter)
    require_own_part(matter)
    marked = completions_of(matter.pk).values_list("completion", flat=True)
    recorded = [Completion(each) for each in marked]
    if missing := what_is_missing(recorded):
        raise NotComplete(missing)
    for completion in recorded:
        if against := contradiction(matter, completion):
            raise NotComplete(against)
    if undone := [str(each) for each in undone_steps(matter)]:
        raise NotComplete(
            f"化解方案还有{len(undone)}个步骤没有完成：{'、'.join(undone)}。请先登记结果，不再需要的请调整。"
        )
    if duties := [str(each) for each in undone_duties_of(matter)]:
        raise NotComplete(
            f"联席会诊布置的任务还有{len(duties)}项没有完成：{'、'.join(duties)}。请先登记完成。"
        )
    for report in reports_of(matter):
        if report.state != ReportState.ENVELOPED:
            meet_clocks(by=by, report=report, act="resolution.close_matter", on=on)
    return close(by=by, matter=matter, on=on)
