"""Drawing the pages of a PDF that anybody may have made: in a process of its own, with an end to its time and memory.

A page of forms within forms takes tenfold as long with every level, and PDFium, once begun, can't be stopped and holds
every thread of its process. The bytes go through pipes and touch no disk.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

PATIENCE = 20.0
"""Seconds for all the pages asked for, above two for each."""
UNREADABLE, TOO_MANY = 3, 4
LENGTH = 8


class NotDrawn(Exception):
    """No PDF, too many pages, or one that took too long or too much memory: the message says which, for engineers."""


class NoSuchPage(NotDrawn):
    """What was given is no PDF, or has no page of this number."""


@dataclass(frozen=True, slots=True)
class Paper:
    """``dots`` an inch, unless the longer side would have more than ``longest`` dots; ``most`` pages."""

    dots: int
    longest: int
    quality: int
    most: int = 100_000


def page_count(content: bytes) -> int:
    """How many pages there are; nothing is drawn."""
    return int(_child(content, {"draw": None}, PATIENCE))


def drawn(content: bytes, paper: Paper, pages: Sequence[int] | None = None) -> list[bytes]:
    """The pages (from 1; all of them by default) as JPEGs, in order."""
    patience = PATIENCE + 2 * (len(pages) if pages is not None else min(paper.most, 100))
    asked = {"draw": list(pages) if pages is not None else "all", **asdict(paper)}
    return _cut(_child(content, asked, patience))


def _child(content: bytes, asked: dict[str, object], patience: float) -> bytes:
    command = [sys.executable, "-P", "-m", "yixian.toolkit.drawing.child", json.dumps(asked)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with figures alone as its argument
            command, input=content, capture_output=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotDrawn("it took too long") from error
    if done.returncode == UNREADABLE:
        raise NoSuchPage("not a PDF, or no such page")
    if done.returncode:
        raise NotDrawn(
            "too many pages" if done.returncode == TOO_MANY else f"it ended with {done.returncode}"
        )
    return done.stdout


def _cut(told: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(told):
        size = int.from_bytes(told[at : at + LENGTH], "big")
        found.append(told[at + LENGTH : at + LENGTH + size])
        at += LENGTH + size
    return found
