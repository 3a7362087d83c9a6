"""Counts of failed attempts, by what was attempted and never by who attempted it: no address is kept."""

from django.db import models


class Attempt(models.Model):
    """``bucket`` is ``login:<account>``, ``login``, ``code``, or the number of a spent proof of work."""

    bucket = models.CharField("对象", max_length=80, unique=True)
    count = models.PositiveIntegerField("次数", default=0)
    since = models.DateTimeField("自何时起")
    until = models.DateTimeField("到何时止", db_index=True)

    class Secrecy:
        open = ("bucket", "count", "since", "until")
        work = ("id",)
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "尝试次数"

    def __str__(self) -> str:
        return f"{self.bucket}：{self.count}"
