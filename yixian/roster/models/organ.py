"""机构和片区: the commissions, in a tree of two levels, and the areas in which townships help each other."""

from django.db import models
from django.db.models import Q

from yixian.roster.enums import OrganLevel
from yixian.toolkit.links import KeptLink


class Area(models.Model):
    """片区: townships of one county that handle each other's reports (片区联动交叉办理)."""

    name = models.CharField("片区名称", max_length=30)
    county = KeptLink("roster.Organ", "所属县级机构", related_name="areas")

    class Secrecy:
        open = ("name",)
        work = ("id", "county")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "片区"
        constraints = [
            models.UniqueConstraint(
                fields=["county", "name"],
                name="roster_area_named_once",
                violation_error_message="同一县内已有同名片区。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Organ(models.Model):
    """A commission. ``short_name`` is the stem of its document numbers: 青纪信 in 青纪信〔2026〕12号.

    ``address`` and ``window_url`` are what the office tells the public: at the window, on papers and on posters.
    The office keeps them itself; its hotline is reception's.
    """

    code = models.CharField("机构代码", max_length=20)
    name = models.CharField("机构名称", max_length=60)
    short_name = models.CharField("文号简称", max_length=12)
    level = models.CharField("层级", max_length=10, choices=OrganLevel.choices)
    parent = KeptLink("self", "上级机构", related_name="subordinates", null=True)
    area = KeptLink(Area, "片区", related_name="organs", null=True)
    address = models.CharField("接访地址", max_length=100, blank=True, default="")
    window_url = models.CharField("举报窗口网址", max_length=120, blank=True, default="")

    class Secrecy:
        open = ("code", "name", "short_name", "level", "address", "window_url")
        work = ("id", "parent", "area")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "机构"
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="roster_organ_coded_once",
                violation_error_message="这个机构代码已经使用。",
            ),
            models.CheckConstraint(
                condition=Q(level=OrganLevel.COUNTY, parent__isnull=True, area__isnull=True)
                | Q(level=OrganLevel.TOWNSHIP, parent__isnull=False),
                name="roster_organ_stands_in_the_tree",
                violation_error_message="乡镇（街道）纪委须写明上级机构；县级机构不填上级机构和片区。",
            ),
            models.CheckConstraint(
                condition=~Q(short_name=""),
                name="roster_organ_has_a_stem",
                violation_error_message="请填写文号简称，例如“青纪信”。",
            ),
        ]

    def __str__(self) -> str:
        return self.name
