"""What permits must know of a row that belongs to a matter: the matter's own answers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yixian.assessment.models.matter import Matter


class OfMatter:
    """A row with a link ``matter``."""

    if TYPE_CHECKING:
        matter: Matter
        pk: int

    @property
    def organ_id(self) -> int:
        return self.matter.organ_id

    @property
    def trail_subject(self) -> str:
        return f"{self._meta.label_lower}:{self.pk}"  # type: ignore[attr-defined] # a model

    def reported_tokens(self) -> frozenset[bytes]:
        return self.matter.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        return self.matter.recusal_subjects()

    def handler_ids(self) -> frozenset[int]:
        return self.matter.handler_ids()
