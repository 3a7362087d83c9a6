"""告知书: a numbered paper to a reporter. The text as issued is sealed with it, to be shown later."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import NoticeKind
from yixian.toolkit.links import KeptLink


class Notice(models.Model):
    """``content`` holds the slots title and text, wrapped to the receipt as well."""

    report = KeptLink("reception.Report", "来件", related_name="notices")
    organ = KeptLink("roster.Organ", "发文机构", related_name="reporter_notices")
    kind = models.CharField("种类", max_length=12, choices=NoticeKind.choices)
    number = models.CharField("发文字号", max_length=40)
    issued_on = models.DateField("发文日期")
    issued_by = KeptLink("roster.Staff", "经办人", related_name="reporter_notices")
    content = models.UUIDField("内容封存")

    class Secrecy:
        open = ("kind", "number", "issued_on")
        work = ("id", "report", "organ", "issued_by")
        sealed = ("content",)

    class Meta:
        verbose_name = verbose_name_plural = "告知书"
        ordering = ["issued_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                name="reception_notice_numbered_once",
                violation_error_message="这个发文字号已经使用。",
            ),
            models.UniqueConstraint(
                fields=["report", "kind"],
                condition=Q(kind__in=(NoticeKind.ACCEPTANCE, NoticeKind.DECLINE, NoticeKind.PROMISE)),
                name="reception_notice_told_once",
                violation_error_message="这一告知书已经发出，不重复告知。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"
