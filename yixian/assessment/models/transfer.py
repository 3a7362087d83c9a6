"""转送、转办、交办、上报: where a report was sent, with which letter, and what came back."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import TransferKind, TransferReply
from yixian.toolkit.conditions import all_or_none, not_before, one_of
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Transfer(KnownRow):
    """To an organ of this installation, to a partner of another, or to a department: to one of them.

    ``copy`` is the receiving organ's own row, where the report was delivered to it: then the receiver answers itself.
    The letter, ``objection`` (why it is not theirs), ``ruling`` (why it is all the same) and the result are sealed
    to both organs.

    A partner gets it as a sealed file and answers by such files: ``owes_parcel`` while something for it was not
    exported, ``parcel_on`` when that was last done, ``sent_serial`` and ``heard_serial`` number what went and what
    came, ``arrived_on`` is when the partner took it in, ``identity_sent`` that who reported went along.
    """

    report = KeptLink("reception.Report", "举报件", related_name="transfers")
    kind = models.CharField("方式", max_length=12, choices=TransferKind.choices)
    to_organ = KeptLink("roster.Organ", "受文机构", related_name="+", null=True)
    to_department = KeptLink("roster.Department", "受文部门", related_name="+", null=True)
    to_partner = KeptLink("protection.Partner", "受文协作机关", related_name="+", null=True)
    owes_parcel = models.BooleanField("有待导出", default=False)
    parcel_on = models.DateField("最近导出日期", null=True, blank=True)
    sent_serial = models.PositiveIntegerField("导出次数", default=0)
    heard_serial = models.PositiveIntegerField("收到的回执次数", default=0)
    arrived_on = models.DateField("对方收到日期", null=True, blank=True)
    identity_sent = models.BooleanField("身份已封入", default=False)
    letter_number = models.CharField("文号", max_length=40)
    letter = models.UUIDField("函件")
    sent_by = KeptLink("roster.Staff", "办理人", related_name="+")
    sent_on = models.DateField("发出日期")
    clock = KeptLink("reception.Clock", "期限", related_name="+", null=True)
    reply = models.CharField(
        "答复", max_length=10, choices=TransferReply.choices, default=TransferReply.PENDING
    )
    reply_on = models.DateField("答复日期", null=True, blank=True)
    reply_reason = models.UUIDField("答复说明", null=True, blank=True)
    copy = models.OneToOneField(
        "reception.Report",
        verbose_name="对方的件",
        on_delete=models.PROTECT,
        related_name="transfer_in",
        null=True,
        blank=True,
    )
    answered_by = KeptLink("roster.Staff", "对方答复人", related_name="+", null=True)
    objection = models.UUIDField("异议理由", null=True, blank=True)
    objected_on = models.DateField("提出异议日期", null=True, blank=True)
    ruling = models.UUIDField("维持理由", null=True, blank=True)
    ruled_by = KeptLink("roster.Staff", "答复异议人", related_name="+", null=True)
    ruled_on = models.DateField("答复异议日期", null=True, blank=True)

    class Secrecy:
        elsewhere = ("copy",)
        open = (
            "kind",
            "letter_number",
            "sent_on",
            "reply",
            "reply_on",
            "objected_on",
            "ruled_on",
            "owes_parcel",
            "parcel_on",
            "sent_serial",
            "heard_serial",
            "arrived_on",
            "identity_sent",
        )
        work = (
            "id",
            "uid",
            "report",
            "to_organ",
            "to_department",
            "to_partner",
            "sent_by",
            "clock",
            "copy",
            "answered_by",
            "ruled_by",
        )
        sealed = ("letter", "reply_reason", "objection", "ruling")

    class Meta:
        verbose_name = verbose_name_plural = "转送交办"
        ordering = ["sent_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=one_of("to_organ", "to_department", "to_partner"),
                name="assessment_transfer_to_one",
                violation_error_message="请选定一个受文机构、协作机关或者受文部门。",
            ),
            models.CheckConstraint(
                condition=Q(reply=TransferReply.PENDING, reply_on__isnull=True)
                | (~Q(reply=TransferReply.PENDING) & Q(reply_on__isnull=False)),
                name="assessment_reply_has_date",
                violation_error_message="答复须有日期。",
            ),
            models.CheckConstraint(
                condition=all_or_none("objection", "objected_on"),
                name="assessment_objection_has_reason",
                violation_error_message="提出异议须写明理由和日期。",
            ),
            models.CheckConstraint(
                condition=all_or_none("ruled_by", "ruled_on") & not_before("ruled_on", "objected_on"),
                name="assessment_objection_answered_later",
                violation_error_message="答复异议须记明何人、何日，不得早于提出异议的日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.letter_number}"

    @property
    def organ_id(self) -> int:
        return self.report.organ_id

    @property
    def trail_subject(self) -> str:
        return f"assessment.transfer:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.report.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        """The report here and its row at the other office: whoever stays away from one stays away from this."""
        return frozenset(f"reception.report:{each}" for each in (self.report_id, self.copy_id) if each)

    def handler_ids(self) -> frozenset[int]:
        return self.report.handler_ids()

    @property
    def receiver(self) -> str:
        """The name of whoever received it."""
        return str(self.to_organ or self.to_partner or self.to_department)
