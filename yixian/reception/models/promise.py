"""双方承诺书: what the office and a first reporter promise each other, with a clock like a statutory one."""

from django.db import models

from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink


class Promise(models.Model):
    """The paper itself is ``notice``, whose seal holds both sides' words; this row ties it to its clock."""

    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="promise"
    )
    clock = models.OneToOneField(
        "reception.Clock", verbose_name="期限", on_delete=models.PROTECT, related_name="promise"
    )
    notice = models.OneToOneField(
        "reception.Notice", verbose_name="文书", on_delete=models.PROTECT, related_name="promise"
    )
    made_on = models.DateField("签订日期")
    made_by = KeptLink("roster.Staff", "承诺人", related_name="promises")
    signed_on = models.DateField("双方签名日期", null=True, blank=True)

    class Secrecy:
        open = ("made_on", "signed_on")
        work = ("id", "report", "clock", "notice", "made_by")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "双方承诺书"
        constraints = [
            models.CheckConstraint(
                condition=not_before("signed_on", "made_on"), name="reception_promise_signed_after_made"
            ),
        ]

    def __str__(self) -> str:
        return f"双方承诺书（{self.made_on}）"
