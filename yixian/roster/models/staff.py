"""工作人员: an account of the system. It holds no password: the pass phrase opens a key pair in the vault."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from yixian.toolkit.links import KeptLink


class StaffManager(BaseUserManager["Staff"]):
    """Only look-up by user name; accounts are made by ``roster.actions.add_staff``."""


class Staff(AbstractBaseUser):
    """``cadre`` and ``unit`` say who this person is on the roster, so that recusal can be checked.

    Django's password and last_login columns are taken away: log-in belongs to the protection house, and the
    hour of a log-in is told by the trail alone.
    """

    password: Any = None
    last_login: Any = None
    username = models.CharField("登录名", max_length=30)
    name = models.CharField("姓名", max_length=30)
    organ = KeptLink("roster.Organ", "所在机构", related_name="staff")
    cadre = KeptLink("roster.Cadre", "对应干部", related_name="staff", null=True)
    unit = KeptLink("roster.Unit", "所在单位", related_name="staff", null=True)
    is_active = models.BooleanField("在用", default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]
    objects = StaffManager()

    class Secrecy:
        open = ("username", "name", "is_active")
        work = ("id", "organ", "cadre", "unit")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "工作人员"
        constraints = [
            models.UniqueConstraint(
                fields=["username"],
                name="roster_staff_named_once",
                violation_error_message="这个登录名已经使用。",
            ),
            models.CheckConstraint(
                condition=Q(username__regex=r"^[a-z][a-z0-9_.-]{1,29}$"),
                name="roster_staff_username_is_plain",
                violation_error_message="登录名为2到30个字符，以小写字母开头，只含小写字母、数字和._-。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def has_usable_password(self) -> bool:
        return False

    def check_password(self, raw_password: str | None) -> bool:
        return False

    async def acheck_password(self, raw_password: str | None) -> bool:
        return False
