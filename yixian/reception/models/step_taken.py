"""办理步骤: each step of the workflow as it was taken. Appended, never edited: the days of a report's life."""

from django.db import models

from yixian.reception.enums import ReportState
from yixian.reception.workflow import PUT_AWAY, REPORT, TAKE_OUT
from yixian.toolkit.links import KeptLink

BESIDE_THE_TABLE = {PUT_AWAY: "归档", TAKE_OUT: "归档后重新办理"}


class StepTaken(models.Model):
    """``act`` is the key of the step; ``taken_by`` is empty for the public. Days only, as everywhere here."""

    report = KeptLink("reception.Report", "来件", related_name="steps")
    act = models.CharField("步骤", max_length=60)
    to_state = models.CharField("到达状态", max_length=12, choices=ReportState.choices)
    taken_on = models.DateField("日期")
    taken_by = KeptLink("roster.Staff", "办理人", related_name="report_steps", null=True)

    class Secrecy:
        open = ("act", "to_state", "taken_on")
        work = ("id", "report", "taken_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "办理步骤"
        ordering = ["taken_on", "id"]

    def __str__(self) -> str:
        return f"{self.label}（{self.taken_on}）"

    @property
    def label(self) -> str:
        return BESIDE_THE_TABLE.get(self.act) or REPORT.step(self.act).label
