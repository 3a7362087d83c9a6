"""编号: the last number taken in one series of one organ in one year. Taken with the row, or not at all."""

from django.db import models

from yixian.reception.enums import Series
from yixian.toolkit.links import KeptLink


class NumberSeries(models.Model):
    """Locked while the transaction that takes a number is open: never lost, never given twice."""

    organ = KeptLink("roster.Organ", "机构", related_name="number_series")
    year = models.PositiveSmallIntegerField("年份")
    series = models.CharField("序列", max_length=10, choices=Series.choices)
    last = models.PositiveIntegerField("最后编号", default=0)

    class Secrecy:
        open = ("year", "series", "last")
        work = ("id", "organ")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "编号序列"
        constraints = [
            models.UniqueConstraint(fields=["organ", "year", "series"], name="reception_series_counts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_series_display()} {self.year}"
