"""排查: one session in which every open matter that its opener may meet is looked at and decided."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import ScreeningKind, ScreeningState
from yixian.regulations.classes import VillageIssue
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Screening(KnownRow):
    """``month`` is the first day of the month that a monthly one is held for. ``subject`` (of a special one) and
    ``minutes`` (slots text and docx) are sealed; ``issue`` narrows a special one to matters about that issue.
    """

    organ = KeptLink("roster.Organ", "机构", related_name="+")
    kind = models.CharField("类型", max_length=10, choices=ScreeningKind.choices)
    month = models.DateField("月份", null=True, blank=True)
    subject = models.UUIDField("专项内容", null=True, blank=True)
    issue = models.CharField("专项问题", max_length=24, choices=VillageIssue.choices(), blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=ScreeningState.choices, default=ScreeningState.OPEN
    )
    opened_by = KeptLink("roster.Staff", "召集人", related_name="+")
    opened_on = models.DateField("开始日期")
    closed_by = KeptLink("roster.Staff", "结束人", related_name="+", null=True)
    closed_on = models.DateField("结束日期", null=True, blank=True)
    minutes = models.UUIDField("排查记录", null=True, blank=True)

    class Secrecy:
        open = ("kind", "month", "issue", "state", "opened_on", "closed_on")
        work = ("id", "uid", "organ", "opened_by", "closed_by")
        sealed = ("subject", "minutes")

    class Meta:
        verbose_name = verbose_name_plural = "排查"
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "month"],
                name="assessment_one_monthly_screening",
                violation_error_message="本月已经开过每月排查，一个月只开一次。",
            ),
            models.CheckConstraint(
                condition=Q(kind=ScreeningKind.MONTHLY, month__isnull=False)
                | (~Q(kind=ScreeningKind.MONTHLY) & Q(month__isnull=True)),
                name="assessment_screening_of_a_month",
                violation_error_message="每月排查须写明月份，其他排查不写。",
            ),
            models.CheckConstraint(
                condition=Q(kind=ScreeningKind.SPECIAL, subject__isnull=False)
                | (~Q(kind=ScreeningKind.SPECIAL) & Q(subject__isnull=True, issue="")),
                name="assessment_screening_has_subject",
                violation_error_message="专项排查须写明排查什么，其他排查不写。",
            ),
            models.CheckConstraint(
                condition=all_or_none("closed_on", "closed_by", "minutes")
                & (
                    Q(state=ScreeningState.OPEN, closed_on__isnull=True)
                    | Q(state=ScreeningState.CLOSED, closed_on__isnull=False)
                )
                & not_before("closed_on", "opened_on"),
                name="assessment_screening_closed_whole",
                violation_error_message="结束的排查须有结束日期、结束人和记录。",
            ),
        ]

    def __str__(self) -> str:
        held = self.month or self.opened_on
        day = f"{held.year}年{held.month}月"
        return (
            f"{day}{self.get_kind_display()}" if self.month else f"{day}{held.day}日{self.get_kind_display()}"
        )

    @property
    def trail_subject(self) -> str:
        return f"assessment.screening:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """None: what it holds of each matter is asked of the matter."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.opened_by_id})


class ScreenedMatter(models.Model):
    """One matter in a session; the link stays when the matter is closed before it was decided."""

    screening = KeptLink(Screening, "排查", related_name="rows")
    matter = KeptLink("assessment.Matter", "事项", related_name="screened")
    taken_by = KeptLink("roster.Staff", "纳入人", related_name="+")
    taken_on = models.DateField("纳入日期")

    class Secrecy:
        open = ("taken_on",)
        work = ("id", "screening", "matter", "taken_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "排查事项"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["screening", "matter"],
                name="assessment_screened_once",
                violation_error_message="这个事项已经在本次排查中。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.screening}：{self.matter}"
