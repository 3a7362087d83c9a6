"""What every row of the cabinet has in common: it says its number and nothing more."""

from django.db import models


class Opaque(models.Model):
    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.label_lower}:{self.pk}"
