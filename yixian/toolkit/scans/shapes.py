"""What comes out of reading a page: plain, and fit to be sealed as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

DOUBTFUL_BELOW, DOUBTFUL_STOP = 0.9, 0.5
"""Of stops the engine is never very sure: full and half width share what it believes."""
POOR_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place in the text that a person should look at; ``start`` equals ``end`` where a sign may be missing."""

    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line as it was read. ``sure`` has one number for each character; ``gaps`` are the places between
    characters where the space is wide enough for one that was not read.
    """

    text: str
    sure: tuple[float, ...]
    gaps: tuple[int, ...] = ()

    @property
    def mean(self) -> float:
        return sum(self.sure) / len(self.sure) if self.sure else 0.0


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page read. ``turned`` says by how many degrees clockwise it had to be turned to stand upright."""

    text: str
    doubts: tuple[Doubt, ...]
    lines: tuple[ReadLine, ...]
    turned: int = 0
    skew: float = 0.0
    seconds: float = field(default=0.0, compare=False)

    @property
    def doubtful_share(self) -> float:
        return doubtful_share(self.text, self.doubts)


def doubtful_share(text: str, doubts: Sequence[Doubt]) -> float:
    """The share of characters that are doubtful: what the screen says about a poor reading."""
    letters = sum(1 for sign in text if not sign.isspace())
    doubtful = sum(max(each.end - each.start, 1) for each in doubts)
    return min(doubtful / letters, 1.0) if letters else 0.0
