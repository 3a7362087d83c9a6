"""开箱记录: a box is opened by two people, and the second says so in their own session."""

from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import BoxItemKind, ItemSeal, StripState
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class BoxOpening(models.Model):
    """``seal_numbers`` is the number of the paper strip that was found, ``strip_after`` of the one put on. Openings
    of before 2026-11 have both in ``seal_numbers`` and no list of items.
    """

    organ = KeptLink("roster.Organ", "机构", related_name="box_openings")
    village = KeptLink("roster.Village", "举报箱所在村（社区）", related_name="box_openings")
    number = models.CharField("记录编号", max_length=40, null=True, blank=True)  # noqa: DJ001 - unique once given
    opened_on = models.DateField("开箱日期")
    first_opener = KeptLink("roster.Staff", "开箱人", related_name="boxes_opened")
    second_opener = KeptLink("roster.Staff", "见证人", related_name="boxes_witnessed")
    confirmed_on = models.DateField("见证人确认日期", null=True, blank=True)
    items = models.PositiveSmallIntegerField("箱内件数")
    seal_numbers = models.CharField("开箱前封条号", max_length=60)
    strip_state = models.CharField(
        "开箱前封条状况", max_length=8, choices=StripState.choices, default=StripState.INTACT
    )
    strip_after = models.CharField("开箱后封条号", max_length=60, blank=True, default="")

    class Secrecy:
        open = ("number", "opened_on", "confirmed_on", "items", "seal_numbers", "strip_state", "strip_after")
        work = ("id", "organ", "village", "first_opener", "second_opener")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "开箱记录"
        ordering = ["opened_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                name="reception_box_numbered_once",
                violation_error_message="这个开箱记录编号已经使用。",
            ),
            models.CheckConstraint(
                condition=~Q(first_opener=F("second_opener")),
                name="reception_box_opened_by_two",
                violation_error_message="开箱应当由两名不同的工作人员进行。",
            ),
            models.CheckConstraint(
                condition=not_before("confirmed_on", "opened_on"),
                name="reception_box_confirmed_after_opening",
            ),
            models.CheckConstraint(
                condition=~Q(seal_numbers=""),
                name="reception_box_has_strips",
                violation_error_message="请登记封条号。",
            ),
        ]

    def __str__(self) -> str:
        return f"开箱记录（{self.opened_on}）"

    @property
    def trail_subject(self) -> str:
        return f"reception.boxopening:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        """None: an opening says how many items, not about whom."""
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.first_opener_id, self.second_opener_id})


class BoxItem(models.Model):
    """One line of the list: what it is, how many pages, how it was closed; nothing of what it says."""

    opening = KeptLink("reception.BoxOpening", "开箱记录", related_name="listed")
    position = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("类别", max_length=8, choices=BoxItemKind.choices)
    pages = models.PositiveSmallIntegerField("页数")
    closed = models.CharField("封口状况", max_length=8, choices=ItemSeal.choices)

    class Secrecy:
        open = ("position", "kind", "pages", "closed")
        work = ("id", "opening")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "箱内物品"
        ordering = ["opening", "position"]
        constraints = [
            models.UniqueConstraint(fields=["opening", "position"], name="reception_boxitem_has_one_place"),
            models.CheckConstraint(condition=Q(pages__gte=1), name="reception_boxitem_has_pages"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.get_kind_display()}，{self.pages}页，{self.get_closed_display()}"
