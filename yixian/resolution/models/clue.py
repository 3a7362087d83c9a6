"""问题线索: what a matter gives to verify, with its code and its place in the ledger."""

import uuid
from typing import TYPE_CHECKING

from django.db import models

from yixian.resolution.enums import ClueState
from yixian.toolkit.links import KeptLink

if TYPE_CHECKING:
    from yixian.resolution.models.verification import TeamMember


class Clue(models.Model):
    """One clue of a matter. ``summary`` holds the questions to verify, never the letter. One that ``renews`` a closed
    clue is verified anew; the closed one stays as it ended, with its outcomes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter = KeptLink("assessment.Matter", "事项", related_name="clues")
    organ = KeptLink("roster.Organ", "承办机构", related_name="+")
    code = models.CharField("线索编码", max_length=24)
    received_on = models.DateField("受理日期")
    state = models.CharField("状态", max_length=12, choices=ClueState.choices, default=ClueState.RECEIVED)
    closing_way = models.CharField("了结方式", max_length=20, blank=True)
    closed_on = models.DateField("了结日期", null=True, blank=True)
    renews = models.OneToOneField(
        "self",
        verbose_name="原线索",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="renewed_by",
    )
    summary = models.UUIDField("线索摘要")

    class Secrecy:
        open = ("code", "received_on", "state", "closing_way", "closed_on")
        work = ("id", "matter", "organ", "renews")
        sealed = ("summary",)

    class Meta:
        verbose_name = verbose_name_plural = "问题线索"
        ordering = ["-received_on", "-code"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "code"],
                name="resolution_clue_coded_once",
                violation_error_message="这个线索编码已经使用。",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(state=ClueState.CLOSED, closed_on__isnull=False)
                    | (~models.Q(state=ClueState.CLOSED) & models.Q(closed_on__isnull=True))
                ),
                name="resolution_clue_closed_with_date",
                violation_error_message="了结的线索须有了结日期和方式。",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def uid(self) -> uuid.UUID:
        return self.pk

    @property
    def trail_subject(self) -> str:
        return f"resolution.clue:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.matter.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        """The clue, its matter, and each report of the matter."""
        return self.matter.recusal_subjects() | {self.trail_subject}

    def handler_ids(self) -> frozenset[int]:
        """Whoever handles the matter, and the verification team."""
        team = self.team_ids()
        return self.matter.handler_ids() | team

    def team_ids(self) -> frozenset[int]:
        """The members of the verification team who have not left it."""
        return frozenset(member.staff_id for member in self._team())

    def declared_ids(self) -> frozenset[int]:
        """Of them, those who said that no ground of recusal applies: only they take part."""
        return frozenset(member.staff_id for member in self._team() if member.declared_on)

    def lead_ids(self) -> frozenset[int]:
        """The one who leads the team, once declared."""
        return frozenset(member.staff_id for member in self._team() if member.is_lead and member.declared_on)

    def _team(self) -> "list[TeamMember]":
        verification = getattr(self, "verification", None)
        members = verification.members.all() if verification else []
        return [member for member in members if member.left_on is None]
