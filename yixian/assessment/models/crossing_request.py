"""提请交叉办理: a township says that a report is too near to it; the report moves to the county with the request."""

from django.db import models

from yixian.assessment.enums import CrossingGround
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class CrossingRequest(KnownRow):
    """``report`` is the county's row from that moment on; ``why`` is sealed to the county alone."""

    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="crossing_request"
    )
    township = KeptLink("roster.Organ", "提请的机关", related_name="+")
    ground = models.CharField("提请原因", max_length=10, choices=CrossingGround.choices)
    why = models.UUIDField("理由")
    asked_by = KeptLink("roster.Staff", "提请人", related_name="+")
    asked_on = models.DateField("提请日期")

    class Secrecy:
        open = ("ground", "asked_on")
        work = ("id", "uid", "report", "township", "asked_by")
        sealed = ("why",)

    class Meta:
        verbose_name = verbose_name_plural = "提请交叉办理"

    def __str__(self) -> str:
        return f"{self.township}提请交叉办理"
