"""The sealed heads, for printing."""

from dataclasses import dataclass

from yixian.trail.heads import read_heads


@dataclass(frozen=True)
class SealedHead:
    """One line of a file of heads. ``seq`` and ``hash`` are empty for a line that cannot be read."""

    day: str
    seq: int | None
    hash: str


def sealed_heads() -> list[SealedHead]:
    """Oldest first."""
    return [
        SealedHead(name.removesuffix(".txt"), head.seq if head else None, head.hash if head else "")
        for name, head in read_heads()
    ]
