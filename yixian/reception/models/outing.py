"""下访: a visit of the office to the place of a hard or old matter: planned, gone to, and written down."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import OutingResult, OutingState
from yixian.toolkit.links import KeptLink


class Outing(models.Model):
    """``plan`` holds the slots place and purpose; ``record`` people, notes and agreed: where the office went, whom it
    met and what was said may lead to the reporter, so none of it is readable here.

    ``also_about`` are further reports of the same matter. ``verifies`` asks for two people at least.
    """

    report = KeptLink("reception.Report", "来件", related_name="outings")
    also_about = models.ManyToManyField("reception.Report", verbose_name="一并下访的来件", blank=True)
    goers = models.ManyToManyField("roster.Staff", verbose_name="下访人员", related_name="outings")
    state = models.CharField("状态", max_length=10, choices=OutingState.choices)
    verifies = models.BooleanField("核实情况", default=False)
    planned_on = models.DateField("安排日期")
    planned_by = KeptLink("roster.Staff", "安排人", related_name="outings_planned")
    goes_on = models.DateField("计划下访日期")
    plan = models.UUIDField("安排封存")
    went_on = models.DateField("下访日期", null=True, blank=True)
    result = models.CharField("结果", max_length=10, choices=OutingResult.choices, blank=True, default="")
    recorded_by = KeptLink("roster.Staff", "记录人", related_name="outings_recorded", null=True)
    record = models.UUIDField("记录封存", null=True, blank=True)
    cancelled_on = models.DateField("取消日期", null=True, blank=True)
    files = models.ManyToManyField("reception.Attachment", verbose_name="材料", related_name="outings")

    class Secrecy:
        open = ("state", "verifies", "planned_on", "goes_on", "went_on", "result", "cancelled_on")
        work = ("id", "report", "also_about", "goers", "planned_by", "recorded_by", "files")
        sealed = ("plan", "record")

    class Meta:
        verbose_name = verbose_name_plural = "下访"
        ordering = ["goes_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state=OutingState.DONE,
                    went_on__isnull=False,
                    record__isnull=False,
                    recorded_by__isnull=False,
                )
                & ~Q(result="")
                | Q(went_on__isnull=True, record__isnull=True, recorded_by__isnull=True, result="")
                & ~Q(state=OutingState.DONE),
                name="reception_outing_recorded_as_a_whole",
                violation_error_message="下访记录应当写明日期、结果和记录人。",
            ),
            models.CheckConstraint(
                condition=Q(state=OutingState.CANCELLED, cancelled_on__isnull=False)
                | (~Q(state=OutingState.CANCELLED) & Q(cancelled_on__isnull=True)),
                name="reception_outing_cancelled_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"下访（{self.went_on or self.goes_on}）"
