"""What comes out of reading a page: plain, and fit to be sealed as it is."""

from dataclasses import dataclass, field

DOUBTFUL_BELOW = 0.9
POOR_SHARE = 0.08

Box = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Four corners on the upright page as shares of its width and height, clockwise from the upper left."""


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
    box: Box
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
        """The share of characters that are doubtful: what the screen says about a poor reading."""
        letters = sum(1 for sign in self.text if not sign.isspace())
        doubtful = sum(max(each.end - each.start, 1) for each in self.doubts)
        return min(doubtful / letters, 1.0) if letters else 0.0
