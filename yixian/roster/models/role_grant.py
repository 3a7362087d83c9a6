"""角色授予: who gave whom which role, from when until when. Revoked grants stay as history."""

from django.db import models
from django.db.models import Q

from yixian.roster.enums import Role
from yixian.toolkit.conditions import not_before, unlike
from yixian.toolkit.links import KeptLink


class RoleGrant(models.Model):
    """``granted_by`` is empty only for the grants with which an office is founded."""

    staff = KeptLink("roster.Staff", "工作人员", related_name="grants")
    role = models.CharField("角色", max_length=12, choices=Role.choices)
    granted_by = KeptLink("roster.Staff", "授予人", related_name="grants_given", null=True)
    granted_on = models.DateField("授予日期")
    revoked_on = models.DateField("收回日期", null=True, blank=True)

    class Secrecy:
        open = ("role", "granted_on", "revoked_on")
        work = ("id", "staff", "granted_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "角色授予"
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "role"],
                condition=Q(revoked_on__isnull=True),
                name="roster_role_held_once",
                violation_error_message="该工作人员已有这个角色。",
            ),
            models.CheckConstraint(
                condition=unlike("granted_by", "staff"),
                name="roster_role_given_by_another",
                violation_error_message="任何人不得给自己授予角色，请由另一名管理员办理。",
            ),
            models.CheckConstraint(
                condition=not_before("revoked_on", "granted_on"),
                name="roster_role_revoked_after_grant",
                violation_error_message="收回日期不得早于授予日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff.name}：{self.get_role_display()}"
