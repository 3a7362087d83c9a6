"""来访人眼下需要的帮助: there while it lasts, and deleted when it is met. It is not kept as a word for a person."""

from django.db import models

from yixian.reception.enums import CareNeed
from yixian.toolkit.links import KeptLink


class VisitNeed(models.Model):
    """One kind of help that is still to be given."""

    visit = models.ForeignKey(
        "reception.Visit", verbose_name="来访", on_delete=models.CASCADE, related_name="needs"
    )
    kind = models.CharField("需要", max_length=8, choices=CareNeed.choices)
    noted_on = models.DateField("登记日期")
    noted_by = KeptLink("roster.Staff", "登记人", related_name="noted_needs")

    class Secrecy:
        open = ("kind", "noted_on")
        work = ("id", "visit", "noted_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "来访人的需要"
        ordering = ["noted_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "kind"],
                name="reception_need_noted_once",
                violation_error_message="这一需要已经登记。",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
