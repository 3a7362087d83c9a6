"""排查决定: what a session decided about one matter, by whom and why. Nothing is edited: the last one holds."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import Verdict
from yixian.assessment.models.of_matter import OfMatter
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class ScreeningDecision(OfMatter, KnownRow):
    """``reason`` may be left out only of a plain 继续办理."""

    row = KeptLink("assessment.ScreenedMatter", "排查事项", related_name="decisions")
    matter = KeptLink("assessment.Matter", "事项", related_name="screening_decisions")
    verdict = models.CharField("决定", max_length=12, choices=Verdict.choices)
    reason = models.UUIDField("理由", null=True, blank=True)
    decided_by = KeptLink("roster.Staff", "决定人", related_name="+")
    decided_on = models.DateField("决定日期")
    is_current = models.BooleanField("现行", default=True)

    class Secrecy:
        open = ("verdict", "decided_on", "is_current")
        work = ("id", "uid", "row", "matter", "decided_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "排查决定"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["row"],
                condition=Q(is_current=True),
                name="assessment_one_current_verdict",
                violation_error_message="一个事项在一次排查中只有一个现行的决定。",
            ),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.CONTINUE) | Q(reason__isnull=False),
                name="assessment_verdict_has_reason",
                violation_error_message="除继续办理外，须写明理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter}：{self.get_verdict_display()}"
