"""化解方案: one matter, one plan: what is aimed at and who answers for it."""

from django.db import models
from django.db.models import Q

from yixian.assessment.models.of_matter import OfMatter
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Plan(OfMatter, KnownRow):
    """A revised plan is a new row that supersedes the one before; the steps are the matter's and stay."""

    matter = KeptLink("assessment.Matter", "事项", related_name="plans")
    aims = models.UUIDField("化解目标")
    responsible = KeptLink("roster.Staff", "责任人", related_name="+")
    made_by = KeptLink("roster.Staff", "制定人", related_name="+")
    made_on = models.DateField("制定日期")
    change_reason = models.UUIDField("修订理由", null=True, blank=True)
    is_current = models.BooleanField("现行", default=True)
    supersedes = models.OneToOneField(
        "self",
        verbose_name="修订自",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
    )

    class Secrecy:
        open = ("made_on", "is_current")
        work = ("id", "uid", "matter", "responsible", "made_by", "supersedes")
        sealed = ("aims", "change_reason")

    class Meta:
        verbose_name = verbose_name_plural = "化解方案"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(is_current=True),
                name="assessment_one_current_plan",
                violation_error_message="一个事项只有一份现行的化解方案；需要改变的，请修订。",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, change_reason__isnull=True)
                | Q(supersedes__isnull=False, change_reason__isnull=False),
                name="assessment_plan_revised_with_reason",
                violation_error_message="修订方案须写明理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter}化解方案"
