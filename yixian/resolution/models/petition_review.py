"""复查、复核: what a petitioner asked after the opinion on a matter outside our scope, and what was decided."""

from django.db import models
from django.db.models import Q

from yixian.regulations.outcomes import PetitionRound, PetitionRuling
from yixian.regulations.petition_regulations import REVIEW_REQUEST_TERM, SECOND_REVIEW_REQUEST_TERM
from yixian.resolution.enums import PetitionReviewState as S
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class PetitionReview(KnownRow):
    """``served_on`` is when the opinion before it reached the petitioner. ``words`` has the slots organ (who decides)
    and request. After a decided 复核 the matter is at its end: the same facts are taken up no more.
    """

    report = KeptLink("reception.Report", "来件", related_name="petition_reviews")
    round = models.CharField("程序", max_length=13, choices=PetitionRound.choices())
    state = models.CharField("状态", max_length=8, choices=S.choices, default=S.ASKED)
    served_on = models.DateField("信访人收到原意见日期")
    asked_on = models.DateField("收到请求日期")
    asked_by = KeptLink("roster.Staff", "登记人", related_name="+")
    ruling = models.CharField("意见", max_length=8, choices=PetitionRuling.choices(), blank=True, default="")
    decided_on = models.DateField("意见日期", null=True, blank=True)
    recorded_by = KeptLink("roster.Staff", "意见登记人", related_name="+", null=True)
    words = models.UUIDField("请求")
    decision = models.UUIDField("意见内容", null=True, blank=True)

    class Secrecy:
        open = ("round", "state", "served_on", "asked_on", "ruling", "decided_on")
        work = ("id", "uid", "report", "asked_by", "recorded_by")
        sealed = ("words", "decision")

    class Meta:
        verbose_name = verbose_name_plural = "复查复核"
        ordering = ["asked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "round"],
                name="resolution_petition_review_once",
                violation_error_message="复查、复核各只有一次。",
            ),
            models.CheckConstraint(
                condition=all_or_none("decided_on", "recorded_by", "decision")
                & (
                    Q(state=S.ASKED, ruling="", decided_on__isnull=True)
                    | Q(state=S.DECIDED, decided_on__isnull=False) & ~Q(ruling="")
                ),
                name="resolution_petition_review_decided_whole",
                violation_error_message="复查、复核意见须有结论、日期和内容。",
            ),
            models.CheckConstraint(
                condition=not_before("asked_on", "served_on") & not_before("decided_on", "asked_on"),
                name="resolution_petition_review_in_order",
                violation_error_message="先收到原意见，再提出请求，再作出意见，请核对日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report}{self.get_round_display()}"

    @property
    def organ_id(self) -> int:
        return self.report.organ_id

    @property
    def trail_subject(self) -> str:
        return f"resolution.petitionreview:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.report.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        return frozenset({self.report.trail_subject})

    def handler_ids(self) -> frozenset[int]:
        return self.report.handler_ids()

    @property
    def is_late(self) -> bool:
        """Whether the petitioner asked after the days that the rules give for asking; it is noted, not refused."""
        first = self.round == PetitionRound.REVIEW
        term = REVIEW_REQUEST_TERM if first else SECOND_REVIEW_REQUEST_TERM
        return (self.asked_on - self.served_on).days > term.length

    @property
    def ends_it(self) -> bool:
        """信访终结: nothing is left to ask."""
        return self.round == PetitionRound.SECOND_REVIEW and self.state == S.DECIDED
