"""督办、催办: a superior asks after what it passed down, by letter, with a day by which it is answered."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import SupervisionKind, SupervisionState, SupervisionWay
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow

S = SupervisionState


class Supervision(KnownRow):
    """The letter, the answer and why an answer was sent back are sealed to both offices. An answer that is given anew
    is a next version of the same seal: the earlier ones stay. What a partner answers comes by a sealed file, and of its
    people none is known here: then ``answered_by`` stays empty.
    """

    transfer = KeptLink("assessment.Transfer", "转办交办", related_name="supervisions")
    kind = models.CharField("种类", max_length=6, choices=SupervisionKind.choices)
    way = models.CharField("方式", max_length=10, choices=SupervisionWay.choices)
    state = models.CharField("状态", max_length=8, choices=S.choices, default=S.ISSUED)
    letter_number = models.CharField("文号", max_length=40)
    letter = models.UUIDField("督办函")
    issued_by = KeptLink("roster.Staff", "发出人", related_name="+")
    issued_on = models.DateField("发出日期")
    due_on = models.DateField("答复期限")
    answer = models.UUIDField("答复", null=True, blank=True)
    answered_by = KeptLink("roster.Staff", "答复人", related_name="+", null=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    complaint = models.UUIDField("退回理由", null=True, blank=True)
    decided_by = KeptLink("roster.Staff", "审定人", related_name="+", null=True)
    decided_on = models.DateField("审定日期", null=True, blank=True)

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
        work = ("id", "uid", "transfer", "issued_by", "answered_by", "decided_by")
        sealed = ("letter", "answer", "complaint")

    class Meta:
        verbose_name = verbose_name_plural = "督办催办"
        ordering = ["issued_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=not_before("due_on", "issued_on"),
                name="assessment_supervision_due_later",
                violation_error_message="答复期限不得早于发出日期。",
            ),
            models.CheckConstraint(
                condition=all_or_none("answer", "answered_on")
                & (Q(answered_by__isnull=True) | Q(answer__isnull=False)),
                name="assessment_supervision_answered_whole",
                violation_error_message="答复须有内容和日期。",
            ),
            models.CheckConstraint(
                condition=Q(state=S.ISSUED) | Q(answer__isnull=False),
                name="assessment_supervision_answer_first",
                violation_error_message="有了答复才能审定。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.letter_number}"

    @property
    def organ_id(self) -> int:
        return self.transfer.organ_id

    @property
    def to_organ_id(self) -> int | None:
        return self.transfer.to_organ_id

    @property
    def copy_id(self) -> object:
        return self.transfer.copy_id

    @property
    def trail_subject(self) -> str:
        return f"assessment.supervision:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return self.transfer.reported_tokens()

    def recusal_subjects(self) -> frozenset[str]:
        return self.transfer.recusal_subjects()

    def handler_ids(self) -> frozenset[int]:
        return self.transfer.handler_ids()

    @property
    def awaits_answer(self) -> bool:
        """Whether the receiver owes an answer, or a better one."""
        return self.state in (S.ISSUED, S.RETURNED)
