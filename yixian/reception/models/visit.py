"""来访: what a visit needed besides what it told: how many came along, and by which help it was understood."""

from django.db import models

from yixian.reception.enums import LanguageHelp
from yixian.toolkit.links import KeptLink


class Visit(models.Model):
    """Who came along is a note of the sealed identity, since it would tell who came; here they are counted."""

    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="visit"
    )
    companions = models.PositiveSmallIntegerField("陪同人数", default=0)
    language_help = models.CharField(
        "语言帮助", max_length=10, choices=LanguageHelp.choices, default=LanguageHelp.NONE
    )
    received_by = KeptLink("roster.Staff", "接待人", related_name="received_visits")

    class Secrecy:
        open = ("companions", "language_help")
        work = ("id", "report", "received_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "来访"

    def __str__(self) -> str:
        return f"来访（陪同{self.companions}人）"
