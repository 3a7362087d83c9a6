"""来信扫描件: a letter whose pages are under seal and which is not yet a report."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.reception.enums import DiscardReason, PageChange, ScanState
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink

TURNS = 4


class Scan(models.Model):
    """It waits with whoever scanned it and the chief. Registered, its pages are the report's, and those here are
    destroyed; sent up as an envelope, they are destroyed; discarded, they stay under seal and can be fetched back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = KeptLink("roster.Organ", "机构", related_name="scans")
    scanned_by = KeptLink("roster.Staff", "扫描人", related_name="scans")
    scanned_on = models.DateField("扫描日期")
    received_on = models.DateField("收到日期")
    state = models.CharField("状态", max_length=10, choices=ScanState.choices, default=ScanState.WAITING)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    discard_reason = models.CharField(
        "作废原因", max_length=12, choices=DiscardReason.choices, blank=True, default=""
    )
    report = models.OneToOneField(
        "reception.Report",
        verbose_name="来件",
        on_delete=models.PROTECT,
        related_name="scan",
        null=True,
        blank=True,
    )

    class Secrecy:
        open = ("scanned_on", "received_on", "state", "closed_on", "discard_reason")
        work = ("id", "organ", "scanned_by", "report")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "来信扫描件"
        ordering = ["scanned_on", "id"]
        indexes = [models.Index(fields=["organ", "state", "scanned_on"], name="reception_scan_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ScanState.REGISTERED, report__isnull=False)
                | (~Q(state=ScanState.REGISTERED) & Q(report__isnull=True)),
                name="reception_scan_registered_is_a_report",
                violation_error_message="已登记的扫描件应当对应一件来件。",
            ),
            models.CheckConstraint(
                condition=(Q(state=ScanState.DISCARDED) & ~Q(discard_reason=""))
                | (~Q(state=ScanState.DISCARDED) & Q(discard_reason="")),
                name="reception_scan_discarded_with_reason",
                violation_error_message="作废扫描件应当写明原因。",
            ),
            models.CheckConstraint(
                condition=(Q(state=ScanState.WAITING) & Q(closed_on__isnull=True))
                | (~Q(state=ScanState.WAITING) & Q(closed_on__isnull=False)),
                name="reception_scan_closed_on_a_day",
            ),
            models.CheckConstraint(
                condition=not_before("scanned_on", "received_on") & not_before("closed_on", "scanned_on"),
                name="reception_scan_days_in_order",
                violation_error_message="扫描日期不得早于收到日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"来信扫描件（{self.scanned_on}）"

    @property
    def trail_subject(self) -> str:
        return f"reception.scan:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """None: whom the letter names is compared inside the session that opens it."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.scanned_by_id})


class ScanPage(models.Model):
    """``picture`` holds the slot page (a JPEG); ``reading`` the slots text and doubts, in versions: as read, then
    as corrected. A page that was removed stays, under seal.
    """

    uid = models.UUIDField("标识", default=uuid.uuid4, editable=False, unique=True)
    scan = KeptLink("reception.Scan", "扫描件", related_name="pages")
    position = models.PositiveSmallIntegerField("页次")
    turns = models.PositiveSmallIntegerField("向右转", default=0)
    turned_by_hand = models.BooleanField("人工转正", default=False)
    removed_on = models.DateField("移除日期", null=True, blank=True)
    read_on = models.DateField("识别日期", null=True, blank=True)
    checked_on = models.DateField("校对日期", null=True, blank=True)
    picture = models.UUIDField("图像封存")
    reading = models.UUIDField("文字封存", null=True, blank=True)

    class Secrecy:
        open = ("position", "turns", "turned_by_hand", "removed_on", "read_on", "checked_on")
        work = ("id", "uid", "scan")
        sealed = ("picture", "reading")

    class Meta:
        verbose_name = verbose_name_plural = "扫描页"
        ordering = ["scan", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scan", "position"], name="reception_scanpage_has_one_place"),
            models.CheckConstraint(condition=Q(turns__lt=TURNS), name="reception_scanpage_quarter_turns"),
            models.CheckConstraint(
                condition=Q(reading__isnull=False) | Q(read_on__isnull=True, checked_on__isnull=True),
                name="reception_scanpage_text_is_read_or_typed",
            ),
        ]

    def __str__(self) -> str:
        return f"第{self.position}页"

    @property
    def trail_subject(self) -> str:
        return f"reception.scan:{self.scan_id}"

    def changes(self) -> list[PageChange]:
        """What may be done with it before it is read."""
        if self.removed_on is not None:
            return [PageChange.PUT_BACK]
        return [PageChange.UP, PageChange.DOWN, PageChange.TURN, PageChange.REMOVE]
