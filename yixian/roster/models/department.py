"""部门: where a county sends what is not the commission's business."""

from django.db import models

from yixian.roster.enums import FIELDS
from yixian.toolkit.links import KeptLink


class Department(models.Model):
    """A county department, with the field of petition work that it answers for."""

    organ = KeptLink("roster.Organ", "所属县级机构", related_name="departments")
    name = models.CharField("部门名称", max_length=60)
    field = models.CharField("主管领域", max_length=12, choices=[(each.value, each.label) for each in FIELDS])

    class Secrecy:
        open = ("name", "field")
        work = ("id", "organ")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "部门"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "name", "field"],
                name="roster_department_listed_once",
                violation_error_message="这个部门的这一主管领域已经登记。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
