"""被反映人: one person or unit that a report is about; the name is sealed, the roster entry a keyed token."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import CadreCategory
from yixian.toolkit.links import KeptLink


class ReportedPerson(models.Model):
    """``name_seal`` holds the slots name, post, unit. The tokens are keyed under the organ's index key: they
    keep a reported cadre, a relative or a colleague out, and the database does not say who is reported.
    """

    report = KeptLink("reception.Report", "来件", related_name="people")
    position = models.PositiveSmallIntegerField("次序")
    category = models.CharField("人员类别", max_length=15, choices=CadreCategory.choices)
    name_seal = models.UUIDField("姓名封存")
    cadre_token = models.BinaryField("干部密标", max_length=32, null=True, blank=True)
    unit_token = models.BinaryField("单位密标", max_length=32, null=True, blank=True)

    class Secrecy:
        open = ("position", "category")
        work = ("id", "report")
        outlasts = ("cadre_token", "unit_token")
        sealed = ("name_seal", "cadre_token", "unit_token")

    class Meta:
        verbose_name = verbose_name_plural = "被反映人"
        ordering = ["report", "position"]
        indexes = [
            models.Index(fields=["cadre_token"], name="reception_person_by_cadre"),
            models.Index(fields=["unit_token"], name="reception_person_by_unit"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="reception_person_has_one_place"),
            models.CheckConstraint(
                condition=~Q(category=CadreCategory.UNIT) | Q(cadre_token__isnull=True),
                name="reception_person_unit_is_no_cadre",
                violation_error_message="被反映的是单位时，不填干部。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()}（第{self.position}名）"

    def tokens(self) -> tuple[bytes, ...]:
        return tuple(bytes(each) for each in (self.cadre_token, self.unit_token) if each is not None)
