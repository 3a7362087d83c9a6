"""The decorator that every action wears: one transaction, one entry, also for what was refused."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction
from django.db.models import Model

from yixian.trail.actions.recording import record
from yixian.trail.enums import Outcome
from yixian.trail.refusal import Refusal

P = ParamSpec("P")
R = TypeVar("R")


def leaves_trail(act: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Run an action in one transaction and record how it ended.

    The entry names the record that the action returned or was given. A refusal rolls the work back and is
    then recorded; so is any other failure. When actions are nested and the outer one rolls back, the entries
    of the inner refusals are written again by the outermost: an attempt never disappears.
    """

    def decorate(action: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(action)
        def acting(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                with transaction.atomic():
                    result = action(*args, **kwargs)
                    record(by=_by(kwargs), act=act, subject=_subject(result, kwargs))
                    return result
            except Exception as error:
                _record_failure(error, by=_by(kwargs), act=act, subject=_subject(None, kwargs))
                raise

        acting.leaves_trail = act  # type: ignore[attr-defined]
        return acting

    return decorate


def _by(kwargs: Mapping[str, Any]) -> Any:
    return kwargs["by"]


def _record_failure(error: Exception, *, by: Any, act: str, subject: str) -> None:
    refused = isinstance(error, Refusal)
    outcome = Outcome.REFUSED if refused else Outcome.FAILED
    why = error.key if isinstance(error, Refusal) else type(error).__name__[:60]
    entries = [*getattr(error, "lost_entries", ()), (by, act, subject, outcome, why)]
    if not connection.needs_rollback:  # else the block around us is lost, and its own action writes them
        for actor, attempted, on, ended, reason in entries:
            record(by=actor, act=attempted, subject=on, outcome=ended, why=reason)
    error.lost_entries = entries  # type: ignore[attr-defined]


def _subject(result: object, kwargs: Mapping[str, Any]) -> str:
    """The record that an entry is about: what came out, or else the first record that went in."""
    named = (subject_of(thing) for thing in (result, *kwargs.values()))
    return next((name for name in named if name), "")


def subject_of(thing: object) -> str:
    """``reception.report:<id>`` for a record, or what an object says of itself; else nothing.

    Whoever acts (``by``) is not what is acted on: officers and reporters have no ``trail_subject``.
    """
    told = getattr(thing, "trail_subject", None)
    if isinstance(told, str):
        return told
    if isinstance(thing, Model):
        return f"{thing._meta.label_lower}:{thing.pk}"
    return ""
