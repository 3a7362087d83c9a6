"""函询: a letter that asks a reported person to explain, and the reply under the main leader's signature."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import InquiryState as S
from yixian.resolution.enums import InquiryWithdrawal, ReplyExplains, ReplySigned
from yixian.resolution.models.decided import OfClue
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Inquiry(OfClue, KnownRow):
    """``words`` has the slots unit (the party organisation), questions and docx: the letter as it went out."""

    clue = KeptLink("resolution.Clue", "线索", related_name="inquiries")
    person = KeptLink("reception.ReportedPerson", "被函询人", related_name="inquiries")
    state = models.CharField("状态", max_length=9, choices=S.choices, default=S.ISSUED)
    number = models.CharField("文号", max_length=40)
    issued_by = KeptLink("roster.Staff", "签发人", related_name="+")
    issued_on = models.DateField("发出日期")
    served_on = models.DateField("送达日期", null=True, blank=True)
    replied_on = models.DateField("回复日期", null=True, blank=True)
    signed = models.CharField("回复的签署", max_length=8, choices=ReplySigned.choices, blank=True, default="")
    explains = models.CharField(
        "是否说明", max_length=7, choices=ReplyExplains.choices, blank=True, default=""
    )
    recorded_by = KeptLink("roster.Staff", "登记人", related_name="+", null=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawn_by = KeptLink("roster.Staff", "撤回人", related_name="+", null=True)
    withdrawn_because = models.CharField(
        "撤回原因", max_length=9, choices=InquiryWithdrawal.choices, blank=True, default="", db_default=""
    )
    words = models.UUIDField("函询通知书")
    reply = models.UUIDField("回复的说明", null=True, blank=True)

    class Secrecy:
        open = (
            "state",
            "number",
            "issued_on",
            "served_on",
            "replied_on",
            "signed",
            "explains",
            "withdrawn_on",
            "withdrawn_because",
        )
        work = ("id", "uid", "clue", "person", "issued_by", "recorded_by", "withdrawn_by")
        sealed = ("words", "reply")

    class Meta:
        verbose_name = verbose_name_plural = "函询"
        ordering = ["issued_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clue", "person"],
                condition=~Q(state__in=(S.REPLIED, S.WITHDRAWN)),
                name="resolution_inquiry_one_at_a_time",
                violation_error_message="已经向这个人发函，正在等回复。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.ISSUED, S.WITHDRAWN), served_on__isnull=True)
                | ~Q(state__in=(S.ISSUED, S.WITHDRAWN)) & Q(served_on__isnull=False),
                name="resolution_inquiry_served_with_day",
                violation_error_message="送达须有日期。",
            ),
            models.CheckConstraint(
                condition=all_or_none("reply", "replied_on", "recorded_by")
                & (
                    Q(state=S.REPLIED, reply__isnull=False) & ~Q(signed="") & ~Q(explains="")
                    | ~Q(state=S.REPLIED) & Q(reply__isnull=True, signed="", explains="")
                ),
                name="resolution_inquiry_replied_whole",
                violation_error_message="回复须有日期、签署、是否说明、内容和登记人。",
            ),
            models.CheckConstraint(
                condition=all_or_none("withdrawn_on", "withdrawn_by")
                & (
                    Q(state=S.WITHDRAWN, withdrawn_on__isnull=False) & ~Q(withdrawn_because="")
                    | ~Q(state=S.WITHDRAWN) & Q(withdrawn_on__isnull=True, withdrawn_because="")
                )
                & not_before("withdrawn_on", "issued_on"),
                name="resolution_inquiry_withdrawn_whole",
                violation_error_message="撤回须有日期、撤回人和原因。",
            ),
            models.CheckConstraint(
                condition=not_before("served_on", "issued_on") & not_before("replied_on", "served_on"),
                name="resolution_inquiry_in_order",
                violation_error_message="先发出，再送达，再回复。",
            ),
        ]

    def __str__(self) -> str:
        return f"函询通知书{self.number}"


class InquiryPaper(OfClue, KnownRow):
    """One paper of the reply; ``content`` has the slots name, kind and file."""

    inquiry = KeptLink(Inquiry, "函询", related_name="papers")
    position = models.PositiveSmallIntegerField("序号")
    content = models.UUIDField("材料")

    class Secrecy:
        open = ("position",)
        work = ("id", "uid", "inquiry")
        sealed = ("content",)

    class Meta:
        verbose_name = verbose_name_plural = "函询回复材料"
        ordering = ["inquiry", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry", "position"], name="resolution_inquiry_paper_has_one_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inquiry}回复材料{self.position}"

    @property
    def guarded_clue(self) -> models.Model:
        return self.inquiry.clue
