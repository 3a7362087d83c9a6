"""处理结果: per person reported, so that one report on three people can end in three ways."""

from django.db import models
from django.db.models import Q

from yixian.regulations.classes import FourForms, Truth
from yixian.regulations.classes import Outcome as Measure
from yixian.resolution.enums import Decision
from yixian.resolution.models.decided import Decided, OfClue, decided_whole, two_people
from yixian.toolkit.links import KeptLink


class Outcome(OfClue, Decided):
    """How true it was, what followed and by whose decision, for one person of one clue. After a renewed clue the
    latest counts (``replaces``), and the one before it stays as it was decided.
    """

    clue = KeptLink("resolution.Clue", "线索", related_name="outcomes")
    person = KeptLink("reception.ReportedPerson", "被反映人", related_name="outcomes")
    truth = models.CharField("属实程度", max_length=16, choices=Truth.choices())
    form = models.CharField("四种形态", max_length=8, choices=FourForms.choices(), blank=True)
    measure = models.CharField("处理方式", max_length=32, choices=Measure.choices())
    deciding_organ = KeptLink("roster.Organ", "决定机关", related_name="+")
    county_reviewed_on = models.DateField("县纪委审核日期", null=True, blank=True)
    losses_recovered = models.DecimalField("挽回损失（元）", max_digits=14, decimal_places=2, default=0)
    replaces = KeptLink("self", "原处理结果", related_name="replaced_by", null=True)
    reason = models.UUIDField("认定与处理理由")
    proposed_by = KeptLink("roster.Staff", "提出人", related_name="+")
    proposed_on = models.DateField("提出日期")

    class Secrecy:
        open = (
            "truth",
            "form",
            "measure",
            "county_reviewed_on",
            "losses_recovered",
            "proposed_on",
            "decision",
            "decided_on",
        )
        work = ("id", "uid", "clue", "person", "deciding_organ", "replaces", "proposed_by", "decided_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "处理结果"
        ordering = ["proposed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clue", "person"],
                condition=~Q(decision=Decision.RETURNED),
                name="resolution_one_outcome_each",
                violation_error_message="这名被反映人在本线索中已有处理结果。",
            ),
            two_people("resolution_outcome_two_people", "proposed_by", "处理结果"),
            decided_whole("resolution_outcome_decided_whole"),
            models.CheckConstraint(
                condition=Q(losses_recovered__gte=0),
                name="resolution_losses_not_negative",
                violation_error_message="挽回损失不能是负数。",
            ),
            models.CheckConstraint(
                condition=~Q(truth=Truth.UNTRUE) | Q(measure=Measure.NONE, form=""),
                name="resolution_untrue_without_measure",
                violation_error_message="反映不实的，不得作出处理。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clue}：{self.get_measure_display()}"
