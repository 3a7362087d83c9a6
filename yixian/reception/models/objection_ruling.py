"""异议审查: what somebody other than the handler decided on an objection, with the reasons that the reporter reads."""

from django.db import models

from yixian.toolkit.links import KeptLink


class ObjectionRuling(models.Model):
    """``reason`` has the slot text, sealed to the office; the same words went into the reporter's mailbox."""

    feedback = models.OneToOneField(
        "reception.Feedback", verbose_name="反馈", on_delete=models.PROTECT, related_name="ruling"
    )
    upheld = models.BooleanField("异议成立")
    ruled_by = KeptLink("roster.Staff", "审查人", related_name="+")
    ruled_on = models.DateField("审查日期")
    reason = models.UUIDField("理由封存")

    class Secrecy:
        open = ("upheld", "ruled_on")
        work = ("id", "feedback", "ruled_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "异议审查"
        ordering = ["ruled_on", "id"]

    def __str__(self) -> str:
        return f"异议{'成立' if self.upheld else '不成立'}"
