"""Which shipped template belongs to which paper."""

from collections.abc import Callable, Mapping
from functools import cache, partial

from yixian.reception.enums import PaperKind
from yixian.reception.papers.shipped import sheets
from yixian.reception.papers.shipped.inquiry import inquiry
from yixian.reception.papers.shipped.letters import letter

SHEETS: Mapping[str, Callable[[], bytes]] = {
    PaperKind.REGISTER: sheets.register,
    PaperKind.APPROVAL: sheets.approval,
    PaperKind.RECEIPT: sheets.receipt,
    PaperKind.FEEDBACK_RECORD: sheets.feedback_record,
    PaperKind.VISIT: sheets.visit,
    PaperKind.INTERVIEW: sheets.interview,
    PaperKind.INQUIRY: inquiry,
    PaperKind.BOX: sheets.box,
    PaperKind.ENVELOPE: sheets.envelope,
    PaperKind.DESTRUCTION: sheets.destruction,
}


@cache
def shipped_template(kind: str) -> bytes:
    """The .docx as it comes with the product; an office edits a copy."""
    return SHEETS.get(kind, partial(letter, kind))()
