"""Small-cell suppression for figures that leave the office: no reporter and no village may be made out.

A cell below the limit is withheld. Where that leaves a single withheld cell, the total would give it away by
subtraction, so the smallest cell still shown is withheld too. Ids never leave.
"""

from dataclasses import dataclass

from yixian.insight.figures.counting import Breakdown, Line

LIMIT = 5


@dataclass(frozen=True, slots=True)
class PublicLine:
    """A line fit for the public: ``count`` is None where it is withheld."""

    label: str
    count: int | None

    def shown(self, limit: int = LIMIT) -> str:
        return f"少于{limit}件或不单列" if self.count is None else str(self.count)


def suppress(breakdown: Breakdown, *, limit: int = LIMIT) -> tuple[PublicLine, ...]:
    """The breakdown with small cells withheld so that none can be worked out from the others."""
    withheld = {line.key for line in breakdown.lines if 0 < line.count < limit}
    if len(withheld) == 1:
        withheld |= _next_smallest(breakdown, withheld)
    return tuple(
        PublicLine(line.label, None if line.key in withheld else line.count) for line in breakdown.lines
    )


def _next_smallest(breakdown: Breakdown, withheld: set[str]) -> set[str]:
    shown: list[Line] = [line for line in breakdown.lines if line.key not in withheld and line.count]
    return {min(shown, key=lambda line: line.count).key} if shown else set()
