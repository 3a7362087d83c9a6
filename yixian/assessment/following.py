"""按月跟踪: which months of a duty were asked after, and which still wait."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import DutyState
from yixian.regulations.consultation import months_to_follow

if TYPE_CHECKING:
    from yixian.assessment.models import ConsultDuty, DutyFollowUp


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a duty with what was recorded for it; empty and not over means that it waits."""

    first: date
    records: "tuple[DutyFollowUp, ...]"
    is_over: bool

    @property
    def label(self) -> str:
        return f"{self.first.year}年{self.first.month}月"

    @property
    def waits(self) -> bool:
        return not self.records


def months_of(duty: "ConsultDuty", on: date) -> list[Month]:
    """From the month after the decision until this month, or until the duty was done; with follow-ups at hand."""
    until = duty.ended_on or on
    asked = months_to_follow(duty.given_on, until)
    records = sorted(duty.follow_ups.all(), key=lambda each: each.pk)
    early = {each.month for each in records} - set(asked)
    return [
        Month(month, tuple(each for each in records if each.month == month), month < on.replace(day=1))
        for month in sorted({*asked, *early})
    ]


def waiting_months(duty: "ConsultDuty", on: date) -> list[date]:
    """The months that nobody has recorded, while the duty is not done."""
    if duty.state != DutyState.OPEN:
        return []
    return [each.first for each in months_of(duty, on) if each.waits]
