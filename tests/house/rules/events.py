"""Every event that starts a clock is raised by some code of the houses, or is said to be for later work."""

import ast
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path

HERE = "yixian.regulations.duties"


def events_named(source: str) -> set[str]:
    """The members of ``Event`` that a module names, where it takes ``Event`` from the duties."""
    tree = ast.parse(source)
    imported = any(
        isinstance(node, ast.ImportFrom)
        and node.module == HERE
        and any(n.name == "Event" for n in node.names)
        for node in ast.walk(tree)
    )
    return set(_attributes(tree)) if imported else set()


def _attributes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Event":
            yield node.attr


def named_under(root: Path) -> set[str]:
    """What is named anywhere but in the law itself."""
    modules = (
        path for path in sorted(root.rglob("*.py")) if "regulations" not in path.relative_to(root).parts
    )
    return {name for path in modules for name in events_named(path.read_text())}


def breaches(events: Iterable[Enum], raised: set[str], later: Iterable[Enum]) -> list[str]:
    """Events that nothing raises, and excuses for those that something does raise."""
    excused = {event.name for event in later}
    silent = [f"{event.name} is raised nowhere" for event in events if event.name not in raised | excused]
    return silent + [f"{name} is raised and needs no excuse" for name in sorted(raised & excused)]
