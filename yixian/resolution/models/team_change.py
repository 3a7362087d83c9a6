"""核查组成员变动: who came to a team or left it after it was formed, by whose decision and why."""

from django.db import models

from yixian.resolution.enums import TeamChangeKind
from yixian.resolution.models.decided import OfVerification
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class TeamChange(OfVerification, KnownRow):
    """Appended, never edited. ``reason`` may tell of kinship, so it is sealed."""

    verification = KeptLink("resolution.Verification", "核实", related_name="team_changes")
    staff = KeptLink("roster.Staff", "成员", related_name="+")
    kind = models.CharField("变动", max_length=10, choices=TeamChangeKind.choices)
    ordered_by = KeptLink("roster.Staff", "决定人", related_name="+")
    changed_on = models.DateField("变动日期")
    reason = models.UUIDField("变动原因")

    class Secrecy:
        open = ("kind", "changed_on")
        work = ("id", "uid", "verification", "staff", "ordered_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "核查组成员变动"
        ordering = ["changed_on", "id"]

    def __str__(self) -> str:
        return f"{self.staff}{self.get_kind_display()}"
