"""The index of tokens: what came last, and the segments made of it. ``vault.index`` says why."""

from django.db import models

from yixian.vault.models.base import Opaque


class IndexTail(Opaque):
    """One record that stands in no segment yet; ``tokens`` are five keyed bytes each, side by side, in order."""

    organ_ref = models.PositiveBigIntegerField("机构")
    record = models.UUIDField("记录", unique=True)
    tokens = models.BinaryField("词的标记")

    class Secrecy:
        open = ()
        work = ("id", "organ_ref", "record")
        sealed = ("tokens",)

    class Meta:
        verbose_name = verbose_name_plural = "检索标记（最近）"
        indexes = [models.Index(fields=["organ_ref", "id"], name="vault_index_tail_of_organ")]


class IndexSegment(Opaque):
    """Written once. ``level`` grows with each merge, ``records`` is how many it numbers, ``tokens`` how many different
    ones it has, about, and ``bits`` how many upper bits of a token name its page.
    """

    organ_ref = models.PositiveBigIntegerField("机构", db_index=True)
    level = models.PositiveSmallIntegerField("层级")
    records = models.PositiveIntegerField("记录数")
    tokens = models.PositiveBigIntegerField("标记数")
    bits = models.PositiveSmallIntegerField("分页位数")

    class Secrecy:
        open = ("level", "records", "tokens", "bits")
        work = ("id", "organ_ref")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "检索分段"


class IndexPage(Opaque):
    """The tokens that begin alike, with the numbers of the records that hold them."""

    segment = models.ForeignKey(
        IndexSegment, models.CASCADE, verbose_name="分段", related_name="pages", db_index=False
    )
    bucket = models.PositiveIntegerField("页")
    data = models.BinaryField("词的标记")

    class Secrecy:
        open = ()
        work = ("id", "segment", "bucket")
        sealed = ("data",)

    class Meta:
        verbose_name = verbose_name_plural = "检索分页"
        constraints = [models.UniqueConstraint(fields=["segment", "bucket"], name="vault_index_page_once")]


class IndexRecords(Opaque):
    """Which record a number of the segment is: sixteen bytes each, zeros for one that is no more."""

    segment = models.ForeignKey(
        IndexSegment, models.CASCADE, verbose_name="分段", related_name="parts", db_index=False
    )
    part = models.PositiveIntegerField("部分")
    records = models.BinaryField("记录")

    class Secrecy:
        open = ()
        work = ("id", "segment", "part", "records")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "检索分段的记录"
        constraints = [models.UniqueConstraint(fields=["segment", "part"], name="vault_index_part_once")]
