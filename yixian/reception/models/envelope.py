"""信封: a report that belongs to the level above. Nothing else is kept of it (检控规则第十五条)."""

from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import Channel
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink


class Envelope(models.Model):
    """The day, the channel, to whom it went and by whose hand; its clock is ``clock``. Without ``sent_to`` it
    goes to a superior outside this system. ``identity`` is set only while the custodian has yet to pass on who
    reported, and is then forgotten.

    ``number`` is given with the slip that goes outside, when it is first printed, and stays.

    Only the one who noted it finds it again here: if it concerns the chief or a colleague, they must not.
    """

    organ = KeptLink("roster.Organ", "登记机构", related_name="envelopes")
    received_on = models.DateField("收到日期")
    channel = models.CharField("渠道", max_length=10, choices=Channel.choices())
    noted_by = KeptLink("roster.Staff", "登记人", related_name="envelopes_noted")
    sent_to = KeptLink("roster.Organ", "报送机构", related_name="envelopes_received", null=True)
    sent_on = models.DateField("报送日期", null=True, blank=True)
    sent_by = KeptLink("roster.Staff", "报送人", related_name="envelopes_sent", null=True)
    number = models.CharField("发文字号", max_length=40, null=True, blank=True)  # noqa: DJ001 - unique once given
    identity = models.UUIDField("待转交的身份封存", null=True, blank=True)

    class Secrecy:
        open = ("received_on", "channel", "sent_on", "number")
        work = ("id", "organ", "noted_by", "sent_to", "sent_by")
        sealed = ("identity",)

    class Meta:
        verbose_name = verbose_name_plural = "信封"
        ordering = ["received_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                name="reception_envelope_numbered_once",
                violation_error_message="这个发文字号已经使用。",
            ),
            models.CheckConstraint(
                condition=all_or_none("sent_on", "sent_by"),
                name="reception_envelope_sent_by_someone",
                violation_error_message="报送日期和报送人应当同时登记。",
            ),
            models.CheckConstraint(
                condition=~Q(organ=F("sent_to")),
                name="reception_envelope_goes_elsewhere",
                violation_error_message="信封应当报送上级机构。",
            ),
            models.CheckConstraint(
                condition=not_before("sent_on", "received_on"),
                name="reception_envelope_sent_after_receipt",
                violation_error_message="报送日期不得早于收到日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"信封（{self.received_on}）"

    @property
    def trail_subject(self) -> str:
        return f"reception.envelope:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """None: whom it concerns is not kept."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.noted_by_id})
