"""会诊任务: what a consultation gave a unit to do, by whom and by when."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import DutyState
from yixian.assessment.models.of_item import OfItem
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class ConsultDuty(OfItem, KnownRow):
    """``first_due_on`` is the day that was decided; ``due_on`` the one that holds after extensions."""

    item = KeptLink("assessment.AgendaItem", "会诊议题", related_name="duties")
    invitee = KeptLink("assessment.Invitee", "承担单位", related_name="duties")
    person = models.CharField("责任人", max_length=30)
    what = models.UUIDField("任务")
    first_due_on = models.DateField("决定的期限")
    due_on = models.DateField("期限")
    given_on = models.DateField("布置日期")
    state = models.CharField("状态", max_length=10, choices=DutyState.choices, default=DutyState.OPEN)
    ended_by = KeptLink("roster.Staff", "登记完成人", related_name="+", null=True)
    ended_on = models.DateField("完成日期", null=True, blank=True)

    class Secrecy:
        open = ("first_due_on", "due_on", "given_on", "state", "ended_on")
        work = ("id", "uid", "item", "invitee", "person", "ended_by")
        sealed = ("what",)

    class Meta:
        verbose_name = verbose_name_plural = "会诊任务"
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("ended_on", "ended_by")
                & (
                    Q(state=DutyState.OPEN, ended_on__isnull=True)
                    | Q(state=DutyState.DONE, ended_on__isnull=False)
                ),
                name="assessment_duty_ended_whole",
                violation_error_message="完成的任务须记明何人、何日。",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("first_due_on"), first_due_on__gte=models.F("given_on")),
                name="assessment_duty_due_later",
                violation_error_message="期限不能早于布置日期，延期不能提前。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitee.unit_name}的会诊任务"

    @property
    def unit_name(self) -> str:
        return self.invitee.unit_name

    def seat_ids(self) -> frozenset[int]:
        """The account of the unit that has it to do, unless recused meanwhile."""
        mine = self.invitee.staff_id
        return frozenset({mine}) & self.item.seat_ids() if mine else frozenset()
