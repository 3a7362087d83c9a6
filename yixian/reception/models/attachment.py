"""材料: one file that belongs to a report. The database says that it is there and what it is to the report."""

from django.db import models

from yixian.reception.enums import AttachmentKind
from yixian.toolkit.links import KeptLink


class Attachment(models.Model):
    """``content`` holds the slots name, kind (a ``FileKind``) and file. ``added_by`` is empty for the reporter.

    One that ``identifies`` shows who reports (the pages of a signed letter, a signature): it is sealed under the
    identity key and opened like an identity, by a grant, for minutes. ``letter`` is the reporter's that brought it.
    """

    report = KeptLink("reception.Report", "来件", related_name="attachments")
    position = models.PositiveSmallIntegerField("次序")
    kind = models.CharField("材料类别", max_length=10, choices=AttachmentKind.choices)
    added_on = models.DateField("收到日期")
    identifies = models.BooleanField("随身份封存", default=False)
    letter = KeptLink("reception.Message", "随哪封信", related_name="enclosures", null=True)
    added_by = KeptLink("roster.Staff", "附上人", related_name="attachments", null=True)
    content = models.UUIDField("内容封存")

    class Secrecy:
        open = ("position", "kind", "added_on", "identifies")
        work = ("id", "report", "letter", "added_by")
        sealed = ("content",)

    class Meta:
        verbose_name = verbose_name_plural = "材料"
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="reception_attachment_has_one_place"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（第{self.position}份）"
