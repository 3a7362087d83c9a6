"""按月跟踪: what one month's asking after a duty found."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import FollowUpResult
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class DutyFollowUp(KnownRow):
    """``month`` is the first day of the month that it counts for, whenever it was written."""

    duty = KeptLink("assessment.ConsultDuty", "会诊任务", related_name="follow_ups")
    month = models.DateField("月份")
    result = models.CharField("情况", max_length=10, choices=FollowUpResult.choices)
    words = models.UUIDField("说明")
    new_due_on = models.DateField("延长至", null=True, blank=True)
    recorded_by = KeptLink("roster.Staff", "登记人", related_name="+")
    recorded_on = models.DateField("登记日期")

    class Secrecy:
        open = ("month", "result", "new_due_on", "recorded_on")
        work = ("id", "uid", "duty", "recorded_by")
        sealed = ("words",)

    class Meta:
        verbose_name = verbose_name_plural = "按月跟踪"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(result=FollowUpResult.EXTENDED, new_due_on__isnull=False)
                | (~Q(result=FollowUpResult.EXTENDED) & Q(new_due_on__isnull=True)),
                name="assessment_extension_has_day",
                violation_error_message="延期须写明延长到哪一天。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month.year}年{self.month.month}月：{self.get_result_display()}"
