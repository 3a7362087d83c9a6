"""Relations look back along the work, and nothing points into the vault."""

from collections.abc import Iterable

from django.db.models import Model

ORDER = (
    "contenttypes",
    "sessions",
    "trail",
    "roster",
    "vault",
    "protection",
    "reception",
    "assessment",
    "resolution",
    "insight",
    "desk",
    "window",
)


def forward_relations(models: Iterable[type[Model]]) -> list[str]:
    """Foreign keys from earlier work to later work."""
    return [
        f"{model._meta.label}.{field.name} looks ahead to {field.related_model._meta.label}"
        for model in models
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and ORDER.index(model._meta.app_label) < ORDER.index(field.related_model._meta.app_label)
    ]


def relations_into_the_vault(models: Iterable[type[Model]]) -> list[str]:
    """Foreign keys from anywhere else into the vault: others hold an opaque seal."""
    return [
        f"{model._meta.label}.{field.name} points into the vault"
        for model in models
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and model._meta.app_label != "vault"
        and field.related_model._meta.app_label == "vault"
    ]
