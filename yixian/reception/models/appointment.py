"""约访: an invitation to talk about a report, which may be declined. It asks and counts nothing of the person."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import AppointmentState, AppointmentWay, HalfDay
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink

NOTHING_PROPOSED = Q(proposed_on__isnull=True, proposed_half="")


class Appointment(models.Model):
    """``content`` holds the slot text (place, hour, what it is about), wrapped to the receipt too; ``record`` notes
    and agreed. ``proposed_on`` is the other day that the person asked for, while it waits for an answer.

    Why nothing came of it is not kept: see ``AppointmentState``.
    """

    report = KeptLink("reception.Report", "来件", related_name="appointments")
    state = models.CharField("状态", max_length=10, choices=AppointmentState.choices)
    way = models.CharField("邀请方式", max_length=8, choices=AppointmentWay.choices)
    offered_on = models.DateField("提出日期")
    offered_by = KeptLink("roster.Staff", "提出人", related_name="appointments_offered")
    host = KeptLink("roster.Staff", "接待人", related_name="appointments_hosted")
    meets_on = models.DateField("见面日期")
    half = models.CharField("半天", max_length=10, choices=HalfDay.choices)
    proposed_on = models.DateField("对方提出的日期", null=True, blank=True)
    proposed_half = models.CharField(
        "对方提出的半天", max_length=10, choices=HalfDay.choices, blank=True, default=""
    )
    content = models.UUIDField("约访内容封存")
    held_on = models.DateField("见面日期（实际）", null=True, blank=True)
    recorded_by = KeptLink("roster.Staff", "记录人", related_name="appointments_recorded", null=True)
    record = models.UUIDField("记录封存", null=True, blank=True)
    files = models.ManyToManyField("reception.Attachment", verbose_name="材料", related_name="appointments")

    class Secrecy:
        open = ("state", "way", "offered_on", "meets_on", "half", "proposed_on", "proposed_half", "held_on")
        work = ("id", "report", "offered_by", "host", "recorded_by", "files")
        sealed = ("content", "record")

    class Meta:
        verbose_name = verbose_name_plural = "约访"
        ordering = ["offered_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(
                    state__in=(AppointmentState.OFFERED, AppointmentState.COUNTERED, AppointmentState.AGREED)
                ),
                name="reception_appointment_one_at_a_time",
                violation_error_message="这一件已有正在进行的约访。",
            ),
            models.CheckConstraint(
                condition=all_or_none("held_on", "recorded_by", "record"),
                name="reception_appointment_recorded_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=AppointmentState.HELD, held_on__isnull=False)
                | (~Q(state=AppointmentState.HELD) & Q(held_on__isnull=True)),
                name="reception_appointment_held_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=AppointmentState.COUNTERED, proposed_on__isnull=False)
                & ~Q(proposed_half="")
                | (~Q(state=AppointmentState.COUNTERED) & NOTHING_PROPOSED),
                name="reception_appointment_proposed_as_a_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"约访（{self.meets_on}）"

    @property
    def is_open(self) -> bool:
        return self.state not in (AppointmentState.HELD, AppointmentState.CLOSED)


class AppointmentStep(models.Model):
    """约访经过: what an appointment came to, and when. By whom is not kept, so that an ending tells of nobody."""

    appointment = KeptLink("reception.Appointment", "约访", related_name="steps")
    state = models.CharField("状态", max_length=10, choices=AppointmentState.choices)
    taken_on = models.DateField("日期")
    meets_on = models.DateField("见面日期", null=True, blank=True)
    half = models.CharField("半天", max_length=10, choices=HalfDay.choices, blank=True, default="")

    class Secrecy:
        open = ("state", "taken_on", "meets_on", "half")
        work = ("id", "appointment")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "约访经过"
        ordering = ["taken_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=AppointmentState.CLOSED) | Q(meets_on__isnull=True, half=""),
                name="reception_appointment_ends_without_a_word",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}（{self.taken_on}）"
