"""提醒: what the person in charge is told without asking, without any content."""

from django.db import models

from yixian.protection.enums import AlertKind
from yixian.toolkit.links import KeptLink


class Alert(models.Model):
    """``seen_*`` is the chief's, who has to act; ``looked_*`` the auditor's, which leaves the chief's as it is."""

    organ = KeptLink("roster.Organ", "机构", related_name="alerts")
    kind = models.CharField("事项", max_length=20, choices=AlertKind.choices)
    subject = models.CharField("对何记录", max_length=160, blank=True)
    actor = models.CharField("何人", max_length=40, blank=True)
    raised_at = models.DateTimeField("时间")
    seen_by = KeptLink("roster.Staff", "已阅人", related_name="alerts_seen", null=True)
    seen_at = models.DateTimeField("已阅时间", null=True, blank=True)

    looked_by = KeptLink("roster.Staff", "看过的审计员", related_name="alerts_looked_at", null=True)
    looked_at = models.DateTimeField("审计员看过的时间", null=True, blank=True)

    class Secrecy:
        open = ("kind", "raised_at", "seen_at", "looked_at")
        work = ("id", "organ", "subject", "actor", "seen_by", "looked_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "提醒"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.get_kind_display()
