"""The words of the cabinet: what an organ's key is for, and how much of it someone holds."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """Two keys an organ: what is reported, and who reported it. Different people hold them."""

    OFFICE = "office", "办公密钥"
    IDENTITY = "identity", "身份密钥"


class Part(TextChoices):
    """Whole: opens seals. Guard: only makes the tokens by which recusal is checked, and opens nothing."""

    WHOLE = "whole", "全部"
    GUARD = "guard", "回避比对"
