"""会诊议题: a matter that waits for a consultation, is put before it, and what it decided of the matter."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import ConsultWay, ItemSource, ItemState
from yixian.assessment.models.of_matter import OfMatter
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink

if TYPE_CHECKING:
    from yixian.assessment.models.consultation import Consultation

PENDING = (ItemState.WAITING, ItemState.LISTED, ItemState.ISSUED, ItemState.OPENED)
BEFORE_MEETING = (ItemState.WAITING, ItemState.TAKEN_OFF)


class AgendaItem(OfMatter, models.Model):
    """While it waits it belongs to no meeting. ``ended_reason`` is why it was taken off or left for next time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    matter = KeptLink("assessment.Matter", "事项", related_name="agenda_items")
    consultation = KeptLink("assessment.Consultation", "联席会诊", related_name="items", null=True)
    position = models.PositiveSmallIntegerField("序号", null=True, blank=True)
    source = models.CharField("来源", max_length=10, choices=ItemSource.choices)
    asked_by = KeptLink("roster.Staff", "提请人", related_name="+")
    asked_on = models.DateField("提请日期")
    reason = models.UUIDField("提请理由", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=ItemState.choices, default=ItemState.WAITING)
    opened_by = KeptLink("roster.Staff", "公开意见人", related_name="+", null=True)
    opened_on = models.DateField("公开意见日期", null=True, blank=True)
    way = models.CharField("办理方式", max_length=10, choices=ConsultWay.choices, blank=True, default="")
    decision = models.UUIDField("会诊决定", null=True, blank=True)
    decided_by = KeptLink("roster.Staff", "登记决定人", related_name="+", null=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    settled_on = models.DateField("落实日期", null=True, blank=True)
    ended_reason = models.UUIDField("撤回或者再议的理由", null=True, blank=True)
    ended_on = models.DateField("撤回或者再议日期", null=True, blank=True)

    class Secrecy:
        open = (
            "position",
            "source",
            "asked_on",
            "state",
            "opened_on",
            "way",
            "decided_on",
            "settled_on",
            "ended_on",
        )
        work = ("id", "matter", "consultation", "asked_by", "opened_by", "decided_by")
        sealed = ("reason", "decision", "ended_reason")

    class Meta:
        verbose_name = verbose_name_plural = "会诊议题"
        ordering = ["position", "asked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter"],
                condition=Q(state__in=PENDING),
                name="assessment_matter_on_one_agenda",
                violation_error_message="这个事项已经在等待会诊或者在会诊议程里。",
            ),
            models.UniqueConstraint(
                fields=["consultation", "position"],
                condition=Q(position__isnull=False),
                name="assessment_item_numbered_once",
                violation_error_message="议题序号已经使用。",
            ),
            models.CheckConstraint(
                condition=Q(consultation__isnull=False) | Q(state__in=BEFORE_MEETING),
                name="assessment_item_has_meeting",
                violation_error_message="上会的议题须属于一次会诊。",
            ),
            models.CheckConstraint(
                condition=all_or_none("decided_on", "decided_by", "decision")
                & (
                    Q(state__in=[ItemState.DECIDED, ItemState.SETTLED], decided_on__isnull=False)
                    | (
                        ~Q(state__in=[ItemState.DECIDED, ItemState.SETTLED])
                        & Q(decided_on__isnull=True, way="")
                    )
                ),
                name="assessment_item_decided_whole",
                violation_error_message="会诊决定须有方式、内容、日期和登记人。",
            ),
        ]

    def __str__(self) -> str:
        return f"议题{self.position}" if self.position else "等待上会的议题"

    @property
    def uid(self) -> uuid.UUID:
        return self.pk

    @property
    def is_pending(self) -> bool:
        """It waits for a meeting's word."""
        return self.state in PENDING

    def bench_ids(self) -> frozenset[int]:
        """Whoever presides, deputises or records, and need not stay away from this item."""
        held: Consultation | None = self.consultation
        return held.bench_ids() - self._away() if held else frozenset()

    def seat_ids(self) -> frozenset[int]:
        """The accounts that are invited and need not stay away."""
        held: Consultation | None = self.consultation
        return held.seat_ids() - self._away() if held else frozenset()

    def _away(self) -> frozenset[int]:
        away = self.recusals.filter(invitee__staff__isnull=False).order_by("pk")
        return frozenset(away.values_list("invitee__staff_id", flat=True))
