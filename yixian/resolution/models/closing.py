"""五到位与归档: what a matter needs before it is closed, and the file that is left."""

import uuid

from django.db import models

from yixian.regulations.archiving import Retention
from yixian.regulations.completions import Completion
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class CompletionMark(KnownRow):
    """One of the five completions, with the record that shows it; lapsed once the matter is handled again."""

    matter = KeptLink("assessment.Matter", "事项", related_name="completions")
    completion = models.CharField("到位事项", max_length=14, choices=Completion.choices())
    note = models.UUIDField("说明")
    marked_by = KeptLink("roster.Staff", "确认人", related_name="+")
    marked_on = models.DateField("确认日期")
    lapsed_on = models.DateField("重新办理日期", null=True, blank=True)

    class Secrecy:
        open = ("completion", "marked_on", "lapsed_on")
        work = ("id", "uid", "matter", "marked_by")
        sealed = ("note",)

    class Meta:
        verbose_name = verbose_name_plural = "到位确认"
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "completion"],
                condition=models.Q(lapsed_on__isnull=True),
                name="resolution_completion_once",
                violation_error_message="这一项已经确认到位。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.matter}：{self.get_completion_display()}"


class ArchiveFile(KnownRow):
    """卷宗: where the closed matter's file stands, and how long it is kept; ``kept_until`` is empty for ever."""

    matter = models.OneToOneField(
        "assessment.Matter", verbose_name="事项", on_delete=models.PROTECT, related_name="archive_file"
    )
    number = models.CharField("档号", max_length=40, unique=True)
    box = models.PositiveSmallIntegerField("盒号")
    piece = models.PositiveSmallIntegerField("件号")
    retention = models.CharField("保管期限", max_length=14, choices=Retention.choices())
    kept_until = models.DateField("保管至", null=True, blank=True)
    pages = models.PositiveIntegerField("页数", default=0)
    index = models.UUIDField("卷内目录")
    reason = models.UUIDField("缩短保管期限的理由", null=True, blank=True)
    archived_by = KeptLink("roster.Staff", "归档人", related_name="+")
    archived_on = models.DateField("归档日期")

    class Secrecy:
        open = ("number", "box", "piece", "retention", "kept_until", "pages", "archived_on")
        work = ("id", "uid", "matter", "archived_by")
        sealed = ("index", "reason")
        outlasts = ("index", "reason")

    class Meta:
        verbose_name = verbose_name_plural = "卷宗"
        ordering = ["-archived_on", "-number"]

    def __str__(self) -> str:
        return self.number

    @property
    def index_seals(self) -> list[uuid.UUID]:
        """Of the index and of what was added to it, in order."""
        return [self.index, *(each.index for each in self.supplements.all())]

    @property
    def first_pages(self) -> int:
        """Pages as it was first put away, without what was added; 0 where pages were not counted yet."""
        return self.pages - sum(each.pages for each in self.supplements.all())


class FileSupplement(KnownRow):
    """补充归档: what a matter that was handled again adds to its file. The papers before it stay where they are."""

    file = KeptLink(ArchiveFile, "卷宗", related_name="supplements")
    pages = models.PositiveIntegerField("补充页数")
    index = models.UUIDField("补充的卷内目录")
    added_by = KeptLink("roster.Staff", "归档人", related_name="+")
    added_on = models.DateField("补充归档日期")

    class Secrecy:
        open = ("pages", "added_on")
        work = ("id", "uid", "file", "added_by")
        sealed = ("index",)
        outlasts = ("index",)

    class Meta:
        verbose_name = verbose_name_plural = "补充归档"
        ordering = ["added_on", "id"]

    def __str__(self) -> str:
        return f"{self.file}补充归档（{self.added_on}）"


class FileExport(KnownRow):
    """One export of a file: by whom and why, what went in, and the checksum by which that package is known again."""

    file = KeptLink(ArchiveFile, "卷宗", related_name="exports")
    reason = models.UUIDField("导出的理由")
    looked_through = models.BooleanField("随件材料已经逐份看过")
    papers = models.PositiveIntegerField("装入份数")
    left_out = models.PositiveIntegerField("没有装入的份数")
    fingerprint = models.CharField("清单校验值", max_length=64)
    exported_by = KeptLink("roster.Staff", "导出人", related_name="+")
    exported_on = models.DateField("导出日期")

    class Secrecy:
        open = ("looked_through", "papers", "left_out", "fingerprint", "exported_on")
        work = ("id", "uid", "file", "exported_by")
        sealed = ("reason",)
        outlasts = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "电子卷宗导出"
        ordering = ["-exported_on", "-id"]

    def __str__(self) -> str:
        return f"{self.file}（{self.exported_on}）"
