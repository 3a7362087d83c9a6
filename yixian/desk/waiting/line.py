"""One thing that waits for somebody's word, and where it leads."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Waiting:
    """``what`` is the act that is asked for, ``about`` on what, ``by`` who asked, ``since`` when."""

    what: str
    about: str
    href: str
    by: str = ""
    since: date | None = None


def on_clue(what: str, clue: Any, by: str, since: date | None) -> Waiting:
    matter: UUID = clue.matter_id
    href = address("desk:clue", clue.pk, fallback=reverse("desk:matter", args=[matter]))
    return Waiting(what, f"线索（{clue.code}）", href, by, since)


def address(page: str, *args: object, fallback: str) -> str:
    """The page, or where to go while it does not exist."""
    try:
        return reverse(page, args=args)
    except NoReverseMatch:
        return fallback
