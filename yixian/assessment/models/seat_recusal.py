"""议题回避: a member who stays away from one item: neither sees it nor is counted for it."""

from django.db import models

from yixian.assessment.enums import SeatRecusalOrigin
from yixian.assessment.models.of_item import OfItem
from yixian.regulations.recusal import RecusalGround
from yixian.toolkit.links import KeptLink


class SeatRecusal(OfItem, models.Model):
    """The ground is for the bench alone; papers say only who stayed away."""

    item = KeptLink("assessment.AgendaItem", "会诊议题", related_name="recusals")
    invitee = KeptLink("assessment.Invitee", "参会单位", related_name="recusals")
    ground = models.CharField("事由", max_length=14, choices=RecusalGround.choices())
    origin = models.CharField("提出方式", max_length=10, choices=SeatRecusalOrigin.choices)
    raised_by = KeptLink("roster.Staff", "登记人", related_name="+")
    raised_on = models.DateField("登记日期")

    class Secrecy:
        open = ("ground", "origin", "raised_on")
        work = ("id", "item", "invitee", "raised_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "议题回避"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "invitee"],
                name="assessment_seat_recused_once",
                violation_error_message="对这个议题已经回避。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitee}回避{self.item}"
