"""证据: one item of the list, with its file as it was taken, and through whose hands it went."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import CustodyState, EvidenceKind, Originality
from yixian.resolution.models.decided import OfVerification
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Evidence(OfVerification, KnownRow):
    """``words`` has the slots title, source, shows (what it bears out). ``file`` has name, kind, sha256, original
    (the very bytes that were taken) and clean (the same, washed, for the viewer); see decision 0012.
    """

    verification = KeptLink("resolution.Verification", "核实", related_name="evidence")
    position = models.PositiveSmallIntegerField("编号")
    kind = models.CharField("种类", max_length=10, choices=EvidenceKind.choices)
    originality = models.CharField("原件或者复制件", max_length=8, choices=Originality.choices)
    pages = models.PositiveSmallIntegerField("页数（件数）")
    task = KeptLink("resolution.Task", "查清哪项任务的问题", related_name="evidence", null=True)
    taken_by = KeptLink("roster.Staff", "提取人", related_name="+")
    taken_on = models.DateField("提取日期")
    noted_by = KeptLink("roster.Staff", "登记人", related_name="+")
    noted_on = models.DateField("登记日期")
    words = models.UUIDField("名称、来源和证明内容")
    file = models.UUIDField("原始文件", null=True, blank=True)

    class Secrecy:
        open = ("position", "kind", "originality", "pages", "taken_on", "noted_on")
        work = ("id", "uid", "verification", "task", "taken_by", "noted_by")
        sealed = ("words", "file")

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        ordering = ["verification", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["verification", "position"], name="resolution_evidence_has_one_place"
            ),
            models.CheckConstraint(
                condition=Q(pages__gte=1),
                name="resolution_evidence_has_a_page",
                violation_error_message="页数（件数）至少是1。",
            ),
            models.CheckConstraint(
                condition=not_before("noted_on", "taken_on"),
                name="resolution_evidence_taken_before_noted",
                violation_error_message="提取日期不得晚于登记日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"证据{self.position}"


class Custody(OfVerification, KnownRow):
    """One pair of hands. The first row begins with the registration; each later one is offered and then taken, or
    refused with a reason.
    """

    evidence = KeptLink(Evidence, "证据", related_name="custodies")
    staff = KeptLink("roster.Staff", "保管人", related_name="custodies")
    state = models.CharField("状态", max_length=8, choices=CustodyState.choices)
    offered_by = KeptLink("roster.Staff", "移交人", related_name="+", null=True)
    offered_on = models.DateField("移交日期", null=True, blank=True)
    since_on = models.DateField("接收日期", null=True, blank=True)
    until_on = models.DateField("交出日期", null=True, blank=True)
    note = models.UUIDField("说明", null=True, blank=True)

    class Secrecy:
        open = ("state", "offered_on", "since_on", "until_on")
        work = ("id", "uid", "evidence", "staff", "offered_by")
        sealed = ("note",)

    class Meta:
        verbose_name = verbose_name_plural = "证据保管"
        ordering = ["evidence", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["evidence"],
                condition=Q(state=CustodyState.HELD),
                name="resolution_evidence_in_one_hand",
                violation_error_message="一份证据同时只由一人保管。",
            ),
            models.UniqueConstraint(
                fields=["evidence"],
                condition=Q(state=CustodyState.OFFERED),
                name="resolution_evidence_offered_once",
                violation_error_message="这份证据已经移交，正在等待接收。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[CustodyState.HELD, CustodyState.PASSED]) | Q(since_on__isnull=False),
                name="resolution_custody_held_since",
                violation_error_message="保管证据应当有接收日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evidence}：{self.staff}"

    @property
    def guarded_clue(self) -> models.Model:
        return self.evidence.verification.clue
