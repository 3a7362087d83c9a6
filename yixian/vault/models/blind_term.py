"""A term of a sealed report, as eight keyed bytes: found again only by someone who holds the organ's key."""

from django.db import models

from yixian.vault.models.base import Opaque


class BlindTerm(Opaque):
    organ_ref = models.PositiveBigIntegerField("机构")
    record = models.UUIDField("记录")
    token = models.BinaryField("词的标记", max_length=8)

    class Secrecy:
        open = ()
        work = ("id", "organ_ref", "record")
        sealed = ("token",)

    class Meta:
        verbose_name = verbose_name_plural = "检索标记"
        indexes = [models.Index(fields=["organ_ref", "token"], name="vault_blind_term_found")]
        constraints = [
            models.UniqueConstraint(fields=["record", "token"], name="vault_blind_term_once_a_record")
        ]
