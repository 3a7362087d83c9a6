"""纪律检查建议、监察建议: what a unit is asked to put right, and what it answered."""

from django.db import models
from django.db.models import Q

from yixian.regulations.outcomes import Adoption, Advice
from yixian.resolution.enums import AdviceState as S
from yixian.resolution.models.decided import OfClue
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Recommendation(OfClue, KnownRow):
    """``words`` has the slots unit, text and docx: the letter as it went out. ``answer`` is the unit's;
    ``checked`` what was seen when the office looked whether it was put right.
    """

    clue = KeptLink("resolution.Clue", "线索", related_name="recommendations")
    kind = models.CharField("种类", max_length=6, choices=Advice.choices())
    state = models.CharField("状态", max_length=8, choices=S.choices, default=S.ISSUED)
    number = models.CharField("文号", max_length=40)
    issued_by = KeptLink("roster.Staff", "发出人", related_name="+")
    issued_on = models.DateField("发出日期")
    due_on = models.DateField("回复期限")
    answered_on = models.DateField("回复日期", null=True, blank=True)
    adopted = models.CharField("是否采纳", max_length=9, choices=Adoption.choices(), blank=True, default="")
    recorded_by = KeptLink("roster.Staff", "登记人", related_name="+", null=True)
    checked_by = KeptLink("roster.Staff", "核对人", related_name="+", null=True)
    checked_on = models.DateField("核对日期", null=True, blank=True)
    words = models.UUIDField("建议书")
    answer = models.UUIDField("回复", null=True, blank=True)
    checked = models.UUIDField("整改情况", null=True, blank=True)

    class Secrecy:
        open = ("kind", "state", "number", "issued_on", "due_on", "answered_on", "adopted", "checked_on")
        work = ("id", "uid", "clue", "issued_by", "recorded_by", "checked_by")
        sealed = ("words", "answer", "checked")

    class Meta:
        verbose_name = verbose_name_plural = "建议书"
        ordering = ["issued_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("answer", "answered_on", "recorded_by")
                & (
                    Q(state=S.ISSUED, answer__isnull=True, adopted="")
                    | ~Q(state=S.ISSUED) & Q(answer__isnull=False) & ~Q(adopted="")
                ),
                name="resolution_advice_answered_whole",
                violation_error_message="回复须有是否采纳、内容、日期和登记人。",
            ),
            models.CheckConstraint(
                condition=all_or_none("checked", "checked_on", "checked_by")
                & (
                    Q(state__in=[S.ISSUED, S.ANSWERED], checked__isnull=True)
                    | Q(state__in=[S.SETTLED, S.WANTING], checked__isnull=False)
                ),
                name="resolution_advice_checked_whole",
                violation_error_message="核对整改须有情况、日期和核对人。",
            ),
            models.CheckConstraint(
                condition=not_before("due_on", "issued_on")
                & not_before("answered_on", "issued_on")
                & not_before("checked_on", "answered_on"),
                name="resolution_advice_in_order",
                violation_error_message="回复的期限和日期不得早于发出日期，核对不得早于回复。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}{self.number}"
