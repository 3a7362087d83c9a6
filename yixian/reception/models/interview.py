"""来访笔录: what was said, in sections, read back and stood by. Once signed it is final; more is a supplement."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.reception.enums import ReadBackWay, SignedAs
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class Interview(models.Model):
    """``position`` 1 is the record, each later one a supplement with its own read-back. ``words`` has a slot for
    each section and ``talk`` for questions and answers; ``corrections`` and ``reason`` have the slot text.
    ``signature`` is kept with the identity, because a name can be read in it: a flat picture, and nothing of how it
    was drawn.
    """

    report = KeptLink("reception.Report", "来件", related_name="interviews")
    position = models.PositiveSmallIntegerField("次序")
    written_on = models.DateField("记录日期")
    written_by = KeptLink("roster.Staff", "记录人", related_name="interviews_written")
    read_back = models.CharField(
        "核对方式", max_length=10, choices=ReadBackWay.choices, blank=True, default=""
    )
    read_back_on = models.DateField("核对日期", null=True, blank=True)
    signed_as = models.CharField("签名", max_length=9, choices=SignedAs.choices, blank=True, default="")
    signed_on = models.DateField("签名日期", null=True, blank=True)
    signature = KeptLink("reception.Attachment", "签名", related_name="signed_interviews", null=True)
    words = models.UUIDField("笔录封存")
    corrections = models.UUIDField("更正封存", null=True, blank=True)
    reason = models.UUIDField("不签名的原因封存", null=True, blank=True)

    class Secrecy:
        open = ("position", "written_on", "read_back", "read_back_on", "signed_as", "signed_on")
        work = ("id", "report", "written_by", "signature")
        sealed = ("words", "corrections", "reason")

    class Meta:
        verbose_name = verbose_name_plural = "来访笔录"
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="reception_interview_has_one_place"),
            models.CheckConstraint(
                condition=Q(read_back="", read_back_on__isnull=True)
                | (~Q(read_back="") & Q(read_back_on__isnull=False)),
                name="reception_interview_read_back_on_a_day",
                violation_error_message="核对笔录应当同时写明方式和日期。",
            ),
            models.CheckConstraint(
                condition=Q(signed_as="", signed_on__isnull=True)
                | (~Q(signed_as="") & Q(signed_on__isnull=False) & Q(read_back_on__isnull=False)),
                name="reception_interview_read_back_before_signed",
                violation_error_message="笔录应当先宣读或者阅看，再签名。",
            ),
            models.CheckConstraint(
                condition=~Q(signed_as=SignedAs.PEN) | Q(signature__isnull=False),
                name="reception_interview_pen_leaves_a_stroke",
                violation_error_message="在屏幕上签名的，应当保存签名。",
            ),
            models.CheckConstraint(
                condition=not_before("read_back_on", "written_on"),
                name="reception_interview_read_back_after_written",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        return "来访笔录" if self.position == 1 else f"补充笔录（{self.position - 1}）"

    @property
    def is_final(self) -> bool:
        return self.signed_on is not None

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        if self.is_final:
            return self.get_signed_as_display()
        return "已核对，待签名" if self.read_back_on else "待宣读或者阅看"

    def office_seals(self) -> tuple[uuid.UUID | None, ...]:
        """What is sealed under the office key, and goes along with its report."""
        return self.words, self.corrections, self.reason

    @property
    def trail_subject(self) -> str:
        return f"reception.interview:{self.pk}"
