"""What permits must know of a row that belongs to an item of an agenda: the item's own answers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yixian.assessment.models.agenda_item import AgendaItem


class OfItem:
    """A row with a link ``item``."""

    if TYPE_CHECKING:
        item: AgendaItem
        pk: int

    @property
    def organ_id(self) -> int:
        return self.item.organ_id

    @property
    def trail_subject(self) -> str:
        return f"{self._meta.label_lower}:{self.pk}"  # type: ignore[attr-defined] # a model

    def reported_tokens(self) -> frozenset[bytes]:
        return self.item.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        return self.item.recusal_subjects()

    def handler_ids(self) -> frozenset[int]:
        return self.item.handler_ids()

    def bench_ids(self) -> frozenset[int]:
        return self.item.bench_ids()
