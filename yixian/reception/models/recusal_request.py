"""回避申请: what a reporter asked by code. Received and decided is all that the reporter ever sees of it."""

from datetime import date

from django.db import models

from yixian.protection.enums import RecusalGround, RecusalOrigin, RecusalState
from yixian.toolkit.links import KeptLink


class RecusalRequest(models.Model):
    """``recusal`` is set where it was asked of whoever handled it; ``settled_on`` where the chief had to find out
    from the letter whom it is about, and has done so.
    """

    letter = models.OneToOneField(
        "reception.Message", verbose_name="申请信", on_delete=models.PROTECT, related_name="recusal_request"
    )
    ground = models.CharField("事由", max_length=14, choices=RecusalGround.choices())
    asked_on = models.DateField("提出日期")
    recusal = KeptLink("protection.Recusal", "回避", related_name="requests", null=True)
    settled_on = models.DateField("审查日期", null=True, blank=True)
    settled_by = KeptLink("roster.Staff", "审查人", related_name="recusal_requests", null=True)

    class Secrecy:
        open = ("ground", "asked_on", "settled_on")
        work = ("id", "letter", "recusal", "settled_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "回避申请"
        ordering = ["asked_on", "id"]

    def __str__(self) -> str:
        return f"回避申请（{self.asked_on}）"

    @property
    def decided_on(self) -> date | None:
        """The day on which it was decided, whatever was decided."""
        if self.recusal is None:
            return self.settled_on
        declared = self.recusal.origin == RecusalOrigin.DECLARED
        stays_away = declared and self.recusal.state == RecusalState.STANDING
        return self.recusal.decided_on or (self.recusal.raised_on if stays_away else None)
