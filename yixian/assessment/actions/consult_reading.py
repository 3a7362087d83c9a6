"""Reading an item: all of it for the office, and for a member what was lent and what is the member's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from yixian.assessment.enums import ItemState
from yixian.assessment.models import AgendaItem, ConsultDuty, DutyFollowUp, ItemMaterial, Opinion
from yixian.assessment.queries.consultations import counted_opinions, duties_of, material_of
from yixian.assessment.queries.seats import own_opinions, seat_duties
from yixian.protection.actions import open_lent, open_seals, require
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT, text_context
from yixian.trail.actions import leaves_trail

OPEN = (ItemState.OPENED, ItemState.DECIDED, ItemState.SETTLED, ItemState.DEFERRED)
ISSUED = (ItemState.ISSUED, *OPEN)


@dataclass(frozen=True, slots=True)
class ItemContent:
    """An item, opened. ``words`` is seal → text of the opinions, duties and follow-ups that this reader may read."""

    item: AgendaItem
    material: ItemMaterial | None
    opinions: Sequence[Opinion]
    duties: Sequence[ConsultDuty]
    words: Mapping[UUID, str] = field(repr=False)

    @property
    def trail_subject(self) -> str:
        return self.item.trail_subject

    def said(self, seal: UUID | None) -> str:
        return self.words.get(seal, "") if seal else ""


@leaves_trail("assessment.read_item")
def read_item(*, by: Officer, item: AgendaItem) -> ItemContent:
    """For the office. The words of opinions stay closed until the bench has opened them, for everybody."""
    require(by, "assessment.read_item", item)
    material, opinions, duties = material_of(item), counted_opinions(item), list(duties_of(item))
    said = [each.words for each in opinions if item.opened_on is not None and not each.withheld]
    seals = [item.reason, item.decision, item.ended_reason, material.text if material else None, *said]
    words = open_seals(by=by, seals=[*seals, *_of_duties(duties)], slot=SLOT, subject=item.trail_subject)
    return ItemContent(item, material, opinions, duties, words)


def _of_duties(duties: Sequence[ConsultDuty]) -> list[UUID]:
    return [each.what for each in duties] + [note.words for each in duties for note in each.follow_ups.all()]


@leaves_trail("assessment.read_seat_item")
def read_seat_item(*, by: Officer, item: AgendaItem) -> ItemContent:
    """For a member: the issued material, the own opinion, once opened those of the others, the decision, own duties."""
    require(by, "assessment.take_seat", item)
    material = material_of(item)
    shown = material if material and material.issued_on and item.state in ISSUED else None
    opinions = counted_opinions(item) if item.opened_on else list(own_opinions(by).filter(item=item))
    duties = list(seat_duties(by).filter(item=item))
    rows: list[tuple[AgendaItem | ItemMaterial | Opinion | ConsultDuty | DutyFollowUp, str]] = [
        (item, "decision"),
        *((each, "text") for each in [shown] if each),
        *((each, "words") for each in opinions if not each.withheld),
        *((each, "what") for each in duties),
        *(
            (note, "words")
            for each in duties
            for note in each.follow_ups.all()
            if note.recorded_by_id == by.staff_id
        ),
    ]
    contexts = {getattr(row, name): text_context(row, name) for row, name in rows if getattr(row, name)}
    return ItemContent(
        item, shown, opinions, duties, open_lent(by=by, about=item, contexts=contexts, slot=SLOT)
    )
