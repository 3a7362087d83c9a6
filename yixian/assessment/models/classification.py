"""定性: which class and which issue a report was given, by whom, and what had been proposed."""

from django.db import models
from django.db.models import Q

from yixian.regulations.classes import IssueKind, ReportClass, VillageIssue
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Classification(KnownRow):
    """One decision. A later decision supersedes it and points to it; nothing is edited.

    ``proposed_class`` and ``proposed_sure`` keep what the model had suggested, so that an overruling can be
    counted and learnt from.
    """

    report = KeptLink("reception.Report", "举报件", related_name="classifications")
    report_class = models.CharField("信访类别", max_length=15, choices=ReportClass.choices())
    issue_kind = models.CharField("问题性质", max_length=15, choices=IssueKind.choices(), blank=True)
    main_issue = models.CharField("主要问题", max_length=24, choices=VillageIssue.choices(), blank=True)
    second_issue = models.CharField("次要问题", max_length=24, choices=VillageIssue.choices(), blank=True)
    proposed_class = models.CharField(
        "系统建议类别", max_length=15, choices=ReportClass.choices(), blank=True
    )
    proposed_issue = models.CharField(
        "系统建议问题", max_length=24, choices=VillageIssue.choices(), blank=True
    )
    motive = models.CharField("诉求动机", max_length=8, blank=True)
    has_who = models.BooleanField("写明何人", default=False)
    has_what = models.BooleanField("写明何事", default=False)
    has_when = models.BooleanField("写明何时", default=False)
    has_where = models.BooleanField("写明何地", default=False)
    has_evidence = models.BooleanField("附有证据线索", default=False)
    note = models.UUIDField("定性说明", null=True, blank=True)
    decided_by = KeptLink("roster.Staff", "定性人", related_name="+")
    decided_on = models.DateField("定性日期")
    is_current = models.BooleanField("现行", default=True)
    supersedes = models.OneToOneField(
        "self",
        verbose_name="更正自",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
    )

    class Secrecy:
        open = (
            "report_class",
            "issue_kind",
            "main_issue",
            "second_issue",
            "proposed_class",
            "proposed_issue",
            "motive",
            "has_who",
            "has_what",
            "has_when",
            "has_where",
            "has_evidence",
            "decided_on",
            "is_current",
        )
        work = ("id", "uid", "report", "decided_by", "supersedes")
        sealed = ("note",)

    class Meta:
        verbose_name = verbose_name_plural = "定性"
        constraints = [
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(is_current=True),
                name="assessment_one_current_class",
                violation_error_message="一件举报只有一个现行的定性。",
            ),
            models.CheckConstraint(
                condition=~Q(report_class=ReportClass.ACCUSATION) | ~Q(main_issue=""),
                name="assessment_accusation_has_issue",
                violation_error_message="检举控告须选定主要问题。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report}：{self.get_report_class_display()}"

    @property
    def was_overruled(self) -> bool:
        """Whether the person decided otherwise than the model had proposed."""
        return bool(self.proposed_class) and self.proposed_class != self.report_class
