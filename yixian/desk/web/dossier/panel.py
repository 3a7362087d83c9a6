"""A part of the middle column of a dossier."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Panel:
    """``template`` is included with ``panel`` and the page's own context."""

    template: str
    context: dict[str, Any]
