"""曾任职单位: where a member of staff served before, so that they are not sent back there to verify."""

from django.db import models
from django.db.models import Q

from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class FormerPost(models.Model):
    """One declaration. A mistaken one is marked withdrawn, never deleted."""

    staff = KeptLink("roster.Staff", "工作人员", related_name="former_posts")
    unit = KeptLink("roster.Unit", "曾任职单位", related_name="former_staff")
    declared_on = models.DateField("申报日期")
    withdrawn_on = models.DateField("撤销日期", null=True, blank=True)

    class Secrecy:
        open = ("declared_on", "withdrawn_on")
        work = ("id", "staff", "unit")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "曾任职单位申报"
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "unit"],
                condition=Q(withdrawn_on__isnull=True),
                name="roster_former_post_declared_once",
                violation_error_message="这个曾任职单位已经申报。",
            ),
            models.CheckConstraint(
                condition=not_before("withdrawn_on", "declared_on"),
                name="roster_former_post_withdrawn_after",
                violation_error_message="撤销日期不得早于申报日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff.name}曾在{self.unit.name}任职"
