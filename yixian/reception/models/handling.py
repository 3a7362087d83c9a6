"""首办责任: who owns a report, from when until when. Ownership never lapses: it ends when another accepts."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import HandOverReason, HandOverRefusal
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class Handling(models.Model):
    """``accepted_on`` empty: asked, not yet taken; until then the one before still owns the report. Ended
    without having been accepted: refused, and ``refused_because`` says why; or the report left meanwhile.
    """

    report = KeptLink("reception.Report", "来件", related_name="handlings")
    staff = KeptLink("roster.Staff", "承办人", related_name="handlings")
    since_on = models.DateField("交办日期")
    accepted_on = models.DateField("接手日期", null=True, blank=True)
    until_on = models.DateField("交出日期", null=True, blank=True)
    why = models.CharField("原因", max_length=10, choices=HandOverReason.choices)
    refused_because = models.CharField(
        "退回原因", max_length=10, choices=HandOverRefusal.choices, blank=True, default="", db_default=""
    )

    class Secrecy:
        open = ("since_on", "accepted_on", "until_on", "why", "refused_because")
        work = ("id", "report", "staff")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "承办"
        ordering = ["since_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(until_on__isnull=True, accepted_on__isnull=False),
                name="reception_handling_one_owner",
                violation_error_message="一件来件同时只有一名承办人。",
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(until_on__isnull=True, accepted_on__isnull=True),
                name="reception_handling_one_asked",
                violation_error_message="该来件已在移交中，请先由接手人确认或者退回。",
            ),
            models.CheckConstraint(
                condition=Q(refused_because="") | Q(accepted_on__isnull=True, until_on__isnull=False),
                name="reception_handling_refused_not_taken",
                violation_error_message="已经接手的不能再退回。",
            ),
            models.CheckConstraint(
                condition=not_before("accepted_on", "since_on"),
                name="reception_handling_accepted_after_asked",
            ),
            models.CheckConstraint(
                condition=not_before("until_on", "since_on"),
                name="reception_handling_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff.name}（{self.get_why_display()}）"

    @property
    def is_current(self) -> bool:
        return self.until_on is None and self.accepted_on is not None

    @property
    def is_asked(self) -> bool:
        return self.until_on is None and self.accepted_on is None
