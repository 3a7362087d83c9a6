"""处置意见: one of the four disposals, proposed by one person and decided by another."""

from django.db import models
from django.db.models import F, Q

from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.enums import Decision
from yixian.toolkit.rows import KnownRow


class Disposal(KnownRow):
    """A returned proposal stays; the next one is a new row."""

    clue = models.ForeignKey(
        "resolution.Clue", verbose_name="线索", on_delete=models.PROTECT, related_name="disposals"
    )
    disposal = models.CharField("处置方式", max_length=26, choices=DisposalKind.choices())
    reason = models.UUIDField("处置理由")
    recheck_on = models.DateField("复查日期", null=True, blank=True)
    proposed_by = models.ForeignKey(
        "roster.Staff", verbose_name="提出人", on_delete=models.PROTECT, related_name="+"
    )
    proposed_on = models.DateField("提出日期")
    decision = models.CharField("审批", max_length=10, choices=Decision.choices, default=Decision.PENDING)
    decided_by = models.ForeignKey(
        "roster.Staff",
        verbose_name="审批人",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_on = models.DateField("审批日期", null=True, blank=True)
    note = models.UUIDField("审批意见", null=True, blank=True)

    class Secrecy:
        open = ("disposal", "recheck_on", "proposed_on", "decision", "decided_on")
        work = ("id", "uid", "clue", "proposed_by", "decided_by")
        sealed = ("reason", "note")

    class Meta:
        verbose_name = verbose_name_plural = "处置意见"
        ordering = ["proposed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clue"],
                condition=Q(decision=Decision.PENDING),
                name="resolution_one_pending_disposal",
                violation_error_message="这条线索已有一份处置意见正在审批。",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="resolution_disposal_two_people",
                violation_error_message="处置意见须由提出人以外的人审批。",
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.PENDING, decided_by__isnull=True, decided_on__isnull=True)
                | (~Q(decision=Decision.PENDING) & Q(decided_by__isnull=False, decided_on__isnull=False)),
                name="resolution_disposal_decided_whole",
                violation_error_message="审批须记明何人、何日、何意见。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clue}：{self.get_disposal_display()}"

    @property
    def trail_subject(self) -> str:
        return f"resolution.disposal:{self.pk}"

    @property
    def organ_id(self) -> int:
        return self.clue.organ_id

    def reported_tokens(self) -> frozenset[bytes]:
        return self.clue.reported_tokens()

    def handler_ids(self) -> frozenset[int]:
        return self.clue.handler_ids()
