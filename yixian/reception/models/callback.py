"""回拨约定: a day and a half of it on which the office rings back, and each attempt to."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import CallbackResult, CallbackState, HalfDay
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class Callback(models.Model):
    """The number is in the sealed identity of the report. Of a caller who stays unknown there is none: with
    ``by_office`` false the caller rings again.
    """

    report = KeptLink("reception.Report", "来件", related_name="callbacks")
    made_on = models.DateField("约定日期")
    made_by = KeptLink("roster.Staff", "登记人", related_name="callbacks_made")
    due_on = models.DateField("回拨日期")
    half = models.CharField("半天", max_length=9, choices=HalfDay.choices)
    state = models.CharField(
        "状态", max_length=7, choices=CallbackState.choices, default=CallbackState.AGREED
    )
    by_office = models.BooleanField("由本机关打出", default=True)

    class Secrecy:
        open = ("made_on", "due_on", "half", "state", "by_office")
        work = ("id", "report", "made_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "回拨约定"
        ordering = ["due_on", "-half", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state=CallbackState.AGREED),
                name="reception_callback_one_at_a_time",
                violation_error_message="这一件已有待回拨的约定。",
            ),
            models.CheckConstraint(
                condition=not_before("due_on", "made_on"), name="reception_callback_after_agreed"
            ),
        ]

    def __str__(self) -> str:
        day = f"{self.due_on.month}月{self.due_on.day}日{self.get_half_display()}"
        return f"{day}{'回拨' if self.by_office else '来电人再打来'}"

    @property
    def trail_subject(self) -> str:
        return f"reception.callback:{self.pk}"


class CallbackAttempt(models.Model):
    """Appended, never edited."""

    callback = KeptLink("reception.Callback", "约定", related_name="attempts")
    tried_on = models.DateField("日期")
    tried_by = KeptLink("roster.Staff", "回拨人", related_name="callback_attempts")
    result = models.CharField("结果", max_length=13, choices=CallbackResult.choices)

    class Secrecy:
        open = ("tried_on", "result")
        work = ("id", "callback", "tried_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "回拨记录"
        ordering = ["tried_on", "id"]

    def __str__(self) -> str:
        return f"{self.tried_on}{self.get_result_display()}"
