"""The column by which one record points to another."""

from typing import Any, TypeVar

from django.db import models

_Set = TypeVar("_Set", contravariant=True)
_Get = TypeVar("_Get", covariant=True)


class KeptLink(models.ForeignKey[_Set, _Get]):
    """A foreign key whose target is kept: while a record points to it, the database lets nobody delete it.

    One that may be null may be left blank, too. Migrations see a plain ``ForeignKey``.
    """

    def __init__(self, to: Any, verbose_name: str | None = None, **rest: Any) -> None:
        kept = {"on_delete": models.PROTECT, "blank": rest.get("null", False)}
        super().__init__(to, verbose_name=verbose_name, **(kept | rest))

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        name, _, positional, named = super().deconstruct()
        return name, "django.db.models.ForeignKey", positional, named
