"""工作日年历: a year's notice of holidays and make-up days, entered by staff when no package has it yet."""

from django.db import models
from django.db.models import Q

from yixian.toolkit.links import KeptLink


class CalendarYear(models.Model):
    """``text`` is the notice or the yearly file as entered; ``yixian.regulations.calendar.parse_year`` reads it."""

    year = models.PositiveSmallIntegerField("年份")
    text = models.TextField("放假和调休安排", max_length=4000)
    entered_by = KeptLink("roster.Staff", "录入人", related_name="calendar_years", null=True)
    entered_on = models.DateField("录入日期")

    class Secrecy:
        open = ("year", "text", "entered_on")
        work = ("id", "entered_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "工作日年历"
        constraints = [
            models.UniqueConstraint(
                fields=["year"],
                name="roster_year_entered_once",
                violation_error_message="这一年的年历已经录入。",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2000, year__lte=2100),
                name="roster_year_is_plausible",
                violation_error_message="年份应在 2000 到 2100 之间。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年工作日年历"
