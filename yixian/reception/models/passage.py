"""转到哪里了: what whoever reported may know of a report that was passed on: with whom it is, and nothing of why."""

from django.db import models

from yixian.reception.enums import PassageState


class Passage(models.Model):
    """Later work says where it stands; the mailbox reads it while the report is passed on."""

    report = models.OneToOneField(
        "reception.Report", verbose_name="来件", on_delete=models.PROTECT, related_name="passage"
    )
    state = models.CharField("到了哪里", max_length=10, choices=PassageState.choices)
    since_on = models.DateField("从哪天起")

    class Secrecy:
        open = ("state", "since_on")
        work = ("id", "report")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "转出去向"

    def __str__(self) -> str:
        return f"{self.report}：{self.get_state_display()}"
