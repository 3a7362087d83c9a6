"""暂缓销毁 and 延长保管期限: what keeps a file longer than its term, each with its reason and who said so."""

from datetime import date

from django.db import models
from django.db.models import Q

from yixian.regulations.archiving import Retention
from yixian.resolution.models.closing import ArchiveFile
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Hold(KnownRow):
    """Whatever its term says, the file is not destroyed: until a day, or until somebody lifts it."""

    file = KeptLink(ArchiveFile, "卷宗", related_name="holds")
    reason = models.UUIDField("暂缓销毁的理由")
    ordered_by = KeptLink("roster.Staff", "登记人", related_name="+")
    ordered_on = models.DateField("登记日期")
    until = models.DateField("暂缓至", null=True, blank=True)
    lifted_by = KeptLink("roster.Staff", "解除人", related_name="+", null=True)
    lifted_on = models.DateField("解除日期", null=True, blank=True)
    lift_reason = models.UUIDField("解除的理由", null=True, blank=True)

    class Secrecy:
        open = ("ordered_on", "until", "lifted_on")
        work = ("id", "uid", "file", "ordered_by", "lifted_by")
        sealed = ("reason", "lift_reason")
        outlasts = ("reason", "lift_reason")

    class Meta:
        verbose_name = verbose_name_plural = "暂缓销毁"
        ordering = ["ordered_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("lifted_by", "lifted_on", "lift_reason"),
                name="resolution_hold_lifted_whole",
                violation_error_message="解除暂缓须记明何人、何日、何理由。",
            ),
            models.CheckConstraint(
                condition=not_before("until", "ordered_on"), name="resolution_hold_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file}暂缓销毁（{self.ordered_on}）"

    def stands(self, on: date) -> bool:
        return self.lifted_on is None and (self.until is None or self.until >= on)


class Extension(KnownRow):
    """A longer term; never a shorter one. ``until_after`` is empty for ever."""

    file = KeptLink(ArchiveFile, "卷宗", related_name="extensions")
    retention_before = models.CharField("原保管期限", max_length=14, choices=Retention.choices())
    until_before = models.DateField("原保管至")
    until_after = models.DateField("延长至", null=True, blank=True)
    reason = models.UUIDField("延长的理由")
    extended_by = KeptLink("roster.Staff", "批准人", related_name="+")
    extended_on = models.DateField("延长日期")

    class Secrecy:
        open = ("retention_before", "until_before", "until_after", "extended_on")
        work = ("id", "uid", "file", "extended_by")
        sealed = ("reason",)
        outlasts = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "延长保管期限"
        ordering = ["extended_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_after__isnull=True) | Q(until_after__gt=models.F("until_before")),
                name="resolution_extension_is_longer",
                violation_error_message="延长以后的期限应当晚于原来的期限。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.file}延长（{self.extended_on}）"
