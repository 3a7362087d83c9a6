"""专长: what a member of staff is good at. It says nothing about conduct and ranks nobody."""

from django.db import models
from django.db.models import Q

from yixian.roster.enums import Skill
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class StaffSkill(models.Model):
    """One skill of one person, from when until when it was noted."""

    staff = KeptLink("roster.Staff", "工作人员", related_name="skills")
    skill = models.CharField("专长", max_length=12, choices=Skill.choices)
    noted_on = models.DateField("登记日期")
    dropped_on = models.DateField("取消日期", null=True, blank=True)

    class Secrecy:
        open = ("skill", "noted_on", "dropped_on")
        work = ("id", "staff")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "专长"
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "skill"],
                condition=Q(dropped_on__isnull=True),
                name="roster_skill_noted_once",
                violation_error_message="这一专长已经登记。",
            ),
            models.CheckConstraint(
                condition=not_before("dropped_on", "noted_on"),
                name="roster_skill_dropped_after_noted",
                violation_error_message="取消日期不得早于登记日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff.name}：{self.get_skill_display()}"
