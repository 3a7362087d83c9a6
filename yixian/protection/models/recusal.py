"""回避: who stays away from what. Asked first in every permit."""

from django.db import models

from yixian.protection.enums import RecusalGround, RecusalOrigin, RecusalState
from yixian.toolkit.links import KeptLink


class Recusal(models.Model):
    """``subject`` names the record as the trail does, since the records stand in later houses."""

    subject = models.CharField("对何记录", max_length=160)
    staff = KeptLink("roster.Staff", "回避人", related_name="recusals")
    ground = models.CharField("事由", max_length=14, choices=RecusalGround.choices())
    origin = models.CharField("提出方式", max_length=10, choices=RecusalOrigin.choices)
    state = models.CharField(
        "状态", max_length=10, choices=RecusalState.choices, default=RecusalState.STANDING
    )
    raised_on = models.DateField("提出日期")
    decided_by = KeptLink("roster.Staff", "决定人", related_name="recusals_decided", null=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)

    class Secrecy:
        open = ("ground", "origin", "state", "raised_on", "decided_on")
        work = ("id", "subject", "staff", "decided_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "回避"
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "staff"],
                name="protection_recusal_once_a_record",
                violation_error_message="此人对这件已经回避。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.get_ground_display()}"
