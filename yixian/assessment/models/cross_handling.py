"""片区联动交叉办理: a report of the county, lent for a while to two handlers of another township of the area."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from yixian.assessment.crossing import HARDEST
from yixian.assessment.enums import CrossingGround, CrossingRefusal, CrossingState
from yixian.roster.enums import Skill
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow

S = CrossingState


class CrossHandling(KnownRow):
    """``township`` is that of the reported side. ``copy`` is the receiving organ's own row, once it was handed down.

    All texts are sealed to the county; ``brief`` (who and which unit is reported, that grounds of recusal can be
    declared) to the receiving organ as well, until it refuses or it ends. A refused one
    stays; the next proposal is a new row.
    """

    report = KeptLink("reception.Report", "来件", related_name="crossings")
    state = models.CharField(
        "状态", max_length=10, choices=CrossingState.choices, default=CrossingState.PROPOSED
    )
    ground = models.CharField("提请原因", max_length=10, choices=CrossingGround.choices)
    township = KeptLink("roster.Organ", "被反映一方所在乡镇", related_name="+")
    difficulty = models.PositiveSmallIntegerField("难度")
    skills = models.CharField("所需专长", max_length=80, blank=True, default="")
    lead = KeptLink("roster.Staff", "主办人", related_name="crossings_led")
    second = KeptLink("roster.Staff", "协办人", related_name="crossings_seconded")
    other_lead = KeptLink("roster.Staff", "备选主办人", related_name="+", null=True)
    other_second = KeptLink("roster.Staff", "备选协办人", related_name="+", null=True)
    reasons = models.UUIDField("提出理由")
    proposed_by = KeptLink("roster.Staff", "提出人", related_name="+")
    proposed_on = models.DateField("提出日期")
    offered_by = KeptLink("roster.Staff", "决定人", related_name="+", null=True)
    offered_on = models.DateField("决定日期", null=True, blank=True)
    brief = models.UUIDField("被反映一方", null=True, blank=True)
    lead_cleared_on = models.DateField("主办人确认无回避情形日期", null=True, blank=True)
    second_cleared_on = models.DateField("协办人确认无回避情形日期", null=True, blank=True)
    answered_by = KeptLink("roster.Staff", "答复人", related_name="+", null=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    refused_for = models.CharField(
        "退回原因", max_length=10, choices=CrossingRefusal.choices, blank=True, default=""
    )
    refusal = models.UUIDField("退回说明", null=True, blank=True)
    copy = models.OneToOneField(
        "reception.Report",
        verbose_name="对方的件",
        on_delete=models.PROTECT,
        related_name="crossing",
        null=True,
        blank=True,
    )
    handed_on = models.DateField("送交日期", null=True, blank=True)
    result = models.UUIDField("办理结果", null=True, blank=True)
    returned_on = models.DateField("报结果日期", null=True, blank=True)
    ended_by = KeptLink("roster.Staff", "结束人", related_name="+", null=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)

    class Secrecy:
        elsewhere = ("copy",)
        open = (
            "state",
            "ground",
            "difficulty",
            "skills",
            "proposed_on",
            "offered_on",
            "lead_cleared_on",
            "second_cleared_on",
            "answered_on",
            "refused_for",
            "handed_on",
            "returned_on",
            "ended_on",
        )
        work = (
            "id",
            "uid",
            "report",
            "township",
            "lead",
            "second",
            "other_lead",
            "other_second",
            "proposed_by",
            "offered_by",
            "answered_by",
            "copy",
            "ended_by",
        )
        sealed = ("reasons", "brief", "refusal", "result")

    class Meta:
        verbose_name = verbose_name_plural = "片区交叉办理"
        ordering = ["proposed_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=~Q(state__in=(S.REFUSED, S.ENDED)),
                name="assessment_one_crossing_at_a_time",
                violation_error_message="这一件正在交叉办理，先结束才能另提。",
            ),
            models.CheckConstraint(
                condition=~Q(lead=F("second")),
                name="assessment_crossing_takes_two",
                violation_error_message="主办人和协办人应当是两个人。",
            ),
            models.CheckConstraint(
                condition=Q(difficulty__gte=1, difficulty__lte=HARDEST),
                name="assessment_crossing_difficulty",
                violation_error_message=f"难度应在1到{HARDEST}之间。",
            ),
            models.CheckConstraint(
                condition=all_or_none("answered_by", "answered_on"),
                name="assessment_crossing_answered_by_someone",
                violation_error_message="答复须记明何人、何日。",
            ),
            models.CheckConstraint(
                condition=Q(state=S.REFUSED, copy__isnull=True) & ~Q(refused_for="")
                | ~Q(state=S.REFUSED) & Q(refused_for=""),
                name="assessment_crossing_refused_with_reason",
                violation_error_message="退回须选定原因。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.ACCEPTED, S.UNDER_WAY, S.RETURNED))
                | Q(
                    lead_cleared_on__isnull=False, second_cleared_on__isnull=False, answered_on__isnull=False
                ),
                name="assessment_crossing_cleared_before_taken",
                violation_error_message="主办人、协办人都确认无回避情形以后，对方才能接受。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(S.UNDER_WAY, S.RETURNED)) | Q(copy__isnull=False),
                name="assessment_crossing_under_way_has_copy",
                violation_error_message="送交以后才算交叉办理中。",
            ),
            models.CheckConstraint(
                condition=not_before("ended_on", "proposed_on"),
                name="assessment_crossing_ends_after_start",
                violation_error_message="结束日期不得早于提出日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report}交叉办理（{self.get_state_display()}）"

    @property
    def organ_id(self) -> int:
        return self.report.organ_id

    @property
    def to_organ_id(self) -> int:
        """Where the two handlers work."""
        return self.lead.organ_id

    @property
    def trail_subject(self) -> str:
        return f"assessment.crosshandling:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.report.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        """The report here and its row at the other office: whoever stays away from one stays away from this."""
        return frozenset(f"reception.report:{each}" for each in (self.report_id, self.copy_id) if each)

    def handler_ids(self) -> frozenset[int]:
        return self.report.handler_ids()

    def pair_ids(self) -> frozenset[int]:
        return frozenset({self.lead_id, self.second_id})

    @property
    def is_asked(self) -> bool:
        """Whether the receiving side has been told of it and may still have a say."""
        return self.state in (S.OFFERED, S.ACCEPTED, S.UNDER_WAY, S.RETURNED)

    def cleared_on(self, staff_id: int) -> date | None:
        """When this one of the two said that no ground of recusal applies."""
        return self.lead_cleared_on if staff_id == self.lead_id else self.second_cleared_on

    @property
    def skill_labels(self) -> list[str]:
        return [str(Skill(each).label) for each in self.skills.split(",") if each]
