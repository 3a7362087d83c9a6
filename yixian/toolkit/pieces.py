"""The shapes that the components of the face take, so that a view hands over facts and not HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from yixian.toolkit.due import Due

TONES = ("waiting", "active", "passed", "done", "stopped", "late", "final")


@dataclass(frozen=True)
class NavEntry:
    """One line of the side navigation; ``count`` is shown when it is not None, ``pressing`` in vermilion."""

    label: str
    href: str
    key: str = ""
    count: int | None = None
    current: bool = False
    pressing: bool = False
    group: str = ""


@dataclass(frozen=True)
class Fact:
    """One line of a summary list. ``sealed`` says that the value exists and is not opened here."""

    label: str
    value: Any = ""
    href: str = ""
    change: str = ""
    sealed: bool = False

    @classmethod
    def of(cls, item: "Fact | tuple[str, Any]") -> "Fact":
        return item if isinstance(item, cls) else cls(*item)  # type: ignore[misc]


@dataclass(frozen=True)
class Event:
    """One point of a timeline, newest or oldest first as the caller gives them."""

    on: date | datetime
    title: str
    by: str = ""
    detail: str = ""
    article: str = ""
    href: str = ""
    tone: str = "passed"


@dataclass(frozen=True)
class Clock:
    """One running or finished term."""

    label: str
    due: Due
    note: str = ""
    href: str = ""


@dataclass(frozen=True)
class Act:
    """Something the reader may do next, or may not and why: ``why_not`` replaces the link. ``shelf`` is the heading
    under which it is looked for; what is for now has none.
    """

    label: str
    href: str = ""
    key: str = ""
    hint: str = ""
    why_not: str = ""
    kind: str = "plain"
    shelf: str = ""


@dataclass(frozen=True)
class Completion:
    """A thing that must be there before the next step, and whether it is."""

    label: str
    done: bool
    note: str = ""
    href: str = ""


def facts(items: Iterable["Fact | tuple[str, Any]"]) -> list[Fact]:
    """Facts from facts or plain pairs."""
    return [Fact.of(item) for item in items]
