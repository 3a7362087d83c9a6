"""反馈记录: how and when the result was told, and what the reporter said of it (检控规则第二十七条)."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from yixian.reception.enums import FeedbackWay, ReporterView
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink

if TYPE_CHECKING:
    from yixian.reception.models.objection_ruling import ObjectionRuling

OBJECTIONS = frozenset({ReporterView.OBJECTED, ReporterView.OBJECTION, ReporterView.NEW_EVIDENCE})


class Feedback(models.Model):
    """``content`` has the slot text: what was told; ``note`` what was said to it and what was explained."""

    report = KeptLink("reception.Report", "来件", related_name="feedbacks")
    given_on = models.DateField("反馈日期")
    given_by = KeptLink("roster.Staff", "反馈人", related_name="feedbacks")
    way = models.CharField("方式", max_length=14, choices=FeedbackWay.choices)
    view = models.CharField("举报人意见", max_length=14, choices=ReporterView.choices)
    viewed_on = models.DateField("表示意见日期", null=True, blank=True)
    content = models.UUIDField("反馈内容封存")
    note = models.UUIDField("意见封存", null=True, blank=True)

    class Secrecy:
        open = ("given_on", "way", "view", "viewed_on")
        work = ("id", "report", "given_by")
        sealed = ("content", "note")

    class Meta:
        verbose_name = verbose_name_plural = "反馈"
        ordering = ["given_on", "id"]
        indexes = [
            models.Index(
                fields=["report"],
                condition=Q(view__in=sorted(OBJECTIONS)),
                name="reception_feedback_objected",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(view=ReporterView.AWAITED, viewed_on__isnull=True, note__isnull=True)
                | (~Q(view=ReporterView.AWAITED) & Q(viewed_on__isnull=False)),
                name="reception_feedback_view_has_its_day",
                violation_error_message="举报人表示意见的，应当记录日期。",
            ),
            models.CheckConstraint(
                condition=not_before("viewed_on", "given_on"),
                name="reception_feedback_viewed_after_given",
            ),
        ]

    def __str__(self) -> str:
        return f"反馈（{self.given_on}）"

    @property
    def awaits_a_word(self) -> bool:
        """The view is not on record, or the reporter gave it by code and it has not been explained."""
        by_code = self.view in (ReporterView.OBJECTED, ReporterView.NEW_EVIDENCE) and self.note is None
        return self.view == ReporterView.AWAITED or by_code

    @property
    def ruled(self) -> "ObjectionRuling | None":
        """What was decided on the objection, if it has been."""
        return getattr(self, "ruling", None)

    @property
    def awaits_ruling(self) -> bool:
        """An objection is on record and nobody apart from its handling has decided on it."""
        return self.view in OBJECTIONS and self.ruled is None

    @property
    def brought_new_evidence(self) -> bool:
        return self.view == ReporterView.NEW_EVIDENCE
