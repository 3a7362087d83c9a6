"""近亲属申报: what a member of staff has declared, so that recusal is asked before anything is shown."""

from django.db import models
from django.db.models import Q

from yixian.roster.enums import Relation
from yixian.toolkit.links import KeptLink


class Kinship(models.Model):
    """One relation. A mistaken declaration is marked withdrawn, never deleted."""

    staff = KeptLink("roster.Staff", "工作人员", related_name="kinships")
    cadre = KeptLink("roster.Cadre", "干部", related_name="kinships")
    relation = models.CharField("关系", max_length=12, choices=Relation.choices)
    withdrawn_on = models.DateField("撤销日期", null=True, blank=True)

    class Secrecy:
        open = ("relation", "withdrawn_on")
        work = ("id", "staff", "cadre")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "近亲属申报"
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "cadre"],
                condition=Q(withdrawn_on__isnull=True),
                name="roster_kinship_declared_once",
                violation_error_message="这一关系已经申报。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff.name}与{self.cadre.name}：{self.get_relation_display()}"
