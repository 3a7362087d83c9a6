"""One line of what became of a report."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: the day, what, by whom where the office did it, and the act that did it.

    Whoever tells a longer story puts the entries of one day in order by ``act``.
    """

    on: date
    label: str
    who: str = ""
    act: str = ""
