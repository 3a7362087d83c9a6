"""One entry of the trail: append-only, without content, chained to the entry before it."""

import hashlib
import json
from datetime import UTC
from typing import Any

from django.db import models

from yixian.trail.enums import Outcome

GENESIS = "0" * 64
"""What the first entry names as its predecessor."""


class AppendOnly(TypeError):
    """Someone's code tried to change or remove an entry."""


class EntryQuerySet(models.QuerySet["Entry"]):
    """Reading only: every way to change rows in bulk is closed."""

    def update(self, **values: Any) -> int:
        raise AppendOnly("entries of the trail are never changed")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AppendOnly("entries of the trail are never removed")

    def bulk_create(self, *args: Any, **kwargs: Any) -> list["Entry"]:
        raise AppendOnly("entries of the trail are chained one by one")

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise AppendOnly("entries of the trail are never changed")


class Entry(models.Model):
    """Who (``staff:12``, ``reporter``, ``public``, ``system``), which act, on which record, how it ended.

    ``organ`` is the actor's organ, if any. ``why`` is a key of an enumerated reason, never free text. For
    people outside the office ``at`` is rounded down to the hour, so that nobody can be found by the minute.
    """

    seq = models.PositiveBigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间", db_index=True)
    actor = models.CharField("何人", max_length=40, db_index=True)
    organ = models.PositiveBigIntegerField("机构", null=True)
    act = models.CharField("何事", max_length=60, db_index=True)
    subject = models.CharField("对何记录", max_length=160, blank=True, db_index=True)
    outcome = models.CharField("结果", max_length=8, choices=Outcome.choices)
    why = models.CharField("缘由", max_length=60, blank=True)
    prev = models.CharField("前一条的摘要", max_length=64)
    hash = models.CharField("摘要", max_length=64)

    objects = EntryQuerySet.as_manager()

    class Secrecy:
        open = ("at", "act", "outcome", "why")
        work = ("seq", "actor", "organ", "subject", "prev", "hash")
        sealed = ()

    class Meta:
        verbose_name = verbose_name_plural = "留痕"
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.actor} {self.act} {self.outcome}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("entries of the trail are never changed")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnly("entries of the trail are never removed")

    def digest(self, *, seq: int | None = None) -> str:
        """SHA-256 over every field; ``seq`` asks what it would be at another place in the chain."""
        facts = [
            self.seq if seq is None else seq,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.actor,
            self.organ,
            self.act,
            self.subject,
            self.outcome,
            self.why,
            self.prev,
        ]
        return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
