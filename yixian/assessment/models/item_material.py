"""会诊材料: what the members read of a matter, held against the reporter before it is kept; a version a row."""

from django.db import models
from django.db.models import Q

from yixian.assessment.models.of_item import OfItem
from yixian.toolkit.conditions import all_or_none
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class ItemMaterial(OfItem, KnownRow):
    """Nothing is edited: the next version supersedes. The one that was issued is frozen with its item."""

    item = KeptLink("assessment.AgendaItem", "会诊议题", related_name="materials")
    version = models.PositiveSmallIntegerField("版本")
    text = models.UUIDField("材料")
    written_by = KeptLink("roster.Staff", "起草人", related_name="+")
    written_on = models.DateField("起草日期")
    is_current = models.BooleanField("现行", default=True)
    issued_by = KeptLink("roster.Staff", "审定人", related_name="+", null=True)
    issued_on = models.DateField("审定日期", null=True, blank=True)

    class Secrecy:
        open = ("version", "written_on", "is_current", "issued_on")
        work = ("id", "uid", "item", "written_by", "issued_by")
        sealed = ("text",)

    class Meta:
        verbose_name = verbose_name_plural = "会诊材料"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "version"],
                name="assessment_material_versioned",
                violation_error_message="这一版材料已经有了。",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(is_current=True),
                name="assessment_one_current_material",
                violation_error_message="一个议题只有一份现行的材料。",
            ),
            models.CheckConstraint(
                condition=all_or_none("issued_by", "issued_on"),
                name="assessment_material_issued_whole",
                violation_error_message="审定材料须记明何人、何日。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}材料第{self.version}版"
