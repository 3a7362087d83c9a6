"""暂存材料: a file that was handed in and not sent yet, locked like the drawer in which it waits."""

from django.db import models


class DrawerFile(models.Model):
    """``label`` (name and kind) and ``content`` open with the secret of the drawer's cookie alone. ``size`` counts
    against the room that strangers may take.
    """

    drawer = models.ForeignKey(
        "window.Drawer", verbose_name="暂存匣", on_delete=models.CASCADE, related_name="files"
    )
    position = models.PositiveSmallIntegerField("次序")
    size = models.PositiveIntegerField("字节数")
    label = models.BinaryField("名称和类别（已加密）")
    content = models.BinaryField("内容（已加密）")

    class Secrecy:
        open = ("size",)
        work = ("id", "drawer", "position")
        sealed = ("label", "content")

    class Meta:
        verbose_name = verbose_name_plural = "暂存材料"
        ordering = ["drawer", "position"]
        constraints = [
            models.UniqueConstraint(fields=["drawer", "position"], name="window_drawer_file_has_one_place"),
        ]

    def __str__(self) -> str:
        return "暂存材料"
