"""The keys of an organ, who holds which, and the recovery key that was printed at set-up."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.toolkit.conditions import either
from yixian.toolkit.links import KeptLink
from yixian.vault.enums import Part, Purpose
from yixian.vault.models.base import Opaque


class OrganKey(Opaque):
    """One version of one key of one organ. Revocation retires it and makes the next."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ_ref = models.PositiveBigIntegerField("机构")
    purpose = models.CharField("用途", max_length=10, choices=Purpose.choices)
    version = models.PositiveIntegerField("版本")
    public = models.BinaryField("公钥", max_length=32)
    retired_on = models.DateField("停用日期", null=True, blank=True)

    class Secrecy:
        open = ("purpose", "version", "retired_on")
        work = ("id", "organ_ref", "public")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "机构密钥"
        constraints = [
            models.UniqueConstraint(
                fields=["organ_ref", "purpose", "version"], name="vault_organ_key_version_once"
            ),
            models.UniqueConstraint(
                fields=["organ_ref", "purpose"],
                condition=Q(retired_on__isnull=True),
                name="vault_one_organ_key_in_use",
            ),
        ]


class Recovery(Opaque):
    """The public part of the key whose private part exists on paper only, in two halves."""

    organ_ref = models.PositiveBigIntegerField("机构", unique=True)
    public = models.BinaryField("公钥", max_length=32)

    class Secrecy:
        open = ()
        work = ("id", "organ_ref", "public")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "恢复密钥"


class KeyShare(Opaque):
    """An organ key's private part, or its guard part, wrapped to one holder or to the recovery key."""

    organ_key = KeptLink(OrganKey, related_name="shares")
    keyholder = KeptLink("vault.Keyholder", related_name="shares", null=True)
    recovery = KeptLink(Recovery, related_name="shares", null=True)
    part = models.CharField("份额", max_length=6, choices=Part.choices)
    wrapped = models.BinaryField("加锁的私钥")

    class Secrecy:
        open = ("part",)
        work = ("id", "organ_key", "keyholder", "recovery")
        sealed = ("wrapped",)

    class Meta:
        verbose_name = verbose_name_plural = "密钥份额"
        constraints = [
            models.UniqueConstraint(
                fields=["organ_key", "keyholder", "part"], name="vault_share_once_a_holder"
            ),
            models.CheckConstraint(
                condition=either("keyholder", "recovery"),
                name="vault_share_has_one_holder",
            ),
        ]
