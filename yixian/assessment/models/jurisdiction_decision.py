"""管辖: whose report it is, as the decision table proposed and a person decided."""

from django.db import models

from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class JurisdictionDecision(KnownRow):
    """Both are keys of ``regulations.jurisdiction``; where they differ, the reason is sealed."""

    report = KeptLink("reception.Report", "举报件", related_name="jurisdiction_decisions")
    proposal = models.CharField("系统建议", max_length=30)
    decision = models.CharField("决定", max_length=30)
    article = models.CharField("依据", max_length=80)
    reason = models.UUIDField("改变建议的理由", null=True, blank=True)
    decided_by = KeptLink("roster.Staff", "决定人", related_name="+")
    decided_on = models.DateField("决定日期")

    class Secrecy:
        open = ("proposal", "decision", "article", "decided_on")
        work = ("id", "uid", "report", "decided_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "管辖决定"

    def __str__(self) -> str:
        return f"{self.report}：{self.decision}"
