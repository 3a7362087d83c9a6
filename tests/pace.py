"""The longest files first, then those with the most tests: so no worker is left alone with a long one at the end."""

from collections import Counter
from pathlib import Path
from typing import Protocol, TypeVar

ROOT = Path(__file__).resolve().parents[1]
LONGEST = (
    "tests/config/commands/test_demo.py",
    "tests/window/test_pages_in_browser.py",
    "tests/stories/test_two_installations.py",
    "tests/stories/test_one_report.py",
    "tests/stories/test_killed.py",
    "tests/walk/test_walk.py",
    "tests/desk/web/test_pages_in_browser.py",
    "tests/window/test_device_in_browser.py",
    "tests/stories/test_importing_survives.py",
    "tests/stories/test_phone_in_45_seconds.py",
)
"""Worth a line from half a minute on. The first of these prepares the demonstration, at which others look later."""


class Item(Protocol):
    nodeid: str


I = TypeVar("I", bound=Item)  # noqa: E741 - an item


def file_of(item: Item) -> str:
    return item.nodeid.partition("::")[0]


def by_length(items: list[I]) -> list[I]:
    """The tests of a file stay together and in their order."""
    many = Counter(file_of(item) for item in items)
    rank = {file: place for place, file in enumerate(LONGEST)}

    def key(item: Item) -> tuple[int, int, str]:
        file = file_of(item)
        return rank.get(file, len(rank)), -many[file], file

    return sorted(items, key=key)
