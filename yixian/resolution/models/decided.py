"""What is proposed by one person and decided by another: the columns, and the constraints that keep them apart."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import Decision
from yixian.toolkit.conditions import unlike
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Decided(KnownRow):
    """A row on which a second person decides. A returned one stays; the next proposal is a new row."""

    decision = models.CharField("审批", max_length=10, choices=Decision.choices, default=Decision.PENDING)
    decided_by = KeptLink("roster.Staff", "审批人", related_name="+", null=True)
    decided_on = models.DateField("审批日期", null=True, blank=True)

    class Meta:
        abstract = True


def two_people(name: str, proposer: str, what: str) -> models.CheckConstraint:
    """Whoever proposed is not who decides; the database says so too."""
    return models.CheckConstraint(
        condition=unlike("decided_by", proposer),
        name=name,
        violation_error_message=f"{what}须由提出人以外的人审批。",
    )


def decided_whole(name: str) -> models.CheckConstraint:
    """A decision has its person and its day, and what is pending has neither."""
    return models.CheckConstraint(
        condition=Q(decision=Decision.PENDING, decided_by__isnull=True, decided_on__isnull=True)
        | (~Q(decision=Decision.PENDING) & Q(decided_by__isnull=False, decided_on__isnull=False)),
        name=name,
        violation_error_message="审批须记明何人、何日、何意见。",
    )


class OfClue:
    """What permits must know of a row that belongs to a clue: the clue's own answers."""

    @property
    def guarded_clue(self) -> "models.Model":
        return self.clue  # type: ignore[attr-defined, no-any-return] # each row has the relation

    @property
    def organ_id(self) -> int:
        return self.guarded_clue.organ_id  # type: ignore[attr-defined, no-any-return] # a Clue

    @property
    def trail_subject(self) -> str:
        return f"{self._meta.label_lower}:{self.pk}"  # type: ignore[attr-defined] # a model

    def reported_tokens(self) -> frozenset[bytes]:
        return self.guarded_clue.reported_tokens()  # type: ignore[attr-defined, no-any-return] # a Clue

    def recusal_subjects(self) -> frozenset[str]:
        return self.guarded_clue.recusal_subjects()  # type: ignore[attr-defined, no-any-return] # a Clue

    def handler_ids(self) -> frozenset[int]:
        return self.guarded_clue.handler_ids()  # type: ignore[attr-defined, no-any-return] # a Clue

    def declared_ids(self) -> frozenset[int]:
        return self.guarded_clue.declared_ids()  # type: ignore[attr-defined, no-any-return] # a Clue

    def lead_ids(self) -> frozenset[int]:
        return self.guarded_clue.lead_ids()  # type: ignore[attr-defined, no-any-return] # a Clue


class OfVerification(OfClue):
    """A row that belongs to a verification, and so to its clue."""

    @property
    def guarded_clue(self) -> "models.Model":
        return self.verification.clue  # type: ignore[attr-defined, no-any-return] # each row has the relation
