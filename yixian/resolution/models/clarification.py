"""澄清正名: for somebody who was reported and did not do it; with that person's consent, and only the result."""

from django.db import models
from django.db.models import Q

from yixian.regulations.outcomes import ClarificationAsked, ClarificationWay
from yixian.resolution.enums import ClarificationState as S
from yixian.resolution.models.decided import OfClue
from yixian.toolkit.conditions import all_or_none, not_before, unlike
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Clarification(OfClue, KnownRow):
    """``words`` has the slots receiver, finding and scope; ``letter`` the docx as it was approved; ``note`` is the
    chief's, ``done_note`` how it was done and who was there.
    """

    clue = KeptLink("resolution.Clue", "线索", related_name="clarifications")
    person = KeptLink("reception.ReportedPerson", "被反映人", related_name="clarifications")
    way = models.CharField("澄清方式", max_length=8, choices=ClarificationWay.choices())
    state = models.CharField("状态", max_length=9, choices=S.choices, default=S.PROPOSED)
    asked = models.CharField("由谁提出", max_length=6, choices=ClarificationAsked.choices())
    consented_on = models.DateField("本人同意日期")
    proposed_by = KeptLink("roster.Staff", "提出人", related_name="+")
    proposed_on = models.DateField("提出日期")
    decided_by = KeptLink("roster.Staff", "审批人", related_name="+", null=True)
    decided_on = models.DateField("审批日期", null=True, blank=True)
    number = models.CharField("文号", max_length=40, blank=True, default="")
    done_by = KeptLink("roster.Staff", "办理人", related_name="+", null=True)
    done_on = models.DateField("澄清日期", null=True, blank=True)
    words = models.UUIDField("澄清内容")
    letter = models.UUIDField("澄清函", null=True, blank=True)
    note = models.UUIDField("审批意见", null=True, blank=True)
    done_note = models.UUIDField("澄清经过", null=True, blank=True)

    class Secrecy:
        open = ("way", "asked", "state", "consented_on", "proposed_on", "decided_on", "number", "done_on")
        work = ("id", "uid", "clue", "person", "proposed_by", "decided_by", "done_by")
        sealed = ("words", "letter", "note", "done_note")

    class Meta:
        verbose_name = verbose_name_plural = "澄清"
        ordering = ["proposed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clue", "person"],
                condition=~Q(state=S.RETURNED),
                name="resolution_clarification_once_each",
                violation_error_message="这名被反映人已有澄清。",
            ),
            models.CheckConstraint(
                condition=all_or_none("decided_by", "decided_on") & unlike("decided_by", "proposed_by"),
                name="resolution_clarification_two_people",
                violation_error_message="澄清须由提出人以外的人审批。",
            ),
            models.CheckConstraint(
                condition=all_or_none("done_by", "done_on", "done_note")
                & (~Q(state=S.DONE) | Q(done_on__isnull=False, decided_on__isnull=False)),
                name="resolution_clarification_done_whole",
                violation_error_message="澄清须先批准，再登记何人、何日、怎样办的。",
            ),
            models.CheckConstraint(
                condition=not_before("proposed_on", "consented_on") & not_before("done_on", "decided_on"),
                name="resolution_clarification_in_order",
                violation_error_message="先征得本人同意，再提出；先批准，再澄清。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clue}{self.get_way_display()}"
