"""核实: the plan, the team of at least two, and the report that another person approves."""

from django.db import models
from django.db.models import Q

from yixian.regulations.outcomes import files_case, report_proposals
from yixian.resolution.models.decided import Decided, OfClue, decided_whole, two_people
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Verification(OfClue, KnownRow):
    """``plan`` holds the questions to answer, never the letter: whoever works by it learns no reporter."""

    clue = models.OneToOneField(
        "resolution.Clue", verbose_name="线索", on_delete=models.PROTECT, related_name="verification"
    )
    plan = models.UUIDField("核查方案")
    opened_by = KeptLink("roster.Staff", "批准人", related_name="+")
    opened_on = models.DateField("批准日期")

    class Secrecy:
        open = ("opened_on",)
        work = ("id", "uid", "clue", "opened_by")
        sealed = ("plan",)

    class Meta:
        verbose_name = verbose_name_plural = "核实"

    def __str__(self) -> str:
        return f"{self.clue}核实"


class TeamMember(OfClue, models.Model):
    """``declared_on`` is empty until the member says, in an own sitting, that no ground of recusal applies
    (检控规则 48); until then the member takes no part.
    """

    verification = KeptLink(Verification, "核实", related_name="members")
    staff = KeptLink("roster.Staff", "成员", related_name="+")
    is_lead = models.BooleanField("组长", default=False)
    declared_on = models.DateField("无回避情形确认日期", null=True, blank=True)
    left_on = models.DateField("退出日期", null=True, blank=True)

    class Secrecy:
        open = ("is_lead", "declared_on", "left_on")
        work = ("id", "verification", "staff")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "核查组成员"
        ordering = ["-is_lead", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verification", "staff"],
                condition=Q(left_on__isnull=True),
                name="resolution_member_once",
                violation_error_message="该同志已在核查组中。",
            ),
            models.UniqueConstraint(
                fields=["verification"],
                condition=Q(is_lead=True, left_on__isnull=True),
                name="resolution_one_lead",
                violation_error_message="核查组只有一名组长。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verification}：{self.staff}"

    @property
    def guarded_clue(self) -> models.Model:
        return self.verification.clue


class VerificationReport(OfClue, Decided):
    """核查报告, or the situation report of a 谈话函询. ``proposal`` is what is to follow; those of before have none."""

    clue = KeptLink("resolution.Clue", "线索", related_name="reports")
    proposal = models.CharField("建议", max_length=26, choices=report_proposals(), blank=True, default="")
    content = models.UUIDField("报告内容")
    submitted_by = KeptLink("roster.Staff", "提交人", related_name="+")
    submitted_on = models.DateField("提交日期")
    left_open = models.UUIDField("没有办完的原因", null=True, blank=True)
    note = models.UUIDField("审批意见", null=True, blank=True)

    class Secrecy:
        open = ("proposal", "submitted_on", "decision", "decided_on")
        work = ("id", "uid", "clue", "submitted_by", "decided_by")
        sealed = ("content", "left_open", "note")

    class Meta:
        verbose_name = verbose_name_plural = "核查报告"
        ordering = ["submitted_on", "id"]
        constraints = [
            two_people("resolution_report_two_people", "submitted_by", "核查报告"),
            decided_whole("resolution_report_decided_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.clue}核查报告"

    @property
    def leads_to_case(self) -> bool:
        """Whether what it proposes is 立案."""
        return files_case(self.proposal)
