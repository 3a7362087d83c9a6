"""What is sealed: a data key of its own for each report, wrapped to whoever may open it."""

import uuid

from django.db import models
from django.db.models import Q

from yixian.toolkit.links import KeptLink
from yixian.vault.models.base import Opaque


class DataKey(Opaque):
    """Its id is the seal that other houses hold. The key itself exists only inside its wraps.

    ``context`` says for which table, row and field it was made and is bound into every ciphertext. ``watch``
    is the seal of the tokens by which outgoing papers are scanned for a reporter's identity. ``erased_on``
    marks a seal whose wraps were destroyed when retention ended: it can never be opened again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    context = models.CharField("所属", max_length=160)
    watch = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="watched", null=True, blank=True
    )
    erased_on = models.DateField("销毁日期", null=True, blank=True)

    class Secrecy:
        open = ("erased_on",)
        work = ("id", "context", "watch")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "数据密钥"


class DataKeyWrap(Opaque):
    """A data key wrapped to an organ, to a reporter, or to one person until a moment (an opened identity)."""

    data_key = models.ForeignKey(DataKey, on_delete=models.CASCADE, related_name="wraps")
    organ_key = KeptLink("vault.OrganKey", related_name="wraps", null=True)
    receipt = KeptLink("vault.Receipt", related_name="wraps", null=True)
    keyholder = KeptLink("vault.Keyholder", related_name="wraps", null=True)
    expires_at = models.DateTimeField("到期", null=True, blank=True)
    wrapped = models.BinaryField("加锁的数据密钥")

    class Secrecy:
        open = ("expires_at",)
        work = ("id", "data_key", "organ_key", "receipt", "keyholder")
        sealed = ("wrapped",)

    class Meta:
        verbose_name = verbose_name_plural = "数据密钥的加锁"
        constraints = [
            models.UniqueConstraint(fields=["data_key", "organ_key"], name="vault_wrap_once_an_organ_key"),
            models.UniqueConstraint(fields=["data_key", "receipt"], name="vault_wrap_once_a_receipt"),
            models.CheckConstraint(
                condition=Q(organ_key__isnull=False, receipt__isnull=True, keyholder__isnull=True)
                | Q(organ_key__isnull=True, receipt__isnull=False, keyholder__isnull=True)
                | Q(
                    organ_key__isnull=True,
                    receipt__isnull=True,
                    keyholder__isnull=False,
                    expires_at__isnull=False,
                ),
                name="vault_wrap_has_one_holder",
            ),
        ]


class SealedItem(Opaque):
    """One slot of a seal. A new version never overwrites an old one: there is no silent edit."""

    data_key = models.ForeignKey(DataKey, on_delete=models.CASCADE, related_name="items")
    slot = models.CharField("格", max_length=40)
    version = models.PositiveIntegerField("版本", default=1)
    ciphertext = models.BinaryField("密文")

    class Secrecy:
        open = ("slot", "version")
        work = ("id", "data_key")
        sealed = ("ciphertext",)

    class Meta:
        verbose_name = verbose_name_plural = "密文"
        constraints = [
            models.UniqueConstraint(fields=["data_key", "slot", "version"], name="vault_item_version_once")
        ]
