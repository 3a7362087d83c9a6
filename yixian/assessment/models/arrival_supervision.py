"""督办、催办 that came by a sealed file, and the answer that goes back with the receipt."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import SupervisionKind, SupervisionState, SupervisionWay
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow

S = SupervisionState


class ArrivalSupervision(KnownRow):
    """The receiver's side of a ``Supervision`` whose other side stands in another database. ``sent_as`` is what that
    one calls it; ``decided_on`` when the sender last said what it thinks of the answer.
    """

    arrival = KeptLink("assessment.Arrival", "加封文件转来的件", related_name="supervisions")
    sent_as = models.UUIDField("对方的标识", unique=True)
    kind = models.CharField("种类", max_length=6, choices=SupervisionKind.choices)
    way = models.CharField("方式", max_length=10, choices=SupervisionWay.choices)
    state = models.CharField("状态", max_length=8, choices=S.choices, default=S.ISSUED)
    letter_number = models.CharField("文号", max_length=40)
    letter = models.UUIDField("督办函")
    issued_on = models.DateField("发出日期")
    due_on = models.DateField("答复期限")
    answer = models.UUIDField("答复", null=True, blank=True)
    answered_by = KeptLink("roster.Staff", "答复人", related_name="+", null=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    complaint = models.UUIDField("退回理由", null=True, blank=True)
    decided_on = models.DateField("对方审定日期", null=True, blank=True)

    class Secrecy:
        open = (
            "kind",
            "way",
            "state",
            "letter_number",
            "issued_on",
            "due_on",
            "answered_on",
            "decided_on",
        )
        work = ("id", "uid", "arrival", "sent_as", "answered_by")
        sealed = ("letter", "answer", "complaint")

    class Meta:
        verbose_name = verbose_name_plural = "加封文件督办催办"
        ordering = ["issued_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=all_or_none("answer", "answered_by", "answered_on"),
                name="assessment_arrival_asked_answered_whole",
                violation_error_message="答复须有内容、答复人和日期。",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(S.ISSUED, S.SETTLED)) | Q(answer__isnull=False),
                name="assessment_arrival_asked_answer_first",
                violation_error_message="有了答复才能审定。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.letter_number}"

    @property
    def organ_id(self) -> int:
        return self.arrival.organ_id

    @property
    def trail_subject(self) -> str:
        return f"assessment.arrivalsupervision:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.arrival.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        return self.arrival.recusal_subjects()

    def handler_ids(self) -> frozenset[int]:
        return self.arrival.handler_ids()

    @property
    def awaits_answer(self) -> bool:
        """Whether this office owes an answer, or a better one."""
        return self.state in (S.ISSUED, S.RETURNED)
