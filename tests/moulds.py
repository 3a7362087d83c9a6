"""A founded office takes long to make, since its keys are real: it is made once a worker and poured for each test.

``poured(found_township)`` writes what ``found_township()`` wrote the first time, row for row, and returns a copy of
what it returned. Only for makers without arguments, on tables that hold nothing of ours yet.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet

from tests import scenes

T = TypeVar("T")
Rows = dict[type[Model], list[Model]]


@dataclass(frozen=True)
class Mould:
    rows: Rows
    made: Any


_MOULDS: dict[Callable[[], Any], Mould] = {}


def poured(make: Callable[[], T]) -> T:
    if make in _MOULDS:
        _write(_MOULDS[make].rows)
    else:
        made = make()
        _MOULDS[make] = Mould(_rows(), deepcopy(made))
    scenes.poured_by(make)
    return deepcopy(_MOULDS[make].made)


def _rows() -> Rows:
    ours = [model for model in apps.get_models(include_auto_created=True) if _is_ours(model)]
    return {model: list(QuerySet(model).order_by("pk")) for model in ours}


def _is_ours(model: type[Model]) -> bool:
    return model.__module__.startswith("yixian.") and bool(model._meta.managed and not model._meta.proxy)


def _write(rows: Rows) -> None:
    with transaction.atomic():
        for model, each in rows.items():
            QuerySet(model).bulk_create(each)
