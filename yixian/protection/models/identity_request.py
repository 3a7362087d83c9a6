"""查看举报人身份: a reason, another person's grant, some minutes."""

from django.db import models

from yixian.protection.enums import RequestState
from yixian.toolkit.conditions import unlike
from yixian.toolkit.links import KeptLink

TOKEN = 8


class IdentityRequest(models.Model):
    """``reason`` is a seal of its own, which only holders of the identity key open.

    ``reported`` keeps the tokens of the reported side as they were, one after another, so that a granter from
    that side is barred although this house cannot look at the report itself.
    """

    organ = KeptLink("roster.Organ", "机构", related_name="identity_requests")
    subject = models.CharField("对何记录", max_length=160)
    seal = models.UUIDField("身份")
    reason = models.UUIDField("理由")
    reported = models.BinaryField("被举报方标记", default=bytes)
    asked_by = KeptLink("roster.Staff", "申请人", related_name="identity_asked")
    asked_at = models.DateTimeField("申请时间")
    state = models.CharField("状态", max_length=10, choices=RequestState.choices, default=RequestState.ASKED)
    decided_by = KeptLink("roster.Staff", "批准人", related_name="identity_decided", null=True)
    decided_at = models.DateTimeField("批准时间", null=True, blank=True)
    expires_at = models.DateTimeField("到期", null=True, blank=True)

    class Secrecy:
        open = ("asked_at", "state", "decided_at", "expires_at")
        work = ("id", "organ", "subject", "asked_by", "decided_by")
        sealed = ("seal", "reason", "reported")
        outlasts = ("reported",)

    class Meta:
        verbose_name = verbose_name_plural = "查看身份申请"
        constraints = [
            models.CheckConstraint(
                condition=unlike("decided_by", "asked_by"),
                name="protection_identity_granted_by_another",
                violation_error_message="查看举报人身份须由另一人批准。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.get_state_display()}"

    def reported_tokens(self) -> frozenset[bytes]:
        held = bytes(self.reported)
        return frozenset(held[start : start + TOKEN] for start in range(0, len(held), TOKEN))

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.asked_by_id})

    @property
    def trail_subject(self) -> str:
        return self.subject
