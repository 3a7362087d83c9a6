"""A member of staff as a holder of keys: one key pair, its private part under the pass phrase."""

from django.db import models

from yixian.vault.models.base import Opaque


class Keyholder(Opaque):
    """Log-in is a successful unwrap of ``wrapped_private``; there is no password hash besides.

    ``staff_ref`` is the id of the account, without a relation: nothing points in here and nothing out.
    """

    staff_ref = models.PositiveBigIntegerField("账号", unique=True)
    public = models.BinaryField("公钥", max_length=32)
    wrapped_private = models.BinaryField("加锁的私钥")
    salt = models.BinaryField("盐", max_length=16)
    cost = models.CharField("派生代价", max_length=40)
    must_change = models.BooleanField("须更换口令", default=True)

    class Secrecy:
        open = ("must_change",)
        work = ("id", "staff_ref", "public", "salt", "cost")
        sealed = ("wrapped_private",)

    class Meta:
        verbose_name = verbose_name_plural = "持钥人"
