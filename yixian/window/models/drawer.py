"""暂存匣: what one visitor has typed so far, or the code of an open mailbox, locked."""

from django.db import models


class Drawer(models.Model):
    """``until`` is a whole hour, so that no precise time is kept; the precise end is inside ``content``.

    ``in_use`` says that something was answered; when the room is full, drawers without an answer go first.
    ``tries`` counts the files that were handed in, removed ones and all: cleaning one costs work.
    """

    mark = models.BinaryField("标记", unique=True, max_length=32)
    content = models.BinaryField("暂存内容（已加密）")
    in_use = models.BooleanField("已填写", default=False)
    until = models.DateTimeField("清除时间")
    tries = models.PositiveSmallIntegerField("已收材料次数", default=0)

    class Secrecy:
        open = ("in_use", "until", "tries")
        work = ("id",)
        sealed = ("mark", "content")

    class Meta:
        verbose_name = verbose_name_plural = "暂存匣"
        indexes = [models.Index(fields=["in_use", "until"], name="window_drawer_to_clear")]

    def __str__(self) -> str:
        return "暂存匣"
