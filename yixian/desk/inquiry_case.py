"""The letters of 函询 of a clue, opened for whoever meets it, each with the clock of its reply."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yixian.desk.clue_case import ClueCase
from yixian.desk.due import left
from yixian.desk.follow_case import names_of, opened_in
from yixian.regulations.alerts import AlertGrade, grade
from yixian.regulations.discipline_enforcement import INQUIRY_REPLY_TERM
from yixian.resolution.queries import reply_due
from yixian.roster.queries import working_calendar
from yixian.toolkit.due import Due

if TYPE_CHECKING:
    from yixian.resolution.models import Inquiry


@dataclass(frozen=True, slots=True)
class ShownInquiry:
    """``due`` is None until the letter was received; ``late`` says that the reply came after its last day."""

    row: "Inquiry"
    name: str
    unit: str
    questions: str
    reply: str
    due: Due | None
    late: bool


def inquiries_of(case: ClueCase) -> list[ShownInquiry]:
    rows = list(case.clue.inquiries.all())
    if not rows:
        return []
    names = names_of(case)
    unit, questions = (opened_in(case, (each.words for each in rows), slot) for slot in ("unit", "questions"))
    replies = opened_in(case, (each.reply for each in rows), "text")
    shown = []
    for each in rows:
        due = _due(case, each)
        late = bool(due and each.replied_on and each.replied_on > due.on)
        name, reply = names.get(each.person_id, ""), replies.get(each.reply, "")
        shown.append(
            ShownInquiry(
                each, name, unit.get(each.words, ""), questions.get(each.words, ""), reply, due, late
            )
        )
    return shown


def _due(case: ClueCase, row: "Inquiry") -> Due | None:
    if row.served_on is None:
        return None
    counted, limit = reply_due(row.served_on), INQUIRY_REPLY_TERM
    return Due(
        on=counted.on,
        left=left(limit, counted.on, case.on, working_calendar()),
        unit=limit.unit.label,
        near=grade(row.served_on, counted.on, case.on) is AlertGrade.NEAR,
        met_on=row.replied_on,
        provisional=counted.provisional,
        term=f"{limit.name}，{limit.span}",
        article=limit.source.cite(),
        basis=counted.basis,
    )
