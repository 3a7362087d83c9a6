"""联席会诊: one meeting of the office with the units that share in the solving of hard matters."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import ConsultationState
from yixian.regulations.consultation import Quarter, quarter_of
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink


class Consultation(models.Model):
    """``quarter`` is the first day of the quarter that it is held for; a second one in a quarter is ``sequence`` 2.

    ``minutes`` (slots text and docx) and the reason of a cancellation are sealed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = KeptLink("roster.Organ", "机构", related_name="+")
    quarter = models.DateField("季度")
    sequence = models.PositiveSmallIntegerField("第几次", default=1)
    held_on = models.DateField("会诊日期")
    starts_at = models.TimeField("开始时间")
    place = models.CharField("地点", max_length=60)
    recorder = KeptLink("roster.Staff", "记录人", related_name="+")
    convened_by = KeptLink("roster.Staff", "召集人", related_name="+")
    convened_on = models.DateField("召集日期")
    state = models.CharField(
        "状态", max_length=10, choices=ConsultationState.choices, default=ConsultationState.PLANNED
    )
    called_on = models.DateField("发出通知日期", null=True, blank=True)
    opened_on = models.DateField("开会日期", null=True, blank=True)
    closed_by = KeptLink("roster.Staff", "结束人", related_name="+", null=True)
    closed_on = models.DateField("结束日期", null=True, blank=True)
    minutes = models.UUIDField("会诊纪要", null=True, blank=True)
    cancel_reason = models.UUIDField("取消理由", null=True, blank=True)

    class Secrecy:
        open = (
            "quarter",
            "sequence",
            "held_on",
            "starts_at",
            "place",
            "convened_on",
            "state",
            "called_on",
            "opened_on",
            "closed_on",
        )
        work = ("id", "organ", "recorder", "convened_by", "closed_by")
        sealed = ("minutes", "cancel_reason")

    class Meta:
        verbose_name = verbose_name_plural = "联席会诊"
        ordering = ["-quarter", "-sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "quarter", "sequence"],
                name="assessment_consultation_once",
                violation_error_message="这个季度的这一次联席会诊已经召集。",
            ),
            models.CheckConstraint(
                condition=all_or_none("closed_by", "closed_on")
                & (
                    Q(state=ConsultationState.CLOSED, minutes__isnull=False, cancel_reason__isnull=True)
                    | Q(state=ConsultationState.CANCELLED, minutes__isnull=True, cancel_reason__isnull=False)
                    | (
                        ~Q(state__in=[ConsultationState.CLOSED, ConsultationState.CANCELLED])
                        & Q(closed_on__isnull=True, minutes__isnull=True, cancel_reason__isnull=True)
                    )
                ),
                name="assessment_consultation_ended_whole",
                violation_error_message="结束的会诊须有纪要，取消的须有理由。",
            ),
        ]

    def __str__(self) -> str:
        again = f"（第{self.sequence}次）" if self.sequence > 1 else ""
        return f"{self.of_quarter}联席会诊{again}"

    @property
    def of_quarter(self) -> Quarter:
        return quarter_of(self.quarter)

    @property
    def uid(self) -> uuid.UUID:
        return self.pk

    @property
    def trail_subject(self) -> str:
        return f"assessment.consultation:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """None: what it holds of each matter is asked of the item."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.convened_by_id})

    def bench_ids(self) -> frozenset[int]:
        """Whoever presides, deputises or records."""
        heads = self.invitees.exclude(seat="member").filter(staff__isnull=False)
        return frozenset({self.recorder_id, *heads.order_by("pk").values_list("staff_id", flat=True)})

    def seat_ids(self) -> frozenset[int]:
        """The accounts that are invited."""
        invited = self.invitees.filter(staff__isnull=False).order_by("pk")
        return frozenset(staff for staff in invited.values_list("staff_id", flat=True) if staff)
