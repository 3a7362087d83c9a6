"""A scene takes long to play, since its keys are real: it is played once a worker, and written again word for word.

``@scene`` marks a maker whose first argument is the town (``a_letter``, ``with_team``). The first time it is played
for real, and its writes are kept with what it returned. They are written again when the database stands exactly where
it stood then: a town has been poured, and nothing was written since but by scenes, the same ones in the same order,
under the same settings. In every other case it is played for real. PostgreSQL never takes a number back, so there its
sequences are set when a town is poured.

A test that takes ``monkeypatch`` neither keeps nor is given a scene, since it may have changed what the scene does;
nor does one with a ``live_server``, whose writes are not seen here.
"""

import functools
import io
import pickle
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from yixian.protection.officer import Officer
from yixian.vault.ring import Ring

P, R, T = ParamSpec("P"), TypeVar("R"), TypeVar("T")
Place = tuple[bytes, ...]
Write = tuple[str, Any, bool]
FRESH = 300.0
"""Seconds: what is written again is as old as its first playing, and an hour ago is another story than now."""
READS = ("SELECT", "SAVEPOINT", "RELEASE", "PRAGMA", "EXPLAIN", "BEGIN")
OWN = ("YIXIAN_HEADS",)  # another folder for every test, and no scene writes there


@dataclass
class Take:
    made: Any
    officers: dict[str, Officer]
    writes: list[Write] = field(default_factory=list)
    spoilt: bool = False
    at: float = field(default_factory=time.monotonic)


class _Stage:
    """Where the database stands: the scenes played since a town was poured, or nothing if anything else was written."""

    def __init__(self) -> None:
        self.stands: Place | None = None
        self.is_open = False
        self.takes: dict[Place, Take] = {}
        self.playing: list[Take] = []

    def watch(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        verb = sql.lstrip()[:12].upper()
        if not verb.startswith(READS):
            self.stands = None
            for take in self.playing:
                take.writes.append((sql, params, many))
                take.spoilt |= verb.startswith("ROLLBACK")
        return execute(sql, params, many, context)


_STAGE = _Stage()


def begin(*, is_open: bool) -> None:
    """A new test: nothing is known of its database until a town is poured."""
    _STAGE.stands, _STAGE.is_open, _STAGE.playing = None, is_open, []


def poured_by(make: Callable[[], Any]) -> None:
    """A town was just poured into tables that held nothing."""
    if not _STAGE.is_open:
        return
    if _STAGE.watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(_STAGE.watch)
    _STAGE.stands = (f"{make.__module__}.{make.__qualname__}".encode(), _sequences(make))


def scene(make: "Callable[Concatenate[T, P], R]") -> "Callable[Concatenate[T, P], R]":
    """Play once, write again afterwards; see above."""

    @functools.wraps(make)
    def given(town: T, /, *args: P.args, **kwargs: P.kwargs) -> R:
        place = _place(make, args, kwargs)
        if place is None:
            return make(town, *args, **kwargs)
        take = _STAGE.takes.get(place)
        if take is None or time.monotonic() - take.at > FRESH:
            made = _play(place, town, lambda: make(town, *args, **kwargs))
        else:
            made = _write_again(take, town)
        _STAGE.stands = place
        return made

    return given


def _place(make: Callable[..., Any], args: Any, kwargs: Any) -> Place | None:
    """Where the database will stand, by the scenes that led there; nothing when it can't be known."""
    if _STAGE.stands is None or _STAGE.watch not in connection.execute_wrappers:
        return None
    written = io.BytesIO()
    try:
        _Facts(written).dump((make.__module__, make.__qualname__, args, kwargs, _settings()))
    except (TypeError, AttributeError, pickle.PicklingError):
        return None
    return (*_STAGE.stands, written.getvalue())


class _Facts(pickle.Pickler):
    """Tells scenes apart by what they were asked for: facts, dates and words. A record may be any, and is refused."""

    def persistent_id(self, thing: Any) -> None:
        if isinstance(thing, Model | Officer | Ring):
            raise pickle.PicklingError(type(thing).__name__)


def _settings() -> list[tuple[str, str]]:
    names = (name for name in dir(settings) if name.startswith("YIXIAN_") and name not in OWN)
    return [(name, repr(getattr(settings, name))) for name in names]


def _play(place: Place, town: Any, make: Callable[[], R]) -> R:
    take = Take(None, {})
    _STAGE.playing.append(take)
    try:
        made = make()
    finally:
        _STAGE.playing.remove(take)
    if not take.spoilt:
        take.made, take.officers = _copied(made, town.officers)
        _STAGE.takes[place] = take
    return made


def _write_again(take: Take, town: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, params, many in take.writes:
            (cursor.executemany if many else cursor.execute)(sql, params)
    made, officers = _copied(take.made, take.officers)
    for who, officer in officers.items():
        town.officers.setdefault(who, officer)
    return made


def _copied(made: R, officers: dict[str, Officer]) -> tuple[R, dict[str, Officer]]:
    """Copies that share nothing with what they were made of. A ring of keys refuses to be copied; here it is."""
    memo: dict[int, Any] = {}
    for officer in officers.values():
        if isinstance(ring := officer.keys, Ring):
            memo[id(ring)] = _another(ring)
    return deepcopy((made, officers), memo)


def _another(ring: Ring) -> Ring:
    copy = Ring(ring.private, keyholder_id=ring.keyholder_id, receipt_id=ring.receipt_id)
    copy._unwrapped = dict(ring._unwrapped)
    return copy


def _sequences(make: Callable[[], Any]) -> bytes:
    """The next keys of all tables: a scene written again must meet the ones that it was given at first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_set_all(make))
        else:
            cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
        return repr(cursor.fetchall()).encode()


@functools.cache
def _set_all(_make: Callable[[], Any]) -> str:
    """One statement that sets every sequence to where it stood when this town was poured first."""
    with connection.cursor() as cursor:
        for each in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
            cursor.execute(each)
        cursor.execute(
            "SELECT string_agg(format('setval(%L, %s, %L)', quote_ident(sequencename), coalesce(last_value, 1),"
            " last_value IS NOT NULL), ', ' ORDER BY sequencename) FROM pg_sequences WHERE schemaname = 'public'"
        )
        return f"SELECT {cursor.fetchone()[0]}"
