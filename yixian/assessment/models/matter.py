"""事项: what the reports are about. One matter, many reports; and one file at the end."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import LinkReason, MatterState
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink


class Matter(models.Model):
    """``title`` is sealed; the number is all that lists show to those who may not open it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = KeptLink("roster.Organ", "承办机构", related_name="+")
    number = models.CharField("事项编号", max_length=20)
    opened_on = models.DateField("立项日期")
    state = models.CharField("状态", max_length=10, choices=MatterState.choices, default=MatterState.OPEN)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    title = models.UUIDField("标题")
    destroyed_on = models.DateField("内容销毁日期", null=True, blank=True)

    class Secrecy:
        open = ("number", "opened_on", "state", "closed_on", "destroyed_on")
        work = ("id", "organ")
        sealed = ("title",)
        outlasts = ("title",)

    class Meta:
        verbose_name = verbose_name_plural = "事项"
        ordering = ["-opened_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                name="assessment_matter_numbered_once",
                violation_error_message="这个事项编号已经使用。",
            ),
            models.CheckConstraint(
                condition=Q(state=MatterState.OPEN, closed_on__isnull=True)
                | (~Q(state=MatterState.OPEN) & Q(closed_on__isnull=False)),
                name="assessment_matter_closed_with_date",
                violation_error_message="办结的事项须有办结日期，办理中的不得有。",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def uid(self) -> uuid.UUID:
        return self.pk

    @property
    def trail_subject(self) -> str:
        return f"assessment.matter:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """Everyone reported in any of its reports, also in one that was taken out again."""
        return frozenset(token for link in self._links("people") for token in link.report.reported_tokens())

    def recusal_subjects(self) -> frozenset[str]:
        """The matter and each report that stands in it: who stays away from one of them stays away from all."""
        current = self._links().filter(unlinked_on__isnull=True).order_by("pk")
        return frozenset({self.trail_subject, *(link.report.trail_subject for link in current)})

    def handler_ids(self) -> frozenset[int]:
        """Whoever owns one of its reports now."""
        return frozenset(staff for link in self._links("handlings") for staff in link.report.handler_ids())

    def _links(self, *wanted: str) -> "models.QuerySet[MatterLink]":
        """Asked before every act: of each report its key, and of what hangs on it only what is wanted."""
        keys = self.links.select_related("report").only("matter_id", "report__id")
        return keys.prefetch_related(*(f"report__{each}" for each in wanted))


class MatterLink(models.Model):
    """A report joined to a matter by a person's decision; taken apart again by another, never deleted."""

    matter = KeptLink(Matter, "事项", related_name="links")
    report = KeptLink("reception.Report", "举报件", related_name="matter_links")
    reason = models.CharField("关联理由", max_length=16, choices=LinkReason.choices)
    likeness = models.FloatField("系统相似度", null=True, blank=True)
    linked_by = KeptLink("roster.Staff", "关联人", related_name="+")
    linked_on = models.DateField("关联日期")
    unlinked_by = KeptLink("roster.Staff", "取消关联人", related_name="+", null=True)
    unlinked_on = models.DateField("取消日期", null=True, blank=True)

    class Secrecy:
        open = ("reason", "likeness", "linked_on", "unlinked_on")
        work = ("id", "matter", "report", "linked_by", "unlinked_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "事项关联"
        ordering = ["linked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(unlinked_on__isnull=True),
                name="assessment_report_in_one_matter",
                violation_error_message="一件举报同时只属于一个事项。",
            ),
            models.CheckConstraint(
                condition=all_or_none("unlinked_on", "unlinked_by"),
                name="assessment_unlinked_by_someone",
                violation_error_message="取消关联须记明何人、何日。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter}：{self.report}"
