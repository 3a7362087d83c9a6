"""值班: one turn of duty at which somebody receives visits. It is public by its nature: it says when one can come."""

from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import DutyChangeReason, DutyKind
from yixian.toolkit.links import KeptLink


class DutyShift(models.Model):
    """``place`` is the office's own room, written on its door and shown at the window; nothing of a reporter's.

    ``named`` lets the window tell the name; only of a leader, whose day of visits offices publish by name.
    """

    organ = KeptLink("roster.Organ", "机构", related_name="duty_shifts")
    on = models.DateField("日期")
    opens = models.TimeField("开始")
    closes = models.TimeField("结束")
    kind = models.CharField("方式", max_length=8, choices=DutyKind.choices)
    staff = KeptLink("roster.Staff", "接访人", related_name="duty_shifts")
    place = models.CharField("地点", max_length=60)
    named = models.BooleanField("对外公布姓名", default=False)
    planned_by = KeptLink("roster.Staff", "排班人", related_name="duty_shifts_planned")
    cancelled_on = models.DateField("取消日期", null=True, blank=True)
    cancel_reason = models.CharField(
        "取消原因", max_length=8, choices=DutyChangeReason.choices, blank=True, default=""
    )

    class Secrecy:
        open = ("on", "opens", "closes", "kind", "place", "named", "cancelled_on", "cancel_reason")
        work = ("id", "organ", "staff", "planned_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "值班"
        ordering = ["on", "opens", "id"]
        indexes = [models.Index(fields=["organ", "on"], name="reception_duty_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "on", "opens", "staff"],
                condition=Q(cancelled_on__isnull=True),
                name="reception_duty_planned_once",
                violation_error_message="这个人在这一天这个时间已经排了班。",
            ),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="reception_duty_ends_after_start",
                violation_error_message="结束时间应当晚于开始时间。",
            ),
            models.CheckConstraint(
                condition=Q(named=False) | Q(kind=DutyKind.LEADER),
                name="reception_duty_names_leaders_only",
                violation_error_message="只有领导接访日对外公布姓名。",
            ),
            models.CheckConstraint(
                condition=(Q(cancelled_on__isnull=True, cancel_reason=""))
                | (Q(cancelled_on__isnull=False) & ~Q(cancel_reason="")),
                name="reception_duty_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{self.on}）"

    @property
    def hours(self) -> str:
        """8:30—11:30."""
        return "—".join(f"{each.hour}:{each.minute:02d}" for each in (self.opens, self.closes))

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_on is not None


class DutySwap(models.Model):
    """换班: who stood in for whom, and why. The turn itself shows who receives now."""

    shift = KeptLink("reception.DutyShift", "值班", related_name="swaps")
    before = KeptLink("roster.Staff", "原接访人", related_name="duty_given")
    after = KeptLink("roster.Staff", "换为", related_name="duty_taken")
    reason = models.CharField("原因", max_length=8, choices=DutyChangeReason.choices)
    recorded_on = models.DateField("登记日期")
    recorded_by = KeptLink("roster.Staff", "登记人", related_name="duty_swaps_recorded")

    class Secrecy:
        open = ("reason", "recorded_on")
        work = ("id", "shift", "before", "after", "recorded_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "换班"
        ordering = ["recorded_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(before=F("after")),
                name="reception_duty_swapped_between_two",
                violation_error_message="换班应当换给另一个人。",
            ),
        ]

    def __str__(self) -> str:
        return f"换班（{self.recorded_on}）"
