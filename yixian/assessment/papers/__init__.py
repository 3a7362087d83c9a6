"""The letters with which a report leaves: one template for each way of sending it."""

from datetime import date

from yixian.assessment.enums import TransferKind
from yixian.toolkit.documents.filling import PaperText, fill


def transfer_letter(
    kind: TransferKind, *, organ: str, to: str, number: str, on: date, summary: str, reason: str, request: str
) -> PaperText:
    """``summary`` is the clerk's own wording of the matter: the letter never holds who reported it."""
    values = {
        "kind": kind.label,
        "organ": organ,
        "to": to,
        "paper_number": number,
        "issued_on": on,
        "summary": summary,
        "reason": reason,
        "request": request,
    }
    return fill("yixian.assessment.papers", kind.value, values)
