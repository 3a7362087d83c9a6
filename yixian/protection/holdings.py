"""What a record holds: every row that belongs to it in any house, and every seal and token in them.

Found from the models themselves, so that a model added later is not forgotten: from the roots along each link that
points to them, and on from there. A model may say in its ``Secrecy``: ``elsewhere``, the links by which its row names
the record of another file and is no part of it; ``outlasts``, the sealed fields that stay when the rest is destroyed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Model

from yixian.toolkit.inserting import batches

BATCH = 400
"""Identifiers in one question; SQLite takes no more than a thousand."""
SUBJECT = "subject"
"""The column by which a row names a record of any house, as the trail does."""
Kind = type[Model]


@dataclass
class Holding:
    """``rows`` of each model by primary key; ``subjects`` are the roots as the trail names them."""

    rows: dict[Kind, set[Any]] = field(default_factory=dict)
    roots: frozenset[Kind] = frozenset()
    subjects: frozenset[str] = frozenset()

    def has(self, row: Model) -> bool:
        return row.pk in self.rows.get(type(row), ())

    def add(self, model: Kind, keys: Iterable[Any]) -> set[Any]:
        """Those that are new."""
        known = self.rows.setdefault(model, set())
        new = set(keys) - known
        known |= new
        return new


def sealed_fields(model: Kind) -> "Sequence[models.Field[Any, Any]]":
    """What a model seals and does not keep for longer than its record."""
    kept = getattr(_secrecy(model), "outlasts", ())
    sealed = getattr(_secrecy(model), "sealed", ())
    return [model._meta.get_field(name) for name in sealed if name not in kept]  # type: ignore[misc] # no relation is sealed


def seal_fields(model: Kind) -> list[str]:
    return [each.name for each in sealed_fields(model) if isinstance(each, models.UUIDField)]


def token_fields(model: Kind) -> "list[models.BinaryField[Any, Any]]":
    return [each for each in sealed_fields(model) if isinstance(each, models.BinaryField)]


def holding_of(roots: Iterable[Model]) -> Holding:
    """Everything that belongs to these records. A model of one of the roots is never entered from another row."""
    first = list(roots)
    held = Holding(
        roots=frozenset(type(each) for each in first),
        subjects=frozenset(str(getattr(each, "trail_subject", "")) for each in first) - {""},
    )
    todo = [(type(each), held.add(type(each), [each.pk])) for each in first]
    todo += [(model, held.add(model, keys)) for model, keys in _named(held.subjects)]
    while todo:
        model, keys = todo.pop()
        for child, found in _beside(model, keys, held.roots) if keys else ():
            todo.append((child, held.add(child, found)))
    return held


def seals_in(held: Holding) -> set[UUID]:
    """Every seal of the holding that does not outlast it."""
    found: set[UUID] = set()
    for model, keys in held.rows.items():
        for name in seal_fields(model):
            for some in batches(sorted(keys, key=str), BATCH):
                rows = model._default_manager.filter(pk__in=some, **{f"{name}__isnull": False})
                found.update(rows.order_by().values_list(name, flat=True))
    return found


def outside(held: Holding) -> Iterator[Model]:
    """Rows of no part of the holding that hang on it: they repeat one of its records, or a row is about both."""
    for model in sorted(held.roots, key=lambda each: each._meta.label):
        for link in _links_from(model):
            if link.related_model in held.roots:
                yield from _strangers(held, model, link.name, held.rows[link.related_model])
    for model in _ours():
        for many in model._meta.many_to_many:
            if many.related_model in held.roots:
                yield from _strangers(held, model, many.name, held.rows[many.related_model])
                yield from _also_about(held, model, many)


def sharers(held: Holding, seals: Iterable[UUID]) -> Iterator[tuple[UUID, Model]]:
    """Rows of no part of the holding that hold one of its seals: the row of an office to which it was passed on."""
    wanted = sorted(seals, key=str)
    for model in _ours():
        for name in seal_fields(model):
            for some in batches(wanted, BATCH):
                for row in model._default_manager.filter(**{f"{name}__in": some}).order_by("pk"):
                    if not held.has(row):
                        yield getattr(row, name), row


def root_of(row: Model, roots: frozenset[Kind]) -> Model:
    """The record to which a row belongs, along its links; the row itself where none leads there."""
    return _climbed(row, roots) or row


def _climbed(row: Model, roots: frozenset[Kind]) -> Model | None:
    if type(row) in roots:
        return row
    for link in _links_from(type(row)):
        parent = getattr(row, link.name) if _is_ours(link.related_model) else None
        found = _climbed(parent, roots) if parent is not None and type(parent) is not type(row) else None
        if found is not None:
            return found
    return None


def _beside(model: Kind, keys: set[Any], roots: frozenset[Kind]) -> Iterator[tuple[Kind, list[Any]]]:
    some = [list(each) for each in batches(sorted(keys, key=str), BATCH)]
    for child, name in _children(model):
        if child not in roots:
            for each in some:
                rows = child._default_manager.filter(**{f"{name}__in": each})
                yield child, list(rows.order_by().values_list("pk", flat=True))
    for name, parent in _covers(model, roots):
        for each in some:
            rows = model._default_manager.filter(pk__in=each, **{f"{name}__isnull": False})
            yield parent, list(rows.order_by().values_list(name, flat=True))


def _children(model: Kind) -> Iterator[tuple[Kind, str]]:
    """Each model that points here, with the name of its link."""
    for each in model._meta.get_fields(include_hidden=True):
        child = each.related_model if each.auto_created and (each.one_to_many or each.one_to_one) else None
        if child is not None and _is_ours(child):
            name = each.field.name  # type: ignore[union-attr] # a reverse relation
            if name not in getattr(_secrecy(child), "elsewhere", ()):
                yield child, name


def _covers(model: Kind, roots: frozenset[Kind]) -> Iterator[tuple[str, Kind]]:
    """What a row alone points to and has for itself: the envelope of a report."""
    for link in _links_from(model):
        if link.one_to_one and _is_ours(link.related_model) and link.related_model not in roots:
            yield link.name, link.related_model


def _links_from(model: Kind) -> "list[Any]":
    return [each for each in model._meta.fields if each.is_relation and each.related_model is not None]


def _named(subjects: frozenset[str]) -> Iterator[tuple[Kind, list[Any]]]:
    """Rows that name one of the records without a link: a request for an identity."""
    for model in _ours():
        columns = {each.name for each in model._meta.fields if isinstance(each, models.CharField)}
        if SUBJECT in columns and sealed_fields(model):
            rows = model._default_manager.filter(subject__in=sorted(subjects))
            yield model, list(rows.order_by().values_list("pk", flat=True))


def _strangers(held: Holding, model: Kind, name: str, keys: set[Any]) -> Iterator[Model]:
    for some in batches(sorted(keys, key=str), BATCH):
        for row in model._default_manager.filter(**{f"{name}__in": some}).order_by("pk").distinct():
            if not held.has(row):
                yield row


def _also_about(held: Holding, model: Kind, many: Any) -> Iterator[Model]:
    for row in model._default_manager.filter(pk__in=held.rows.get(model, ())).order_by("pk"):
        for other in getattr(row, many.name).order_by("pk"):
            if not held.has(other):
                yield other


def _ours() -> list[Kind]:
    return [each for each in apps.get_models() if _is_ours(each)]


def _secrecy(model: Kind) -> object:
    return getattr(model, "Secrecy", None)


def _is_ours(model: Any) -> bool:
    """A model that says what of it is sealed, outside the vault: nothing points into the vault."""
    return hasattr(model, "Secrecy") and model._meta.app_label != "vault"
