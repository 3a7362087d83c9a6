"""One sealed text of one row: sealing it before the row is saved, and reading it back.

The context binds the text to model, row and field; exchanged seals do not open.
"""

from typing import Protocol
from uuid import UUID

from django.db.models import Model

from yixian.protection.actions import new_seal_context, open_seal, seal
from yixian.protection.officer import Officer
from yixian.protection.permits import Guarded
from yixian.trail.refusal import Refusal

LONGEST = 20_000
SLOT = "text"


class TextMissing(Refusal):
    """A step of the file needs its words."""

    key = "text_missing"


class TextTooLong(Refusal):
    """The limit is stated on the form; nothing is cut in silence."""

    key = "text_too_long"


class Row(Protocol):
    """A row whose ``uid`` is known before it is saved."""

    @property
    def uid(self) -> UUID: ...


def text_context(row: Row, field: str) -> str:
    label = row._meta.label_lower if isinstance(row, Model) else type(row).__name__
    return new_seal_context(label, row.uid, field)


def seal_text(row: Row, field: str, text: str, *, organ_id: int, what: str) -> UUID:
    """Seal a text that the step cannot do without; ``what`` names it in the refusal."""
    if not text.strip():
        raise TextMissing(f"请填写{what}。")
    if len(text) > LONGEST:
        raise TextTooLong(f"{what}最多{LONGEST}个字，现在有{len(text)}个字，请精简。")
    return seal(organ_id=organ_id, context=text_context(row, field), slots={SLOT: text.strip()})


def seal_text_if_any(row: Row, field: str, text: str, *, organ_id: int, what: str) -> UUID | None:
    return seal_text(row, field, text, organ_id=organ_id, what=what) if text.strip() else None


def read_text(row: Row, field: str, *, by: Officer, about: Guarded) -> str:
    """The text, for whoever may see ``about``; empty when none was sealed."""
    sealed: UUID | None = getattr(row, field)
    if sealed is None:
        return ""
    opened = open_seal(by=by, seal=sealed, about=about, context=text_context(row, field))
    return opened[SLOT]
