"""处置意见: one of the four disposals, proposed by one person and decided by another."""

from django.db import models
from django.db.models import Q

from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.enums import Decision
from yixian.resolution.models.decided import Decided, OfClue, decided_whole, two_people
from yixian.toolkit.links import KeptLink


class Disposal(OfClue, Decided):
    """``recheck_on`` belongs to 暂存待查: the day on which it is looked at again."""

    clue = KeptLink("resolution.Clue", "线索", related_name="disposals")
    disposal = models.CharField("处置方式", max_length=26, choices=DisposalKind.choices())
    reason = models.UUIDField("处置理由")
    recheck_on = models.DateField("复查日期", null=True, blank=True)
    proposed_by = KeptLink("roster.Staff", "提出人", related_name="+")
    proposed_on = models.DateField("提出日期")
    note = models.UUIDField("审批意见", null=True, blank=True)

    class Secrecy:
        open = ("disposal", "recheck_on", "proposed_on", "decision", "decided_on")
        work = ("id", "uid", "clue", "proposed_by", "decided_by")
        sealed = ("reason", "note")

    class Meta:
        verbose_name = verbose_name_plural = "处置意见"
        ordering = ["proposed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clue"],
                condition=Q(decision=Decision.PENDING),
                name="resolution_one_pending_disposal",
                violation_error_message="这条线索已有一份处置意见正在审批。",
            ),
            two_people("resolution_disposal_two_people", "proposed_by", "处置意见"),
            decided_whole("resolution_disposal_decided_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.clue}：{self.get_disposal_display()}"
