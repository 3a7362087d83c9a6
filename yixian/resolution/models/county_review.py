"""乡案县审: a township's verification that is to lead to a case, before the township decides on it."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import ReviewState
from yixian.resolution.models.decided import OfClue
from yixian.toolkit.conditions import all_or_none, not_before, unlike
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow

S = ReviewState
ANSWERED = (S.AGREED, S.MORE, S.DISAGREED)
OPEN = (S.ASKED, S.TAKEN, S.ON_PAPER)


class CountyReview(OfClue, KnownRow):
    """``to_organ`` is the county's office; empty where it is not in the installation and answers on paper.

    ``brief`` says who is reported, that grounds of recusal can be declared; ``material`` is the report of verification
    with the list of evidence, both sealed anew to the county, never with the reporter or the letter. ``opinion`` is
    the county's; of an answer on paper with its number, and its scanned file.
    """

    report = KeptLink("resolution.VerificationReport", "核查报告", related_name="county_reviews")
    to_organ = KeptLink("roster.Organ", "审核机关", related_name="+", null=True)
    state = models.CharField("状态", max_length=10, choices=S.choices)
    asked_by = KeptLink("roster.Staff", "报审人", related_name="+")
    asked_on = models.DateField("报审日期")
    brief = models.UUIDField("被反映一方")
    material = models.UUIDField("报审材料")
    reviewer = KeptLink("roster.Staff", "审核人", related_name="+", null=True)
    taken_on = models.DateField("接审日期", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    opinion = models.UUIDField("审核意见", null=True, blank=True)
    paper_number = models.CharField("县纪委文号", max_length=40, blank=True, default="")
    paper_on = models.DateField("县纪委文书日期", null=True, blank=True)
    paper = models.UUIDField("县纪委文书", null=True, blank=True)
    recorded_by = KeptLink("roster.Staff", "登记人", related_name="+", null=True)

    class Secrecy:
        open = ("state", "asked_on", "taken_on", "answered_on", "paper_number", "paper_on")
        work = ("id", "uid", "report", "to_organ", "asked_by", "reviewer", "recorded_by")
        sealed = ("brief", "material", "opinion", "paper")

    class Meta:
        verbose_name = verbose_name_plural = "县审"
        ordering = ["asked_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state__in=(*OPEN, S.AGREED)),
                name="resolution_one_review_at_a_time",
                violation_error_message="这份核查报告已经报县审。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ANSWERED) & Q(answered_on__isnull=True, opinion__isnull=True)
                | Q(state__in=ANSWERED, answered_on__isnull=False, opinion__isnull=False),
                name="resolution_review_answered_whole",
                violation_error_message="县审的答复须有日期和意见。",
            ),
            models.CheckConstraint(
                condition=all_or_none("reviewer", "taken_on") & unlike("reviewer", "asked_by"),
                name="resolution_review_by_another",
                violation_error_message="县审由报审人以外的人办理。",
            ),
            models.CheckConstraint(
                condition=Q(to_organ__isnull=False, recorded_by__isnull=True, paper_number="")
                | Q(to_organ__isnull=True, reviewer__isnull=True)
                & (~Q(state__in=ANSWERED) | ~Q(paper_number="")),
                name="resolution_review_by_system_or_paper",
                violation_error_message="书面答复的，登记县纪委的文号；在系统里答复的，由县纪委审核人办理。",
            ),
            models.CheckConstraint(
                condition=not_before("answered_on", "asked_on"), name="resolution_review_answered_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report.clue}县审"

    @property
    def guarded_clue(self) -> models.Model:
        return self.report.clue

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_answered(self) -> bool:
        return self.state in ANSWERED

    def worker_ids(self) -> frozenset[int]:
        """Whoever had a part in the verification or asked: none of them reviews it."""
        return self.handler_ids() | {self.asked_by_id, self.report.submitted_by_id}

    def barred_ids(self) -> frozenset[int]:
        """Those of the county's office who are of the reported side."""
        return frozenset(each.staff_id for each in self.bars.all())


class ReviewBar(models.Model):
    """One of the county's office who is of the reported side. Noted when the review was asked for, since only the
    township's key tells; that person never finds the review.
    """

    review = KeptLink(CountyReview, "县审", related_name="bars")
    staff = KeptLink("roster.Staff", "回避人", related_name="+")

    class Secrecy:
        open = ()
        work = ("id", "review", "staff")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "县审回避"
        constraints = [models.UniqueConstraint(fields=["review", "staff"], name="resolution_review_bar_once")]

    def __str__(self) -> str:
        return f"{self.review}：{self.staff}"
