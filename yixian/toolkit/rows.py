"""Rows whose identity is known before they are saved, so that a sealed text can be bound to its row."""

import uuid

from django.db import models


class KnownRow(models.Model):
    """``uid`` names the row in the context of its seals; ``id`` still says in which order rows came."""

    uid = models.UUIDField("标识", default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
