"""Every field is open, work or sealed, once; a sealed one is an opaque seal or a keyed token."""

from collections.abc import Iterable

from django.db.models import BinaryField, Model, UUIDField


def unclassified(models: Iterable[type[Model]]) -> list[str]:
    """Fields that their model's ``Secrecy`` does not name exactly once, and names that are no fields."""
    return [breach for model in models for breach in _of(model)]


def _of(model: type[Model]) -> list[str]:
    label = model._meta.label
    secrecy = getattr(model, "Secrecy", None)
    if secrecy is None:
        return [f"{label} has no Secrecy"]
    named = [*secrecy.open, *secrecy.work, *secrecy.sealed]
    fields = {field.name for field in model._meta.local_concrete_fields}
    fields |= {field.name for field in model._meta.local_many_to_many}
    return (
        [f"{label}.{name} is not classified" for name in sorted(fields - set(named))]
        + [f"{label}.{name} is classified but does not exist" for name in sorted(set(named) - fields)]
        + [f"{label}.{name} is classified twice" for name in sorted({n for n in named if named.count(n) > 1})]
    )


def readable_seals(models: Iterable[type[Model]]) -> list[str]:
    """Fields classed as sealed whose column could hold readable text."""
    return [
        f"{model._meta.label}.{name} is sealed but could hold text"
        for model in models
        if hasattr(model, "Secrecy")
        for name in model.Secrecy.sealed
        if not isinstance(model._meta.get_field(name), UUIDField | BinaryField)
    ]
