"""干部: a supervised person, by unit and post. The public list only; never anything about conduct."""

from django.db import models

from yixian.roster.enums import CadreLevel
from yixian.toolkit.links import KeptLink


class Cadre(models.Model):
    """One person in one post. Who leaves is marked, not deleted: an old report still names the post."""

    unit = KeptLink("roster.Unit", "单位", related_name="cadres")
    name = models.CharField("姓名", max_length=30)
    post = models.CharField("职务", max_length=60)
    level = models.CharField("管理层级", max_length=15, choices=CadreLevel.choices)
    party_member = models.BooleanField("中共党员", default=False)
    is_active = models.BooleanField("在职", default=True)

    class Secrecy:
        open = ("name", "post", "level", "party_member", "is_active")
        work = ("id", "unit")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "干部"
        indexes = [models.Index(fields=["name"], name="roster_cadre_by_name")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name", "post"],
                name="roster_cadre_listed_once",
                violation_error_message="该单位已有同名同职务的干部。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.post}）"
