"""文书模板: how an office words its papers. Each choice is a row of its own; the last one is in use."""

from django.db import models

from yixian.reception.enums import PaperKind
from yixian.toolkit.links import KeptLink


class PaperTemplate(models.Model):
    """``content`` is the Word template as checked; none means that the office went back to the shipped one.
    A template holds placeholders and the office's sentences, and nothing of any report.
    """

    organ = KeptLink("roster.Organ", "机构", related_name="paper_templates")
    kind = models.CharField("文书", max_length=16, choices=PaperKind.choices)
    version = models.PositiveIntegerField("版次")
    content = models.BinaryField("模板", null=True, blank=True)
    taken_on = models.DateField("启用日期")
    taken_by = KeptLink("roster.Staff", "启用人", related_name="paper_templates")

    class Secrecy:
        open = ("kind", "version", "content", "taken_on")
        work = ("id", "organ", "taken_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "文书模板"
        ordering = ["organ", "kind", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "kind", "version"],
                name="reception_template_versioned_once",
                violation_error_message="这份模板刚才有人换过，请重新打开本页。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（第{self.version}版）"

    @property
    def trail_subject(self) -> str:
        return f"reception.papertemplate:{self.pk}"

    @property
    def is_shipped(self) -> bool:
        return self.content is None
