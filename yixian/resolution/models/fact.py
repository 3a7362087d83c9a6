"""事实: what happened when, as far as is known, and what bears it out. Of the matter, not of its handling."""

from django.db import models
from django.db.models import Q

from yixian.resolution.models.decided import OfVerification
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class DatedFact(OfVerification, KnownRow):
    """``words`` has the slots on (1998, 1998-05 or 1998-05-03), subject (a ``RuleSubject`` or empty) and text. A
    correction is a new row that ``replaces`` this one; one that did not bear out is struck with its reason.
    """

    verification = KeptLink("resolution.Verification", "核实", related_name="facts")
    replaces = models.OneToOneField(
        "self",
        verbose_name="更正哪一条",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaced_by",
    )
    noted_by = KeptLink("roster.Staff", "记录人", related_name="+")
    noted_on = models.DateField("记录日期")
    struck_on = models.DateField("划去日期", null=True, blank=True)
    words = models.UUIDField("日期和事实")
    reason = models.UUIDField("划去的原因", null=True, blank=True)

    class Secrecy:
        open = ("noted_on", "struck_on")
        work = ("id", "uid", "verification", "replaces", "noted_by")
        sealed = ("words", "reason")

    class Meta:
        verbose_name = verbose_name_plural = "事实"
        ordering = ["verification", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("struck_on", "reason"),
                name="resolution_fact_struck_with_reason",
                violation_error_message="划去一条事实，应当写明原因。",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=models.F("id")),
                name="resolution_fact_replaces_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verification}事实"


class FactEvidence(OfVerification, models.Model):
    """One item of the list that bears out one fact."""

    fact = KeptLink(DatedFact, "事实", related_name="borne_out_by")
    evidence = KeptLink("resolution.Evidence", "证据", related_name="bears_out")

    class Secrecy:
        open = ()
        work = ("id", "fact", "evidence")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "事实的证据"
        ordering = ["fact", "evidence"]
        constraints = [
            models.UniqueConstraint(fields=["fact", "evidence"], name="resolution_fact_borne_out_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fact}：{self.evidence}"

    @property
    def guarded_clue(self) -> models.Model:
        return self.fact.verification.clue
