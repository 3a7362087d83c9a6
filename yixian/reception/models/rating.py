"""评价: how a reporter rates the responsible unit and, apart from it, the reception; with a word of why."""

from django.db import models

from yixian.reception.enums import Rating
from yixian.toolkit.links import KeptLink


class ReporterRating(models.Model):
    """One for each answer: one given anew on new evidence may be rated anew. ``reason`` has the slot text."""

    report = KeptLink("reception.Report", "来件", related_name="ratings")
    answered_on = models.DateField("所评价的答复日期")
    unit_rating = models.CharField("对责任单位", max_length=14, choices=Rating.choices())
    reception_rating = models.CharField("对接访", max_length=14, choices=Rating.choices())
    rated_on = models.DateField("评价日期")
    reason = models.UUIDField("原因封存", null=True, blank=True)

    class Secrecy:
        open = ("answered_on", "unit_rating", "reception_rating", "rated_on")
        work = ("id", "report")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "评价"
        ordering = ["rated_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "answered_on"],
                name="reception_rating_one_for_each_answer",
                violation_error_message="这次答复已经评价过。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_unit_rating_display()}／{self.get_reception_rating_display()}"
