"""参会单位: who is invited to a consultation, for which unit, with which letter, and whether they came."""

from django.db import models
from django.db.models import Q

from yixian.assessment.enums import Attendance, Seat
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Invitee(KnownRow):
    """A colleague with an account, or a guest of a unit, who gets everything on paper. The letter is sealed."""

    consultation = KeptLink("assessment.Consultation", "联席会诊", related_name="invitees")
    seat = models.CharField("身份", max_length=10, choices=Seat.choices, default=Seat.MEMBER)
    staff = KeptLink("roster.Staff", "账号", related_name="+", null=True)
    unit = KeptLink("roster.Unit", "名册单位", related_name="+", null=True)
    unit_name = models.CharField("单位", max_length=60)
    name = models.CharField("姓名", max_length=30)
    letter_number = models.CharField("文号", max_length=40, blank=True, default="")
    letter = models.UUIDField("通知", null=True, blank=True)
    attendance = models.CharField(
        "到会", max_length=10, choices=Attendance.choices, default=Attendance.UNTOLD
    )

    class Secrecy:
        open = ("seat", "letter_number", "attendance")
        work = ("id", "uid", "consultation", "staff", "unit", "unit_name", "name")
        sealed = ("letter",)

    class Meta:
        verbose_name = verbose_name_plural = "参会单位"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "staff"],
                condition=Q(staff__isnull=False),
                name="assessment_invited_once",
                violation_error_message="这个人已经在参会名单里。",
            ),
            models.UniqueConstraint(
                fields=["consultation", "unit_name", "name"],
                name="assessment_guest_invited_once",
                violation_error_message="这个单位的这个人已经在参会名单里。",
            ),
            models.CheckConstraint(
                condition=(Q(letter__isnull=True, letter_number=""))
                | (Q(letter__isnull=False) & ~Q(letter_number="")),
                name="assessment_invitation_numbered",
                violation_error_message="发出的通知须有文号。",
            ),
            models.CheckConstraint(
                condition=Q(seat=Seat.MEMBER) | Q(staff__isnull=False),
                name="assessment_bench_has_account",
                violation_error_message="主持人、副主持人须是本机关有账号的人员。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_name} {self.name}"

    @property
    def organ_id(self) -> int:
        return self.consultation.organ_id

    @property
    def trail_subject(self) -> str:
        return f"assessment.invitee:{self.pk}"

    def reported_tokens(self) -> frozenset[bytes]:
        return frozenset()

    def handler_ids(self) -> frozenset[int]:
        return frozenset()

    def bench_ids(self) -> frozenset[int]:
        return self.consultation.bench_ids()

    @property
    def is_head(self) -> bool:
        return self.seat != Seat.MEMBER

    @property
    def is_present(self) -> bool:
        return self.attendance == Attendance.PRESENT
