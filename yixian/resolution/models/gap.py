"""证据缺口: what is still wanted, from whom and until when, and what became of it."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import GapState
from yixian.resolution.models.decided import OfVerification
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Gap(OfVerification, KnownRow):
    """``words`` has the slots wanted and holder. One that is filled names the evidence; one dropped the reason."""

    verification = KeptLink("resolution.Verification", "核实", related_name="gaps")
    due_on = models.DateField("补齐期限")
    state = models.CharField("状态", max_length=8, choices=GapState.choices, default=GapState.OPEN)
    noted_by = KeptLink("roster.Staff", "提出人", related_name="+")
    noted_on = models.DateField("提出日期")
    closed_by = KeptLink("roster.Staff", "了结人", related_name="+", null=True)
    closed_on = models.DateField("了结日期", null=True, blank=True)
    evidence = KeptLink("resolution.Evidence", "补上的证据", related_name="filled_gaps", null=True)
    words = models.UUIDField("缺什么、向谁要")
    reason = models.UUIDField("不再补的原因", null=True, blank=True)

    class Secrecy:
        open = ("due_on", "state", "noted_on", "closed_on")
        work = ("id", "uid", "verification", "noted_by", "closed_by", "evidence")
        sealed = ("words", "reason")

    class Meta:
        verbose_name = verbose_name_plural = "证据缺口"
        ordering = ["verification", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=GapState.OPEN, closed_on__isnull=True)
                | Q(state=GapState.FILLED, closed_on__isnull=False, evidence__isnull=False)
                | Q(state=GapState.DROPPED, closed_on__isnull=False, reason__isnull=False),
                name="resolution_gap_closed_by_something",
                violation_error_message="缺口应当由一份证据补上，或者写明不再补的原因。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.verification}缺口"
