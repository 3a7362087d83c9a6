"""How far the two-sided promise of a report has come: made, printed, signed."""

from dataclasses import dataclass

from yixian.reception.models import Promise, Report
from yixian.trail.enums import Outcome
from yixian.trail.queries import entries

PRINT = "reception.print_notice"


@dataclass(frozen=True, slots=True)
class PromiseState:
    """Whether it was printed is read from the trail, which has each print."""

    promise: Promise
    printed: bool

    @property
    def label(self) -> str:
        if self.promise.signed_on:
            return "双方已签名"
        return "已打印，等双方签名" if self.printed else "已写成，还没有打印"


def promise_state(report: Report) -> PromiseState | None:
    promise = Promise.objects.filter(report=report).select_related("report", "clock").first()
    if promise is None:
        return None
    subject = f"reception.notice:{promise.notice_id}"
    printed = entries(act=PRINT, outcome=Outcome.DONE).filter(subject=subject).exists()
    return PromiseState(promise, printed)
