"""信箱: what passes between the office and a reporter, sealed to both; a date and no time."""

from django.db import models
from django.db.models import Q

from yixian.reception.enums import Direction, MessageKind
from yixian.toolkit.links import KeptLink


class Message(models.Model):
    """``content`` holds the slot text, wrapped to the office and to the reporter's receipt.

    ``answers`` is the question of the office to which this is the reporter's answer.
    """

    report = KeptLink("reception.Report", "来件", related_name="messages")
    direction = models.CharField("方向", max_length=14, choices=Direction.choices)
    kind = models.CharField("类别", max_length=12, choices=MessageKind.choices)
    sent_on = models.DateField("日期")
    sent_by = KeptLink("roster.Staff", "发信人", related_name="messages_to_reporters", null=True)
    read_on = models.DateField("阅读日期", null=True, blank=True)
    answers = KeptLink("self", "所答的询问", related_name="replies", null=True)
    content = models.UUIDField("内容封存")

    class Secrecy:
        open = ("direction", "kind", "sent_on", "read_on")
        work = ("id", "report", "sent_by", "answers")
        sealed = ("content",)

    class Meta:
        verbose_name = verbose_name_plural = "信件往来"
        ordering = ["sent_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(direction=Direction.TO_REPORTER, sent_by__isnull=False)
                | Q(direction=Direction.FROM_REPORTER, sent_by__isnull=True),
                name="reception_message_signed_by_the_office_only",
                violation_error_message="致举报人的信件应当写明发信人；举报人来信没有发信人。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()}：{self.get_kind_display()}"
