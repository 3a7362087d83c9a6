"""档案鉴定销毁: the list, the files on it, what two people said of each, and who watched their destruction."""

from django.db import models
from django.db.models import Q

from yixian.regulations.archiving import Retention
from yixian.resolution.enums import AppraisalOpinion, DestructionState, ListedState, StayReason
from yixian.resolution.models.closing import ArchiveFile
from yixian.toolkit.conditions import all_or_none, not_before, unlike
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow

S, L = DestructionState, ListedState
OPEN = (S.REVIEWING, S.REVIEWED, S.APPROVED)


class DestructionList(KnownRow):
    """销毁清册. Whoever drew it up neither appraises nor approves; ``note`` is why it was returned."""

    organ = KeptLink("roster.Organ", "机构", related_name="+")
    number = models.CharField("清册编号", max_length=40)
    state = models.CharField("状态", max_length=10, choices=S.choices, default=S.REVIEWING)
    drawn_by = KeptLink("roster.Staff", "编制人", related_name="+")
    drawn_on = models.DateField("编制日期")
    decided_by = KeptLink("roster.Staff", "审批人", related_name="+", null=True)
    decided_on = models.DateField("审批日期", null=True, blank=True)
    note = models.UUIDField("退回的理由", null=True, blank=True)
    executed_by = KeptLink("roster.Staff", "执行人", related_name="+", null=True)
    executed_on = models.DateField("销毁日期", null=True, blank=True)

    class Secrecy:
        open = ("number", "state", "drawn_on", "decided_on", "executed_on")
        work = ("id", "uid", "organ", "drawn_by", "decided_by", "executed_by")
        sealed = ("note",)
        outlasts = ("note",)

    class Meta:
        verbose_name = verbose_name_plural = "销毁清册"
        ordering = ["-drawn_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "number"], name="resolution_destruction_number_once"),
            models.CheckConstraint(
                condition=all_or_none("decided_by", "decided_on")
                & all_or_none("executed_by", "executed_on")
                & (~Q(state__in=(S.APPROVED, S.DONE, S.ALL_KEPT)) | Q(decided_by__isnull=False)),
                name="resolution_destruction_decided_whole",
                violation_error_message="审批和执行须记明何人、何日。",
            ),
            models.CheckConstraint(
                condition=Q(state=S.RETURNED) | unlike("decided_by", "drawn_by"),
                name="resolution_destruction_by_another",
                violation_error_message="销毁清册须由编制人以外的人批准。",
            ),
            models.CheckConstraint(
                condition=not_before("executed_on", "decided_on"),
                name="resolution_destruction_after_approval",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def trail_subject(self) -> str:
        return f"resolution.destructionlist:{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def reported_tokens(self) -> frozenset[bytes]:
        """Everyone reported in any file of the list: none of them, nor their near ones, ever meets it."""
        people = "file__matter__links__report__people__"
        rows = self.files.order_by().values_list(f"{people}cadre_token", f"{people}unit_token")
        return frozenset(bytes(token) for row in rows for token in row if token is not None)

    def recusal_subjects(self) -> frozenset[str]:
        """As of a matter: each of its matters, and each report that stands in one of them."""
        standing = self.files.filter(file__matter__links__unlinked_on__isnull=True).order_by()
        rows = standing.values_list("file__matter", "file__matter__links__report")
        return frozenset(
            name
            for matter, report in rows
            for name in (f"assessment.matter:{matter}", f"reception.report:{report}")
        )

    def handler_ids(self) -> frozenset[int]:
        return frozenset({self.drawn_by_id})

    def reviewer_ids(self) -> frozenset[int]:
        rows = Appraisal.objects.filter(listed__listing=self)
        return frozenset(rows.order_by().values_list("reviewer", flat=True))

    def witness_ids(self) -> frozenset[int]:
        return frozenset(self.witnesses.order_by("pk").values_list("staff", flat=True))


class ListedFile(KnownRow):
    """One file as it stood when the list was drawn up. ``reason`` is why the drafter left it out; ``proposed`` the
    years for which a reviewer would keep it, by which it was extended; empty for ever.
    """

    listing = KeptLink(DestructionList, "清册", related_name="files")
    position = models.PositiveIntegerField("顺序号")
    file = KeptLink(ArchiveFile, "卷宗", related_name="listings")
    title = models.UUIDField("题名")
    reason = models.UUIDField("没有列入的理由", null=True, blank=True)
    retention = models.CharField("保管期限", max_length=14, choices=Retention.choices())
    kept_until = models.DateField("到期日")
    year = models.PositiveSmallIntegerField("年度")
    papers = models.PositiveIntegerField("件数")
    pages = models.PositiveIntegerField("页数")
    state = models.CharField("状态", max_length=10, choices=L.choices, default=L.WAITING)
    stayed_because = models.CharField(
        "没有销毁的原因", max_length=10, choices=StayReason.choices, blank=True, default=""
    )
    seals = models.PositiveIntegerField("销毁的密文数", default=0)

    class Secrecy:
        open = (
            "position",
            "retention",
            "kept_until",
            "year",
            "papers",
            "pages",
            "state",
            "stayed_because",
            "seals",
        )
        work = ("id", "uid", "listing", "file")
        sealed = ("title", "reason")
        outlasts = ("title", "reason")

    class Meta:
        verbose_name = verbose_name_plural = "清册所列卷宗"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "file"], name="resolution_listed_once"),
            models.UniqueConstraint(
                fields=["file"],
                condition=Q(state__in=(L.WAITING, L.AGREED)),
                name="resolution_on_one_open_list",
                violation_error_message="这一卷已经列入另一份没有办完的销毁清册。",
            ),
            models.CheckConstraint(
                condition=Q(state=L.STAYED) ^ Q(stayed_because=""),
                name="resolution_stayed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=L.LEFT_OUT) | Q(reason__isnull=False),
                name="resolution_left_out_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.listing}第{self.position}卷"


class Appraisal(KnownRow):
    """What one reviewer says of one file, before seeing what the other says. ``years`` is empty for ever."""

    listed = KeptLink(ListedFile, "清册所列卷宗", related_name="appraisals")
    reviewer = KeptLink("roster.Staff", "鉴定人", related_name="+")
    opinion = models.CharField("意见", max_length=10, choices=AppraisalOpinion.choices)
    years = models.PositiveSmallIntegerField("继续保存几年", null=True, blank=True)
    reason = models.UUIDField("理由", null=True, blank=True)
    given_on = models.DateField("鉴定日期")

    class Secrecy:
        open = ("opinion", "years", "given_on")
        work = ("id", "uid", "listed", "reviewer")
        sealed = ("reason",)
        outlasts = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "鉴定意见"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["listed", "reviewer"],
                name="resolution_appraised_once",
                violation_error_message="这份清册您已经鉴定过。",
            ),
            models.CheckConstraint(
                condition=Q(opinion=AppraisalOpinion.DESTROY, years__isnull=True)
                | Q(opinion=AppraisalOpinion.KEEP, reason__isnull=False),
                name="resolution_kept_with_a_reason",
                violation_error_message="继续保存的，须写明理由。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.listed}：{self.get_opinion_display()}"


class Witness(KnownRow):
    """监销人, by their own account: on that day they stood by."""

    listing = KeptLink(DestructionList, "清册", related_name="witnesses")
    staff = KeptLink("roster.Staff", "监销人", related_name="+")
    came_on = models.DateField("到场日期")

    class Secrecy:
        open = ("came_on",)
        work = ("id", "uid", "listing", "staff")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "监销人"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "staff", "came_on"],
                name="resolution_witness_once_a_day",
                violation_error_message="您今天已经登记到场。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.listing}：{self.staff}"
