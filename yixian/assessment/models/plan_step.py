"""方案步骤: something to do for a matter, by which means, by whom and by when."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import StepKind, StepState
from yixian.assessment.models.of_matter import OfMatter
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class PlanStep(OfMatter, KnownRow):
    """``outcome`` is what came of it, or why it was changed; one that was changed may have a ``replaced_by``."""

    matter = KeptLink("assessment.Matter", "事项", related_name="plan_steps")
    kind = models.CharField("途径", max_length=12, choices=StepKind.choices)
    what = models.UUIDField("要做什么")
    owner = KeptLink("roster.Staff", "责任人", related_name="+")
    due_on = models.DateField("完成期限")
    added_by = KeptLink("roster.Staff", "提出人", related_name="+")
    added_on = models.DateField("提出日期")
    state = models.CharField("状态", max_length=10, choices=StepState.choices, default=StepState.PLANNED)
    ended_by = KeptLink("roster.Staff", "登记人", related_name="+", null=True)
    ended_on = models.DateField("登记日期", null=True, blank=True)
    outcome = models.UUIDField("结果或者调整理由", null=True, blank=True)
    replaces = models.OneToOneField(
        "self",
        verbose_name="调整自",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
    )

    class Secrecy:
        open = ("kind", "due_on", "added_on", "state", "ended_on")
        work = ("id", "uid", "matter", "owner", "added_by", "ended_by", "replaces")
        sealed = ("what", "outcome")

    class Meta:
        verbose_name = verbose_name_plural = "方案步骤"
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["owner", "due_on"],
                condition=Q(state=StepState.PLANNED),
                name="assessment_step_planned",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("ended_on", "ended_by", "outcome")
                & (
                    Q(state=StepState.PLANNED, ended_on__isnull=True)
                    | (~Q(state=StepState.PLANNED) & Q(ended_on__isnull=False))
                ),
                name="assessment_step_ended_whole",
                violation_error_message="完成或者调整的步骤须记明何人、何日、什么结果。",
            ),
            models.CheckConstraint(
                condition=not_before("due_on", "added_on"),
                name="assessment_step_due_later",
                violation_error_message="完成期限不能早于提出日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{self.due_on.month}月{self.due_on.day}日）"
