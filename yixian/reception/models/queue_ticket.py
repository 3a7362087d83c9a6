"""等候号: one number of one day. No name, no hour, no report: it says only who comes next."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import CareNeed, TicketFor, TicketState
from yixian.toolkit.links import KeptLink


class QueueTicket(models.Model):
    """``first_because`` puts a number before the others, with its kept word; ``called_as`` is the order of calls."""

    organ = KeptLink("roster.Organ", "机构", related_name="queue_tickets")
    issued_on = models.DateField("日期")
    number = models.PositiveSmallIntegerField("号")
    wants = models.CharField("来办", max_length=10, choices=TicketFor.choices)
    first_because = models.CharField(
        "优先原因", max_length=8, choices=CareNeed.choices, blank=True, default=""
    )
    state = models.CharField("状态", max_length=8, choices=TicketState.choices, default=TicketState.WAITING)
    called_as = models.PositiveSmallIntegerField("第几个叫到", null=True, blank=True)

    class Secrecy:
        open = ("issued_on", "number", "wants", "first_because", "state", "called_as")
        work = ("id", "organ")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "等候号"
        ordering = ["issued_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "issued_on", "number"], name="reception_ticket_numbered_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(TicketState.WAITING, TicketState.LEFT)) | Q(called_as__isnull=False),
                name="reception_ticket_received_after_a_call",
                violation_error_message="先叫号，再接待。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}号"

    @property
    def trail_subject(self) -> str:
        return f"reception.queueticket:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """None: a number is about nobody."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset()
