"""听写稿: what a message on the machine says, in writing, so that it need not be played again and again."""

from django.db import models

from yixian.toolkit.links import KeptLink


class Transcript(models.Model):
    """One for each recording; ``words`` has the slot text, and each writing is a next version under the seal."""

    attachment = models.OneToOneField(
        "reception.Attachment", verbose_name="录音", on_delete=models.PROTECT, related_name="transcript"
    )
    written_on = models.DateField("听写日期")
    written_by = KeptLink("roster.Staff", "听写人", related_name="transcripts")
    words = models.UUIDField("听写封存")

    class Secrecy:
        open = ("written_on",)
        work = ("id", "attachment", "written_by")
        sealed = ("words",)

    class Meta:
        verbose_name = verbose_name_plural = "听写稿"

    def __str__(self) -> str:
        return f"听写稿（{self.written_on}）"
