"""A reporter's code, as the office keeps it: what the code hashes to, and the public key it derives."""

import uuid

from django.db import models

from yixian.vault.models.base import Opaque


class Receipt(Opaque):
    """Neither the code nor the private key is kept. No time is kept either."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lookup = models.BinaryField("查询码摘要", max_length=32, unique=True)
    public = models.BinaryField("公钥", max_length=32)

    class Secrecy:
        open = ()
        work = ("id", "public")
        sealed = ("lookup",)

    class Meta:
        verbose_name = verbose_name_plural = "查询码"


class CodeSalt(Opaque):
    """The one salt of this installation's codes: a table of guesses made elsewhere is worthless here.

    The cost stands beside it, since every code must be stretched alike to be found again.
    """

    salt = models.BinaryField("盐", max_length=16)
    cost = models.CharField("派生代价", max_length=40)

    class Secrecy:
        open = ()
        work = ("id", "salt", "cost")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "查询码的盐"
