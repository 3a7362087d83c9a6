"""销毁: what a holding holds is destroyed, seals, words of the index and tokens; the rows stay, and say nothing.

The act that calls this has decided it, with all who must; it names its own permit and leaves the line of the trail.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from nacl.utils import random

from yixian.protection.holdings import Holding, token_fields
from yixian.toolkit.inserting import batches
from yixian.vault import blind, sealing
from yixian.vault.models import DataKeyWrap

BATCH = 400
TOKEN = 8


def destroy_holding(*, held: Holding, seals: Iterable[UUID], on: date) -> int:
    """Destroy the data keys of these seals with their ciphertexts, forget the words by which the holding was found,
    and blot out its tokens; says how many seals there were.
    """
    gone = sealing.destroy_many(sorted(seals, key=str), on)
    for model, keys in held.rows.items():
        _forget_words(model, keys)
        for column in token_fields(model):
            _blot_out(model, keys, column)
    return gone


def give_up_wraps(*, organ_id: int, seals: Iterable[UUID], on: date) -> int:
    """End this organ's own way to seals that another organ still keeps; the last to go destroys what is left."""
    given = sorted(seals, key=str)
    for some in batches(given, BATCH):
        DataKeyWrap.objects.filter(data_key__in=some, organ_key__organ_ref=organ_id).delete()
        kept = DataKeyWrap.objects.filter(data_key__in=some, organ_key__isnull=False)
        still = set(kept.order_by().values_list("data_key", flat=True))
        sealing.destroy_many([each for each in some if each not in still], on)
    return len(given)


def _forget_words(model: Any, keys: set[Any]) -> None:
    records = {each for each in keys if isinstance(each, UUID)}
    if any(each.name == "uid" for each in model._meta.fields):
        for some in batches(sorted(keys, key=str), BATCH):
            named = model._default_manager.filter(pk__in=some).order_by().values_list("uid", flat=True)
            records.update(named)
    blind.forget_many(sorted(records, key=str))


def _blot_out(model: Any, keys: set[Any], column: Any) -> None:
    """Empty where the column may be; else a random value that nothing equals."""
    name = column.name
    for some in batches(sorted(keys, key=str), BATCH):
        rows = model._default_manager.filter(pk__in=some, **{f"{name}__isnull": False})
        if column.null:
            rows.update(**{name: None})
            continue
        for row in rows.order_by("pk"):
            setattr(row, name, random(TOKEN))
            row.save(update_fields=[name])
