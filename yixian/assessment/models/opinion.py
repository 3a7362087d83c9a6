"""会诊意见: what one invited unit says of one item, sealed apart from the others and never changed."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import OpinionState
from yixian.assessment.models.of_item import OfItem
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Opinion(OfItem, KnownRow):
    """``withheld``: it names the reporter or the letter's words, so it goes to nobody and into no paper."""

    item = KeptLink("assessment.AgendaItem", "会诊议题", related_name="opinions")
    invitee = KeptLink("assessment.Invitee", "参会单位", related_name="opinions")
    state = models.CharField("状态", max_length=10, choices=OpinionState.choices)
    words = models.UUIDField("意见", null=True, blank=True)
    given_by = KeptLink("roster.Staff", "登记人", related_name="+")
    given_on = models.DateField("登记日期")
    withheld = models.BooleanField("另行密存", default=False)

    class Secrecy:
        open = ("state", "given_on", "withheld")
        work = ("id", "uid", "item", "invitee", "given_by")
        sealed = ("words",)

    class Meta:
        verbose_name = verbose_name_plural = "会诊意见"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "invitee"],
                name="assessment_opinion_once",
                violation_error_message="对这个议题已经提过意见，提交以后不能更改。",
            ),
            models.CheckConstraint(
                condition=Q(state=OpinionState.GIVEN, words__isnull=False)
                | Q(state=OpinionState.DECLINED, words__isnull=True),
                name="assessment_opinion_has_words",
                violation_error_message="提意见须写明意见，不提意见的不写。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitee}对{self.item}的意见"
