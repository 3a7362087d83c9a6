"""A receipt code is stretched, slowly, before anybody holds the database: never by an action, never in its block."""

import ast
from collections.abc import Iterator
from pathlib import Path

YIXIAN = Path(__file__).parents[3] / "yixian"
SLOW = frozenset({"make_code", "present_code"})
"""What stretches a code (``protection/actions/receipts.py``)."""
OUTSIDE = ("web", "config")
"""The folders from which a code may be made or presented: whoever calls actions, and is none."""
BLOCKS = frozenset({"atomic", "as_one"})


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(YIXIAN.rglob("*.py")):
        yield path.relative_to(YIXIAN).as_posix(), ast.parse(path.read_text("utf-8"))


def stretched_inside(name: str, tree: ast.Module) -> list[str]:
    """Calls that stretch a code from within the work, or lexically within a block that holds the database."""
    held = {id(call) for block in _blocks(tree) for call in _slow_calls(block)}
    inside = not set(OUTSIDE) & set(name.split("/")[:-1])
    return [
        f"{name}:{call.lineno} stretches a code "
        + ("inside a transaction" if id(call) in held else "beneath the door")
        for call in _slow_calls(tree)
        if inside or id(call) in held
    ]


def _slow_calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node.func) in SLOW]


def _called(what: ast.expr) -> str:
    return getattr(what, "id", getattr(what, "attr", ""))


def _blocks(tree: ast.Module) -> Iterator[ast.With]:
    for node in ast.walk(tree):
        if isinstance(node, ast.With) and any(
            isinstance(item.context_expr, ast.Call) and _called(item.context_expr.func) in BLOCKS
            for item in node.items
        ):
            yield node
