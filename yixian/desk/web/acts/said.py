"""A result and what was said against it, opened: what is read before it is explained or decided on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yixian.desk.case import Case
from yixian.protection.actions import open_seals
from yixian.reception.enums import MessageKind
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.reception.models import Feedback


def said_of(case: Case, told: "Feedback") -> Iterator[tuple[str, str]]:
    """The result as it was told, and what was said against it: by code, and as the office wrote it down."""
    objected = case.report.messages.filter(kind=MessageKind.OBJECTION, sent_on__gte=told.given_on)
    letters = list(objected.order_by("sent_on", "pk"))
    seals = [told.content, *([told.note] if told.note else [])]
    seals += [each.content for each in letters]
    texts = open_seals(by=case.officer, seals=seals, slot="text", subject=case.report.trail_subject)
    yield f"{cn_date(told.given_on)}反馈的结果", texts[told.content]
    if told.note:
        yield "登记的意见和说明", texts[told.note]
    for each in letters:
        yield f"举报人{cn_date(each.sent_on)}来信", texts[each.content]
