"""重新办理: what was answered or closed is handled again, on which ground and by whose decision."""

from django.db import models

from yixian.reception.enums import ReopenGround
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Reopening(KnownRow):
    """``report`` is the one that led to it. ``closed_on`` is the day on which its matter had been closed, empty where
    the matter was still open or there was none.
    """

    report = KeptLink("reception.Report", "来件", related_name="reopenings")
    matter = KeptLink("assessment.Matter", "事项", related_name="reopenings", null=True)
    ground = models.CharField("原因", max_length=10, choices=ReopenGround.choices)
    closed_on = models.DateField("原办结日期", null=True, blank=True)
    reopened_by = KeptLink("roster.Staff", "决定人", related_name="+")
    reopened_on = models.DateField("重新办理日期")
    reason = models.UUIDField("理由")

    class Secrecy:
        open = ("ground", "closed_on", "reopened_on")
        work = ("id", "uid", "report", "matter", "reopened_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "重新办理"
        ordering = ["reopened_on", "id"]

    def __str__(self) -> str:
        return f"重新办理（{self.get_ground_display()}）"
