"""Writing one entry at the end of the chain."""

from datetime import datetime
from typing import Protocol

from django.db import connection, transaction
from django.utils import timezone

from yixian.trail.enums import Outcome
from yixian.trail.models import Entry
from yixian.trail.models.entry import GENESIS

CHAIN_LOCK = 0x7965_7869  # one number for the whole installation; PostgreSQL serialises writers by it
OUTSIDE = frozenset({"reporter", "public"})
"""Actors whose time is kept to the hour only (T6: what is not kept cannot be found)."""


class Actor(Protocol):
    @property
    def actor(self) -> str: ...


def record(*, by: Actor, act: str, subject: str = "", outcome: str = Outcome.DONE, why: str = "") -> Entry:
    """Append one entry. It lives or dies with the caller's transaction.

    ``subject`` names a record (``reception.report:<id>``) and ``why`` an enumerated reason; neither may ever
    hold content. Writers wait for each other: SQLite by its one write lock, PostgreSQL by an advisory lock
    that is held until the transaction ends.
    """
    with transaction.atomic():
        _wait_for_the_end_of_the_chain()
        last = Entry.objects.order_by("-seq").values("seq", "hash").first()
        entry = Entry(
            seq=last["seq"] + 1 if last else 1,
            at=_instant(by.actor),
            actor=by.actor,
            organ=getattr(by, "organ_id", None),
            act=act,
            subject=subject,
            outcome=outcome,
            why=why,
            prev=last["hash"] if last else GENESIS,
        )
        entry.hash = entry.digest()
        entry.save()
    return entry


def _instant(actor: str) -> datetime:
    now = timezone.now().replace(microsecond=0)
    return now.replace(minute=0, second=0) if actor in OUTSIDE else now


def _wait_for_the_end_of_the_chain() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
