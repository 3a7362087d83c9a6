"""后续事项: a duty that a meeting left behind, with who does it and by when."""

from django.db import models
from django.db.models import Q

from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink


class FollowUp(models.Model):
    """``what`` and ``result`` hold the slot text. It comes out of one outing, appointment or accompaniment, or of none
    of them. ``owner`` is somebody who may meet the report.
    """

    report = KeptLink("reception.Report", "来件", related_name="follow_ups")
    outing = KeptLink("reception.Outing", "下访", related_name="follow_ups", null=True)
    appointment = KeptLink("reception.Appointment", "约访", related_name="follow_ups", null=True)
    accompaniment = KeptLink("reception.Accompaniment", "陪访代办", related_name="follow_ups", null=True)
    owner = KeptLink("roster.Staff", "负责人", related_name="follow_ups")
    due_on = models.DateField("完成期限")
    added_on = models.DateField("提出日期")
    added_by = KeptLink("roster.Staff", "提出人", related_name="follow_ups_added")
    what = models.UUIDField("事项封存")
    done_on = models.DateField("完成日期", null=True, blank=True)
    done_by = KeptLink("roster.Staff", "完成人", related_name="follow_ups_done", null=True)
    result = models.UUIDField("完成情况封存", null=True, blank=True)

    class Secrecy:
        open = ("due_on", "added_on", "done_on")
        work = ("id", "report", "outing", "appointment", "accompaniment", "owner", "added_by", "done_by")
        sealed = ("what", "result")

    class Meta:
        verbose_name = verbose_name_plural = "后续事项"
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(done_on__isnull=True), name="reception_follow_up_open"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outing__isnull=True, appointment__isnull=True)
                | Q(outing__isnull=True, accompaniment__isnull=True)
                | Q(appointment__isnull=True, accompaniment__isnull=True),
                name="reception_follow_up_of_one_meeting",
            ),
            models.CheckConstraint(
                condition=all_or_none("done_on", "done_by", "result"),
                name="reception_follow_up_done_as_a_whole",
            ),
            models.CheckConstraint(
                condition=not_before("due_on", "added_on"), name="reception_follow_up_due_later"
            ),
        ]

    def __str__(self) -> str:
        return f"后续事项（{self.due_on}）"
