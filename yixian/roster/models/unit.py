"""单位: a supervised unit, to which cadres belong and about which people report."""

from django.db import models

from yixian.roster.enums import UnitKind
from yixian.toolkit.links import KeptLink


class Unit(models.Model):
    """``village`` is empty for the township's own units. The import finds a unit by its name in an organ."""

    organ = KeptLink("roster.Organ", "监督机构", related_name="units")
    village = KeptLink("roster.Village", "所在村（社区）", related_name="units", null=True)
    name = models.CharField("单位名称", max_length=60)
    kind = models.CharField("单位类别", max_length=20, choices=UnitKind.choices)

    class Secrecy:
        open = ("name", "kind")
        work = ("id", "organ", "village")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "name"],
                name="roster_unit_named_once",
                violation_error_message="同一机构内已有同名单位。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
