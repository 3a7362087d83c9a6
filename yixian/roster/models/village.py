"""村（社区）: the smallest place that a report can be about."""

from django.db import models

from yixian.roster.enums import VillageKind
from yixian.toolkit.links import KeptLink


class Village(models.Model):
    organ = KeptLink("roster.Organ", "所属机构", related_name="villages")
    name = models.CharField("名称", max_length=30)
    kind = models.CharField("类别", max_length=10, choices=VillageKind.choices, default=VillageKind.VILLAGE)

    class Secrecy:
        open = ("name", "kind")
        work = ("id", "organ")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "村（社区）"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "name"],
                name="roster_village_named_once",
                violation_error_message="同一乡镇（街道）内已有同名村（社区）。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
