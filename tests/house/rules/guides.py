"""The guides of docs/guide: found from the README, and true to the screen where they quote it in 「」."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

QUOTED = re.compile(r"「([^」]+)」")
LINK = re.compile(r"\]\(([^)#]+)\)")
WRITTEN = re.compile(r">([^<>{}]+)<|\"([^\"<>{}]+)\"|}([^<>{}]+)[<{]|>([^<>{}]+){")
"""In a template: between two tags, or an argument of a component; beside a variable, what stands there."""


def screen_words(package: Path) -> frozenset[str]:
    """Whole texts of the screen: what stands between tags, and every string of the code that is no docstring."""
    found = set()
    for page in package.rglob("*.html"):
        for groups in WRITTEN.findall(page.read_text("utf-8")):
            found.update(each.strip() for each in groups)
    for module in package.rglob("*.py"):
        if "migrations" not in module.parts:
            found.update(_strings(ast.parse(module.read_text("utf-8"))))
    return frozenset(found)


def _strings(tree: ast.AST) -> Iterator[str]:
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value.strip()


def not_on_screen(guide: str, words: frozenset[str]) -> list[str]:
    """What a guide puts in 「」 and no screen says. A full stop that only the screen has is not missed."""
    return [each for each in QUOTED.findall(guide) if each not in words and f"{each}。" not in words]


def dead_links(page: Path) -> list[str]:
    """Links of a page to files that are not there."""
    targets = [unquote(each) for each in LINK.findall(page.read_text("utf-8")) if "://" not in each]
    return [each for each in targets if not (page.parent / each).exists()]


def unlinked(readme: Path, folder: Path) -> list[str]:
    """Pages of the folder to which the README has no link."""
    linked = {(readme.parent / unquote(each)).resolve() for each in LINK.findall(readme.read_text("utf-8"))}
    return sorted(page.name for page in folder.glob("*.md") if page.resolve() not in linked)
