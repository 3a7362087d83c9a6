"""谈话笔录: with whom, by which members, what was asked and answered; read back, signed or not with the reason."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import ReadBackWay
from yixian.resolution.enums import TalkSigned
from yixian.resolution.models.decided import OfVerification
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Talk(OfVerification, KnownRow):
    """``words`` has the slots person, post, place, why and talk. What was written is never rewritten: ``corrections``
    hold what was put right at the read-back, and a new talk that ``corrects`` this one what was put right later.
    """

    verification = KeptLink("resolution.Verification", "核实", related_name="talks")
    position = models.PositiveSmallIntegerField("次序")
    corrects = models.OneToOneField(
        "self",
        verbose_name="更正哪一份",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrected_by",
    )
    held_on = models.DateField("谈话日期")
    written_by = KeptLink("roster.Staff", "记录人", related_name="+")
    read_back = models.CharField(
        "核对方式", max_length=10, choices=ReadBackWay.choices, blank=True, default=""
    )
    read_back_on = models.DateField("核对日期", null=True, blank=True)
    signed_as = models.CharField("签名", max_length=9, choices=TalkSigned.choices, blank=True, default="")
    signed_on = models.DateField("签名日期", null=True, blank=True)
    words = models.UUIDField("笔录封存")
    corrections = models.UUIDField("核对时更正", null=True, blank=True)
    reason = models.UUIDField("不签名的原因", null=True, blank=True)

    class Secrecy:
        open = ("position", "held_on", "read_back", "read_back_on", "signed_as", "signed_on")
        work = ("id", "uid", "verification", "corrects", "written_by")
        sealed = ("words", "corrections", "reason")

    class Meta:
        verbose_name = verbose_name_plural = "谈话笔录"
        ordering = ["verification", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["verification", "position"], name="resolution_talk_has_one_place"
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(read_back_on__isnull=False),
                name="resolution_talk_read_back_before_signed",
                violation_error_message="笔录应当先宣读或者阅看，再签名。",
            ),
            models.CheckConstraint(
                condition=~Q(signed_as=TalkSigned.DECLINED) | Q(reason__isnull=False),
                name="resolution_talk_declined_with_reason",
                violation_error_message="拒绝签名的，应当写明原因。",
            ),
            models.CheckConstraint(
                condition=not_before("read_back_on", "held_on") & not_before("signed_on", "read_back_on"),
                name="resolution_talk_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"谈话笔录{self.position}"

    @property
    def stands(self) -> str:
        """Where it stands, in words."""
        if self.signed_on:
            return self.get_signed_as_display()
        return "已核对，待签名" if self.read_back_on else "待宣读或者阅看"


class TalkMember(OfVerification, models.Model):
    """A member who was there."""

    talk = KeptLink(Talk, "谈话笔录", related_name="members")
    staff = KeptLink("roster.Staff", "谈话人", related_name="+")

    class Secrecy:
        open = ()
        work = ("id", "talk", "staff")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "谈话人"
        ordering = ["talk", "id"]
        constraints = [
            models.UniqueConstraint(fields=["talk", "staff"], name="resolution_talk_member_once"),
        ]

    def __str__(self) -> str:
        return f"{self.talk}：{self.staff}"

    @property
    def guarded_clue(self) -> models.Model:
        return self.talk.verification.clue
