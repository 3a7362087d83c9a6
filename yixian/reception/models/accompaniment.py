"""陪访、代办: going with a person, or instead of them, to the office that decides; what it answered; what they say."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import AccompanimentKind, AccompanimentState, AnswerView, ConsentWay
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink


class Accompaniment(models.Model):
    """``plan`` holds the slots office and task; ``asked`` what was consulted or copied there; ``answer`` answered_by
    and answer. Nothing is done without the person's consent; ``may_name`` says that they agreed to be named there.
    """

    report = KeptLink("reception.Report", "来件", related_name="accompaniments")
    kind = models.CharField("方式", max_length=10, choices=AccompanimentKind.choices)
    state = models.CharField("状态", max_length=10, choices=AccompanimentState.choices)
    consented_on = models.DateField("本人同意日期")
    consent_way = models.CharField("同意方式", max_length=8, choices=ConsentWay.choices)
    may_name = models.BooleanField("同意说明本人身份", default=False)
    planned_on = models.DateField("登记日期")
    planned_by = KeptLink("roster.Staff", "登记人", related_name="accompaniments_planned")
    goer = KeptLink("roster.Staff", "陪访代办人", related_name="accompaniments")
    plan = models.UUIDField("安排封存")
    went_on = models.DateField("去办日期", null=True, blank=True)
    asked = models.UUIDField("查询内容封存", null=True, blank=True)
    answered_on = models.DateField("对方答复日期", null=True, blank=True)
    answer = models.UUIDField("答复封存", null=True, blank=True)
    view = models.CharField("本人意见", max_length=12, choices=AnswerView.choices, blank=True, default="")
    viewed_on = models.DateField("本人意见日期", null=True, blank=True)
    files = models.ManyToManyField("reception.Attachment", verbose_name="材料", related_name="accompaniments")

    class Secrecy:
        open = (
            "kind",
            "state",
            "consented_on",
            "consent_way",
            "may_name",
            "planned_on",
            "went_on",
            "answered_on",
            "view",
            "viewed_on",
        )
        work = ("id", "report", "planned_by", "goer", "files")
        sealed = ("plan", "asked", "answer")

    class Meta:
        verbose_name = verbose_name_plural = "陪访代办"
        ordering = ["planned_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("went_on", "asked"), name="reception_accompaniment_gone_as_a_whole"
            ),
            models.CheckConstraint(
                condition=all_or_none("answered_on", "answer"),
                name="reception_accompaniment_answered_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(view="", viewed_on__isnull=True) | (~Q(view="") & Q(viewed_on__isnull=False)),
                name="reception_accompaniment_view_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{self.went_on or self.planned_on}）"
