"""立案移交: a case handed on to whoever files and examines it, with the receipt."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import ReferralState
from yixian.resolution.models.decided import OfClue
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Referral(OfClue, KnownRow):
    """``words`` has the slots receiver and text: to whom, and what was handed over."""

    clue = KeptLink("resolution.Clue", "线索", related_name="referrals")
    person = KeptLink("reception.ReportedPerson", "被反映人", related_name="referrals")
    state = models.CharField(
        "状态", max_length=8, choices=ReferralState.choices, default=ReferralState.HANDED
    )
    number = models.CharField("移交文号", max_length=40)
    handed_by = KeptLink("roster.Staff", "移交人", related_name="+")
    handed_on = models.DateField("移交日期")
    received_on = models.DateField("回执日期", null=True, blank=True)
    receipt_number = models.CharField("回执文号", max_length=40, blank=True, default="")
    recorded_by = KeptLink("roster.Staff", "登记人", related_name="+", null=True)
    words = models.UUIDField("移交给谁、移交什么")

    class Secrecy:
        open = ("state", "number", "handed_on", "received_on", "receipt_number")
        work = ("id", "uid", "clue", "person", "handed_by", "recorded_by")
        sealed = ("words",)

    class Meta:
        verbose_name = verbose_name_plural = "立案移交"
        ordering = ["handed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clue", "person"],
                name="resolution_referral_once_each",
                violation_error_message="这名被反映人已经移交立案。",
            ),
            models.CheckConstraint(
                condition=all_or_none("received_on", "recorded_by")
                & (
                    Q(state=ReferralState.HANDED, received_on__isnull=True)
                    | Q(state=ReferralState.RECEIVED, received_on__isnull=False)
                ),
                name="resolution_referral_received_whole",
                violation_error_message="回执须有日期和登记人。",
            ),
            models.CheckConstraint(
                condition=not_before("received_on", "handed_on"), name="resolution_referral_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"立案移交{self.number}"
