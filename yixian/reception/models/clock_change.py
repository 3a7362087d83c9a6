"""期限变更: an extension, a stop or a resumption: who asked, why, who approved, from which day to which."""

from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import ChangeKind, ChangeReason
from yixian.toolkit.conditions import all_or_none, unlike
from yixian.toolkit.links import KeptLink


class ClockChange(models.Model):
    """Undecided while ``decided_on`` is empty; ``new_due`` is what was asked, and holds once approved.
    A refusal says why, to whoever meets the report.

    The request and its answer are two people's, whatever roles they hold.
    """

    clock = KeptLink("reception.Clock", "期限", related_name="changes")
    kind = models.CharField("类别", max_length=12, choices=ChangeKind.choices)
    reason_key = models.CharField("理由", max_length=14, choices=ChangeReason.choices)
    requested_by = KeptLink("roster.Staff", "申请人", related_name="clock_changes_asked")
    requested_on = models.DateField("申请日期")
    approved_by = KeptLink("roster.Staff", "审批人", related_name="clock_changes_decided", null=True)
    decided_on = models.DateField("审批日期", null=True, blank=True)
    approved = models.BooleanField("批准", null=True, blank=True)
    old_due = models.DateField("原届满日")
    new_due = models.DateField("新届满日", null=True, blank=True)
    note = models.UUIDField("说明封存", null=True, blank=True)
    refusal = models.UUIDField("不批准的理由封存", null=True, blank=True)

    class Secrecy:
        open = ("kind", "reason_key", "requested_on", "decided_on", "approved", "old_due", "new_due")
        work = ("id", "clock", "requested_by", "approved_by")
        sealed = ("note", "refusal")

    class Meta:
        verbose_name = verbose_name_plural = "期限变更"
        ordering = ["requested_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("approved_by", "decided_on", "approved"),
                name="reception_change_decided_as_a_whole",
            ),
            models.CheckConstraint(
                condition=unlike("approved_by", "requested_by"),
                name="reception_change_approved_by_another",
                violation_error_message="期限变更应当由申请人以外的负责人审批。",
            ),
            models.CheckConstraint(
                condition=Q(refusal__isnull=True) | Q(approved=False),
                name="reception_change_reason_of_a_refusal",
                violation_error_message="批准的变更没有不批准的理由。",
            ),
            models.UniqueConstraint(
                fields=["clock"],
                condition=Q(decided_on__isnull=True),
                name="reception_change_asked_once",
                violation_error_message="这一期限已有待审批的变更。",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ChangeKind.EXTENSION) | Q(new_due__gt=F("old_due")),
                name="reception_change_extends_forward",
                violation_error_message="延长后的届满日应当晚于原届满日。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.old_due}"
