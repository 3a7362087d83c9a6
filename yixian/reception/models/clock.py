"""期限: one due date that runs, computed once by the act that saw the event. Overdue is a question."""

from django.db import models
from django.db.models import F, Q

from yixian.toolkit.conditions import either, not_before
from yixian.toolkit.links import KeptLink


class Clock(models.Model):
    """Belongs to a report or to an envelope, and to the organ of it. ``basis`` says in Chinese how the days were
    counted.

    ``met_by`` is the act that cleared it; ``suspended_on`` is set while the days do not count.
    """

    organ = KeptLink("roster.Organ", "受理机构", related_name="+", db_index=False)
    report = KeptLink("reception.Report", "来件", related_name="clocks", null=True)
    envelope = models.OneToOneField(
        "reception.Envelope",
        verbose_name="信封",
        on_delete=models.PROTECT,
        related_name="clock",
        null=True,
        blank=True,
    )
    term_key = models.CharField("期限", max_length=40)
    started_on = models.DateField("起算事件日期")
    due_on = models.DateField("届满日")
    provisional = models.BooleanField("暂定", default=False)
    basis = models.TextField("计算说明", max_length=2000)
    extended = models.PositiveSmallIntegerField("已延长次数", default=0)
    suspended_on = models.DateField("中止日期", null=True, blank=True)
    met_on = models.DateField("完成日期", null=True, blank=True)
    met_by = models.CharField("完成的办理行为", max_length=60, blank=True, default="")

    class Secrecy:
        open = (
            "term_key",
            "started_on",
            "due_on",
            "provisional",
            "basis",
            "extended",
            "suspended_on",
            "met_on",
            "met_by",
        )
        work = ("id", "organ", "report", "envelope")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "期限"
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["organ", "due_on", "term_key", "started_on", "report"],
                condition=Q(met_on__isnull=True, suspended_on__isnull=True),
                name="reception_clock_running",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=either("report", "envelope"),
                name="reception_clock_belongs_to_one",
            ),
            models.UniqueConstraint(
                fields=["report", "term_key"],
                condition=Q(met_on__isnull=True),
                name="reception_clock_runs_once",
                violation_error_message="这一期限已经在计算中。",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True, met_by="") | (Q(met_on__isnull=False) & ~Q(met_by="")),
                name="reception_clock_met_by_an_act",
                violation_error_message="期限只能由相应的办理行为完成。",
            ),
            models.CheckConstraint(
                condition=not_before("met_on", "started_on"),
                name="reception_clock_met_after_start",
                violation_error_message="完成日期不得早于起算日期。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("started_on")), name="reception_clock_due_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term_key}：{self.due_on}"
