"""导入: one file of an office's own ledger on its way into the register, and what became of each of its rows."""

import uuid

from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import ImportState
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class LedgerImport(models.Model):
    """``source`` holds the file's rows, sealed to the identity key and lent to whoever brought it; its data key is
    destroyed when the import is over. ``plan`` (slots name, headings, plan) stays, under the office key.
    ``file_token`` knows the same file again. ``skipped`` rows are empty, sums, or headings of a later page.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = KeptLink("roster.Organ", "机构", related_name="ledger_imports")
    begun_by = KeptLink("roster.Staff", "导入人", related_name="ledger_imports")
    begun_on = models.DateField("上传日期")
    state = models.CharField("进度", max_length=10, choices=ImportState.choices, default=ImportState.UPLOADED)
    rows = models.PositiveIntegerField("行数")
    skipped = models.PositiveIntegerField("跳过行数", default=0)
    chunks = models.PositiveIntegerField("批数")
    source = models.UUIDField("文件封存")
    plan = models.UUIDField("对应关系封存")
    file_token = models.BinaryField("文件密标", max_length=8)
    finished_on = models.DateField("导入完成日期", null=True, blank=True)
    undone_on = models.DateField("撤销日期", null=True, blank=True)
    undone_by = KeptLink("roster.Staff", "撤销人", related_name="undone_imports", null=True)

    class Secrecy:
        open = ("begun_on", "state", "rows", "skipped", "chunks", "finished_on", "undone_on")
        work = ("id", "organ", "begun_by", "undone_by")
        sealed = ("source", "plan", "file_token")

    class Meta:
        verbose_name = verbose_name_plural = "台账导入"
        ordering = ["-begun_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=not_before("finished_on", "begun_on"), name="reception_import_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(undone_on__isnull=True, undone_by__isnull=True)
                | Q(undone_on__isnull=False, undone_by__isnull=False),
                name="reception_import_undone_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begun_on} 导入（{self.rows}行）"

    @property
    def trail_subject(self) -> str:
        return f"reception.ledgerimport:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """A file is asked for as a whole; each of its rows is held against the tokens when it is entered."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.begun_by_id})


class ImportChunk(models.Model):
    """So many rows as one transaction takes. ``foreseen`` and ``problems`` are the rows that the dry run and the
    import found at fault; ``records`` is empty until the chunk was imported; ``told`` holds the problems.
    """

    ledger_import = KeptLink(LedgerImport, "导入", related_name="parts")
    position = models.PositiveIntegerField("批次")
    rows = models.PositiveIntegerField("行数")
    foreseen = models.PositiveIntegerField("核对出的问题行", null=True, blank=True)
    records = models.PositiveIntegerField("导入件数", null=True, blank=True)
    problems = models.PositiveIntegerField("问题行", null=True, blank=True)
    undone = models.PositiveIntegerField("撤销件数", null=True, blank=True)
    told = models.UUIDField("问题封存", null=True, blank=True)

    class Secrecy:
        open = ("position", "rows", "foreseen", "records", "problems", "undone")
        work = ("id", "ledger_import")
        sealed = ("told",)

    class Meta:
        verbose_name = verbose_name_plural = "导入批次"
        ordering = ["ledger_import", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["ledger_import", "position"], name="reception_chunk_has_one_place"
            ),
            models.CheckConstraint(
                condition=Q(records__isnull=True, problems__isnull=True)
                | Q(records__isnull=False, problems__isnull=False, rows=F("records") + F("problems")),
                name="reception_chunk_ties_out",
                violation_error_message="每一批的行数应当等于导入件数加问题行数。",
            ),
            models.CheckConstraint(
                condition=Q(undone__isnull=True) | Q(undone=F("records")), name="reception_chunk_undone_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"第{self.position + 1}批（{self.rows}行）"


class ImportedRow(models.Model):
    """Which row became which report: no row twice, and none lost. The tokens know the office's own number and the
    row itself again. ``closed_on`` is the day that the ledger gives for the end of the handling.
    """

    ledger_import = KeptLink(LedgerImport, "导入", related_name="taken")
    position = models.PositiveIntegerField("次序")
    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="imported_row"
    )
    people = models.PositiveSmallIntegerField("被反映人数", default=0)
    closed_on = models.DateField("台账所载办结日期", null=True, blank=True)
    number_token = models.BinaryField("原编号密标", max_length=8, null=True, blank=True)
    row_token = models.BinaryField("行密标", max_length=8)

    class Secrecy:
        open = ("position", "people", "closed_on")
        work = ("id", "ledger_import", "report")
        sealed = ("number_token", "row_token")

    class Meta:
        verbose_name = verbose_name_plural = "导入的行"
        ordering = ["ledger_import", "position"]
        indexes = [
            models.Index(fields=["number_token"], name="reception_row_by_number"),
            models.Index(fields=["row_token"], name="reception_row_by_row"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["ledger_import", "position"], name="reception_row_taken_once"),
        ]

    def __str__(self) -> str:
        return f"第{self.position + 1}行：{self.report}"
