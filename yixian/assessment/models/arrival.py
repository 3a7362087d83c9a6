"""加封文件转来的件: what an office of another installation sent here, and what this one answers."""

from django.db import models

from yixian.assessment.enums import TransferKind, TransferReply
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Arrival(KnownRow):
    """The receiver's side of a transfer whose other side stands in another database. ``sent_as`` is what that one calls
    it: a file that names it again adds nothing twice. ``owes_receipt`` while the sender was not yet told by a file;
    ``sent_serial`` and ``heard_serial`` number what went back and what came.
    """

    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="arrival"
    )
    partner = KeptLink("protection.Partner", "转来的机关", related_name="+")
    sent_as = models.UUIDField("对方的标识", unique=True)
    kind = models.CharField("方式", max_length=12, choices=TransferKind.choices)
    letter_number = models.CharField("对方文号", max_length=40)
    number_there = models.CharField("原编号", max_length=12, blank=True, default="")
    sent_on = models.DateField("对方转出日期")
    arrived_on = models.DateField("收到日期")
    due_on = models.DateField("答复期限", null=True, blank=True)
    letter = models.UUIDField("函件")
    taken_in_by = KeptLink("roster.Staff", "导入人", related_name="+")
    reply = models.CharField(
        "答复", max_length=10, choices=TransferReply.choices, default=TransferReply.PENDING
    )
    reply_on = models.DateField("答复日期", null=True, blank=True)
    answered_by = KeptLink("roster.Staff", "答复人", related_name="+", null=True)
    objection = models.UUIDField("异议理由", null=True, blank=True)
    objected_on = models.DateField("提出异议日期", null=True, blank=True)
    ruling = models.UUIDField("维持理由", null=True, blank=True)
    ruled_on = models.DateField("对方答复异议日期", null=True, blank=True)
    result = models.UUIDField("办理结果", null=True, blank=True)
    owes_receipt = models.BooleanField("回执待导出", default=True)
    receipt_on = models.DateField("最近导出回执日期", null=True, blank=True)
    sent_serial = models.PositiveIntegerField("导出回执次数", default=0)
    heard_serial = models.PositiveIntegerField("收到的文件次数", default=0)

    class Secrecy:
        open = (
            "kind",
            "letter_number",
            "number_there",
            "sent_on",
            "arrived_on",
            "due_on",
            "reply",
            "reply_on",
            "objected_on",
            "ruled_on",
            "owes_receipt",
            "receipt_on",
            "sent_serial",
            "heard_serial",
        )
        work = ("id", "uid", "report", "partner", "sent_as", "taken_in_by", "answered_by")
        sealed = ("letter", "objection", "ruling", "result")

    class Meta:
        verbose_name = verbose_name_plural = "加封文件转来的件"
        ordering = ["arrived_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("objection", "objected_on") & not_before("ruled_on", "objected_on"),
                name="assessment_arrival_objection_has_reason",
                violation_error_message="提出异议须写明理由和日期；答复异议不得早于提出的日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.letter_number}"

    @property
    def organ_id(self) -> int:
        return self.report.organ_id

    @property
    def trail_subject(self) -> str:
        return f"assessment.arrival:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.report.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        return frozenset({f"reception.report:{self.report_id}"})

    def handler_ids(self) -> frozenset[int]:
        return self.report.handler_ids()

    @property
    def is_gone(self) -> bool:
        """Whether the sender took it back."""
        return self.reply == TransferReply.REFUSED
