"""协作机关: an office of another installation with which sealed files are exchanged, as its card introduced it."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.protection.enums import PartnerRelation
from yixian.toolkit.conditions import all_or_none, not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Partner(KnownRow):
    """One card of one office. Nothing goes to it and nothing comes from it before somebody compared its fingerprint
    by telephone. Another card of the same office is another row of the same ``line``; the earlier one is retired.
    ``heard`` (with whom, on which number) is sealed: it is about a person.
    """

    organ = KeptLink("roster.Organ", "本机关", related_name="partners")
    line = models.UUIDField("同一机关", default=uuid.uuid4)
    name = models.CharField("机关名称", max_length=60)
    relation = models.CharField("关系", max_length=8, choices=PartnerRelation.choices)
    office_public = models.BinaryField("办公公钥", max_length=32)
    identity_public = models.BinaryField("身份公钥", max_length=32)
    signer_public = models.BinaryField("签名公钥", max_length=32)
    fingerprint = models.CharField("指纹", max_length=49)
    introduced_by = KeptLink("roster.Staff", "登记人", related_name="+")
    introduced_on = models.DateField("登记日期")
    confirmed_by = KeptLink("roster.Staff", "核对人", related_name="+", null=True)
    confirmed_on = models.DateField("核对日期", null=True, blank=True)
    heard = models.UUIDField("与谁核对", null=True, blank=True)
    retired_on = models.DateField("停用日期", null=True, blank=True)

    class Secrecy:
        open = ("name", "relation", "fingerprint", "introduced_on", "confirmed_on", "retired_on")
        work = (
            "id",
            "uid",
            "organ",
            "line",
            "office_public",
            "identity_public",
            "signer_public",
            "introduced_by",
            "confirmed_by",
        )
        sealed = ("heard",)

    class Meta:
        verbose_name = verbose_name_plural = "协作机关"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["line"],
                condition=Q(retired_on__isnull=True),
                name="protection_partner_one_card_in_use",
                violation_error_message="这个机关已有一张公钥卡在用。",
            ),
            models.UniqueConstraint(
                fields=["organ", "name"],
                condition=Q(retired_on__isnull=True),
                name="protection_partner_named_once",
                violation_error_message="已有同名的协作机关。",
            ),
            models.CheckConstraint(
                condition=all_or_none("confirmed_by", "confirmed_on", "heard")
                & not_before("confirmed_on", "introduced_on"),
                name="protection_partner_confirmed_whole",
                violation_error_message="核对须记明何人、何日、与谁核对。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def trail_subject(self) -> str:
        return f"protection.partner:{self.pk}"

    @property
    def is_in_use(self) -> bool:
        return self.confirmed_on is not None and self.retired_on is None
