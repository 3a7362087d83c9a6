"""来信封面: what the cover of a letter says of its way. Whatever leads to the sender is not here.

Sender, place of the postmark and number of a registered letter would find whoever wrote: they are sealed with the
identity, and of an anonymous letter they are not kept at all (检控规则 30).
"""

from django.db import models

from yixian.reception.enums import Delivery
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class LetterCover(models.Model):
    """``postmarked_on`` is the day of the postmark; ``signed_for_on`` that on which the office signed for it."""

    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="cover"
    )
    delivery = models.CharField("送达方式", max_length=10, choices=Delivery.choices)
    postmarked_on = models.DateField("邮戳日期", null=True, blank=True)
    signed_for_on = models.DateField("签收日期", null=True, blank=True)
    noted_by = KeptLink("roster.Staff", "登记人", related_name="covers_noted")

    class Secrecy:
        open = ("delivery", "postmarked_on", "signed_for_on")
        work = ("id", "report", "noted_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "来信封面"
        constraints = [
            models.CheckConstraint(
                condition=not_before("signed_for_on", "postmarked_on"),
                name="reception_cover_signed_for_after_postmark",
                violation_error_message="签收日期不得早于邮戳日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.get_delivery_display()
